import type { Library } from '../database.ts';
import { linesOf, readPostings, type Line } from './blocks.ts';
import { blockBefore, type Segment } from './segment.ts';
import { BLOCK } from './index-rows.ts';

/** Blocks read at once. */
const BLOCKS_AHEAD = 8;

/** Goes through the terms of a segment, block after block, from behind a given one. */
export class MergeCursor {
  private readonly library: Library;
  private readonly segment: Segment;
  private readonly numbers: Int32Array;
  private readonly after: string | null;
  private lines: Line[] = [];
  private at = 0;
  private block: number;
  private current: string | null = null;

  constructor(library: Library, segment: Segment, after: string | null, numbers: Int32Array) {
    this.library = library;
    this.segment = segment;
    this.after = after;
    this.numbers = numbers;
    const key = after?.slice(0, after.indexOf('\t'));
    this.block = key === undefined ? 0 : blockBefore(segment.firstKeys, key);
  }

  isEmpty(): boolean {
    return this.at >= this.lines.length && this.block < this.segment.firstKeys.length;
  }

  /** Reads until there is a term, or nothing left. */
  async readOn(): Promise<void> {
    const { id, firstKeys } = this.segment;
    while (this.isEmpty()) {
      const end = Math.min(this.block + BLOCKS_AHEAD, firstKeys.length);
      const rows = await this.library.searchRows
        .where('[segment+kind+number]')
        .between([id, BLOCK, this.block], [id, BLOCK, end])
        .toArray();
      this.block = end;
      this.lines = rows.flatMap((row) => (row.kind === BLOCK ? [...linesOf(row, () => true)] : []));
      this.at = 0;
      this.setCurrent();
      while (this.current !== null && this.after !== null && this.current <= this.after)
        this.step();
    }
  }

  term(): string | null {
    return this.current;
  }

  /** Adds the documents of the term, under their new numbers, and goes on to the next. */
  take(pairs: [number, number][]): void {
    const line = this.lines[this.at];
    if (!line) return;
    readPostings(line, (document, fields) => {
      const number = this.numbers[document] ?? -1;
      if (number >= 0) pairs.push([number, fields]);
    });
    this.step();
  }

  private step(): void {
    this.at += 1;
    this.setCurrent();
  }

  private setCurrent(): void {
    const line = this.lines[this.at];
    this.current = line ? `${line.key}\t${line.rest}` : null;
  }
}
