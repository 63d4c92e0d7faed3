import { easternDigits, westernDigits } from '../../utils/arabic/digits.ts';
import { textDirection } from '../../utils/arabic/direction.ts';
import { easternSeparators } from '../../utils/arabic/separators.ts';
import { showTashkeel } from '../../utils/arabic/shown-tashkeel.ts';
import type { Look } from '../../utils/look.ts';
import { linesOf, type TextLine } from './text-lines.ts';

/** How text is shown; what is kept, copied, searched and exported is the source. */
export type Showing = Pick<Look, 'digits' | 'tashkeel'>;

export const AS_PUBLISHED: Showing = { digits: 'published', tashkeel: 'published' };

interface Source {
  text: string;
  /** For each unit shown, and for their end, its offset in the source; null where they are the same. */
  map: Uint32Array | null;
}

/**
 * What stands for another text. A node that is not in here shows its own; nobody but this file
 * writes into shown text, splits it or joins it (`isolate-text.ts` does before anything is shown).
 */
const shown = new WeakMap<Text, Source>();

/** The text of a node as it was published. */
export function sourceOf(node: Text): string {
  return shown.get(node)?.text ?? node.data;
}

/** Offset in a node's source of what is shown at an offset; what is shown no more belongs to the letter before it. */
export function sourceOffset(node: Text, offset: number): number {
  const map = shown.get(node)?.map;
  return map ? (map[Math.min(offset, map.length - 1)] ?? offset) : offset;
}

/** Offset in what a node shows of a unit of its source, or of the last before it that is shown. */
export function shownOffset(node: Text, offset: number): number {
  const map = shown.get(node)?.map;
  return map ? Math.max(firstFrom(map, offset + 1) - 1, 0) : offset;
}

/**
 * Shows the text in an element as the reader likes it, whatever it was shown as before. Digits of
 * code, of Latin names and of Latin text stay as they are where ٠-٩ are liked, and so do their signs.
 *
 * @param dir direction of what has none of its own
 * @returns whether anything changed
 */
export function showIn(root: ParentNode & Node, dir: 'rtl' | 'ltr', showing: Showing): boolean {
  let changed = false;
  for (const line of linesOf(root, dir, sourceOf)) {
    const marks = marksOf(line, showing);
    const digits = digitsOf(line, showing);
    for (const { node, start } of line.nodes) {
      const text = line.text.slice(start, start + sourceOf(node).length);
      const own = marks && part(marks, start, text.length);
      const data = inDigits(own ?? { text, map: null }, start, digits, node);
      if (show(node, text, data, own)) changed = true;
    }
  }
  return changed;
}

type Mapped = Source & { map: Uint32Array };

/** The whole line, because a word may stand in two nodes; null where it is shown with all its marks. */
function marksOf({ text }: TextLine, { tashkeel }: Showing): Mapped | null {
  if (tashkeel === 'published') return null;
  const marks = showTashkeel(text, tashkeel);
  return marks.text.length === text.length ? null : marks;
}

/** A node's part of what its line shows. */
function part({ text, map }: Mapped, start: number, length: number): Mapped {
  const from = firstFrom(map, start);
  const to = Math.min(firstFrom(map, start + length), text.length);
  const own = map.slice(from, to + 1).map((offset) => offset - start);
  own[to - from] = length;
  return { text: text.slice(from, to), map: own };
}

/** The first index of a rising map with at least that offset; its length where none has. */
function firstFrom(map: Uint32Array, offset: number): number {
  let from = 0;
  let to = map.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (map[middle]! < offset) from = middle + 1;
    else to = middle;
  }
  return from;
}

function show(node: Text, text: string, data: string, marks: Mapped | null): boolean {
  const map = marks && marks.text.length < text.length ? marks.map : null;
  if (data === text) shown.delete(node);
  else shown.set(node, { text, map });
  if (node.data === data) return false;
  node.data = data;
  return true;
}

/** What a line's digits are shown as; for ٠-٩ with what stands for the signs between them, by offset. */
type Digits = 'published' | 'latin' | ReadonlyMap<number, string>;

function digitsOf(line: TextLine, { digits }: Showing): Digits {
  if (digits !== 'arabic') return digits;
  return isLatinLine(line) ? 'published' : easternSeparators(line.text);
}

/** @param start of the node's source in the line's */
function inDigits({ text, map }: Source, start: number, digits: Digits, node: Text): string {
  if (digits === 'published') return text;
  if (digits === 'latin') return westernDigits(text);
  if (isLatin(node)) return text;
  const parted =
    digits.size === 0
      ? text
      : text.replace(/[.,]/g, (sign, at: number) => digits.get(start + (map?.[at] ?? at)) ?? sign);
  return easternDigits(parted);
}

/** Arabic text that was turned left to right is none. */
function isLatinLine({ dir, text }: TextLine): boolean {
  return dir === 'ltr' && textDirection(text) !== 'rtl';
}

function isLatin(node: Text): boolean {
  return node.parentElement?.closest('.run-latin, .run-address') != null;
}
