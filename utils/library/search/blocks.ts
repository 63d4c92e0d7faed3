import { BODY } from './fields.ts';

/**
 * Terms in their order with where they stand, a few hundred together: what is read from the
 * database at once. A line of `terms` is one term, without its key where that is the one before's.
 * `postings` holds for each line the length of its list in bytes, then the list: for each document
 * the distance from the one before, doubled, with 1 added where a byte of fields follows, which it
 * does not for what stands in the body alone. Numbers are written seven bits a byte, low ones first.
 */
export interface Block {
  terms: string;
  postings: Uint8Array<ArrayBuffer>;
}

const BODY_ALONE = 1 << BODY;
/** Lines and bytes after which a block is closed. */
const MOST_LINES = 256;
const MOST_BYTES = 12_000;

/** Documents of one term, ascending, each followed by its fields as bits. */
export type Postings = number[];

/** Fills block after block. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  /** Key of each block's first term. */
  readonly firstKeys: string[] = [];
  private lines: string[] = [];
  private bytes = new Bytes();
  private readonly list = new Bytes();
  private lastKey = '';

  /** Terms come in their order, each once. */
  add(term: string, postings: Postings): void {
    if (this.lines.length >= MOST_LINES || this.bytes.length >= MOST_BYTES) this.close();
    const tab = term.indexOf('\t');
    const key = term.slice(0, tab);
    const isFirst = this.lines.length === 0;
    if (isFirst) this.firstKeys.push(key);
    this.lines.push(!isFirst && key === this.lastKey ? term.slice(tab) : term);
    this.lastKey = key;
    this.list.encode(postings);
    this.bytes.number(this.list.length);
    this.bytes.all(this.list);
  }

  close(): void {
    if (this.lines.length === 0) return;
    this.blocks.push({ terms: this.lines.join('\n'), postings: this.bytes.taken() });
    this.lines = [];
    this.bytes = new Bytes();
  }
}

/** A list where it lies among others: bytes from `start` to before `end`. */
export interface PackedList {
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** One term of a block. */
export interface Line extends PackedList {
  key: string;
  /** The encoded term after its key and a tab: see `decodeTerm`. */
  rest: string;
}

/** The lines of a block; those whose keys are not wanted are passed over without a look at their lists. */
export function* linesOf(block: Block, wanted: (key: string) => boolean): Generator<Line> {
  const { terms, postings: bytes } = block;
  let start = 0;
  let key = '';
  let isWanted = false;
  for (const line of terms.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) {
      key = line.slice(0, tab);
      isWanted = wanted(key);
    }
    let length = 0;
    let shift = 0;
    for (;;) {
      const byte = bytes[start++] ?? 0;
      length += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
      shift += 7;
    }
    const end = start + length;
    if (isWanted) yield { key, rest: line.slice(tab + 1), bytes, start, end };
    start = end;
  }
}

/** Calls back for each document of a list; stops where that answers true. */
export function readPostings(
  { bytes, start, end }: PackedList,
  each: (document: number, fields: number) => boolean | void,
): void {
  let at = start;
  let document = 0;
  while (at < end) {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
      shift += 7;
    }
    document += Math.floor(value / 2);
    const fields = value % 2 === 1 ? (bytes[at++] ?? 0) : BODY_ALONE;
    if (each(document, fields) === true) return;
  }
}

class Bytes {
  length = 0;
  private room = new Uint8Array(1024);

  byte(value: number): void {
    this.make(1);
    this.room[this.length++] = value;
  }

  number(value: number): void {
    let left = value;
    for (; left >= 0x80; left = Math.floor(left / 128)) this.byte((left % 128) + 0x80);
    this.byte(left);
  }

  all(other: Bytes): void {
    this.make(other.length);
    for (let at = 0; at < other.length; at++) this.room[this.length++] = other.room[at] ?? 0;
  }

  /** A list of postings in place of what was in it. */
  encode(postings: Postings): void {
    this.length = 0;
    let last = 0;
    for (let at = 0; at < postings.length; at += 2) {
      const document = postings[at] ?? 0;
      const fields = postings[at + 1] ?? 0;
      const isBody = fields === BODY_ALONE;
      this.number((document - last) * 2 + (isBody ? 0 : 1));
      if (!isBody) this.byte(fields);
      last = document;
    }
  }

  /** A copy of its own, no longer than needed. */
  taken(): Uint8Array<ArrayBuffer> {
    return this.room.slice(0, this.length);
  }

  private make(more: number): void {
    if (this.length + more <= this.room.length) return;
    const larger = new Uint8Array(Math.max(this.room.length * 2, this.length + more));
    larger.set(this.room);
    this.room = larger;
  }
}
