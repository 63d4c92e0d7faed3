import { Refused } from './refusal.ts';
import type { Source } from './source.ts';

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';

export interface Encoding {
  name: EncodingName;
  /** Some of the bytes are none of this encoding: where they stand, letters are lost (U+FFFD). */
  damaged: boolean;
}

/** More text than this is no list of articles, in bytes. */
const MAX_TEXT = 1024 ** 3;

/** Every format here begins with an ASCII sign, so a NUL beside it tells two bytes a sign. */
export function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = head;
  if (first === undefined || second === undefined) return null;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // The same mark with two NULs behind it, or NULs three at a time: four bytes a sign, read by nobody here.
  if ((marked && third === 0 && fourth === 0) || (first === 0 && second === 0)) {
    throw new Refused('encoding');
  }
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0) return 'utf-16be';
  return second === 0 && third !== 0 ? 'utf-16le' : null;
}

/**
 * The encoding of a text, told from all of it: a list may have its first Arabic letter after a
 * megabyte of addresses.
 *
 * UTF-16 by its mark or its NULs; then UTF-8 where the bytes say so, also with a few strange ones
 * among many good (`damaged`); else windows-1256, which has the letters of French too.
 *
 * @throws Refused `encoding`, `truncated` (it ends within a letter), `too-large`, `empty`
 */
export async function encodingOf(source: Source, head: Uint8Array): Promise<Encoding> {
  if (head.length === 0) throw new Refused('empty');
  const wide = wideEncoding(head);
  return wide ? checkWide(source, wide) : checkNarrow(source);
}

async function checkNarrow(source: Source): Promise<Encoding> {
  const seen = createCensus();
  let length = 0;
  for await (const chunk of source.chunks()) {
    length += chunk.length;
    if (length > MAX_TEXT) throw new Refused('too-large');
    seen.count(chunk);
  }
  const found = seen.result();
  // A disk that failed leaves NULs at the end; sprinkled over the file they are no text.
  if (found.controls - found.endingNuls > length / 100) throw new Refused('encoding');
  if (found.endingNuls > 1) throw new Refused('truncated');
  if (found.strange === 0) {
    if (found.cutOff) throw new Refused('truncated');
    return { name: 'utf-8', damaged: false };
  }
  if (found.letters > found.strange * 4) return { name: 'utf-8', damaged: true };
  // Latin and Arabic letters within one word: neither Arabic nor French, but some third code page.
  if (found.mixed * 10 > found.pairs) throw new Refused('encoding');
  return { name: 'windows-1256', damaged: false };
}

async function checkWide(source: Source, name: 'utf-16le' | 'utf-16be'): Promise<Encoding> {
  const decoder = new TextDecoder(name, { fatal: true });
  let damaged = false;
  let length = 0;
  for await (const chunk of source.chunks()) {
    length += chunk.length;
    if (length > MAX_TEXT) throw new Refused('too-large');
    if (damaged) continue;
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      damaged = true;
    }
  }
  if (length % 2 === 1) throw new Refused('truncated');
  return { name, damaged };
}

interface Census {
  /** Letters of several bytes, whole. */
  letters: number;
  /** Bytes that are no UTF-8. */
  strange: number;
  /** It ends in the middle of a letter. */
  cutOff: boolean;
  controls: number;
  endingNuls: number;
  /** Neighbouring high bytes that windows-1256 has letters for, and those of two scripts. */
  pairs: number;
  mixed: number;
}

/** Counts what the bytes could be, in one go over all of them. */
function createCensus(): { count(chunk: Uint8Array): void; result(): Census } {
  let [letters, strange, controls, endingNuls, pairs, mixed] = [0, 0, 0, 0, 0, 0];
  // Of the letter under way: bytes still to come, and the range of the next one (RFC 3629, section 4).
  let [wanted, low, high] = [0, 0x80, 0xbf];
  let before = 0;
  const start = (byte: number): void => {
    if (byte < 0xc2 || byte > 0xf4) strange += 1;
    else {
      wanted = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
      high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    }
  };
  const count = (chunk: Uint8Array): void => {
    // By index: the loop runs over every byte of a file.
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at]!;
      endingNuls = byte === 0 ? endingNuls + 1 : 0;
      if (byte < 0x80) {
        if (wanted > 0) strange += 1;
        wanted = 0;
        before = 0;
        if (byte < 0x20 && byte !== 10 && byte !== 13 && byte !== 9 && byte !== 12) controls += 1;
        continue;
      }
      const script = SCRIPTS[byte - 0x80]!;
      if (script > 0 && before > 0) {
        pairs += 1;
        if (script !== before) mixed += 1;
      }
      before = script;
      if (wanted === 0) start(byte);
      else if (byte >= low && byte <= high) {
        wanted -= 1;
        [low, high] = [0x80, 0xbf];
        if (wanted === 0) letters += 1;
      } else {
        strange += 1;
        wanted = 0;
        start(byte);
      }
    }
  };
  const result = (): Census => ({
    letters,
    strange,
    cutOff: wanted > 0,
    controls,
    endingNuls,
    pairs,
    mixed,
  });
  return { count, result };
}

/** Of each high byte in windows-1256: 1 a Latin letter, 2 an Arabic one, 0 neither. */
const SCRIPTS = Uint8Array.from(
  new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 128 }, (_, at) => at + 0x80)),
  (sign) => (/\p{Script=Latin}/u.test(sign) ? 1 : Number(/\p{Script=Arabic}/u.test(sign)) * 2),
);
