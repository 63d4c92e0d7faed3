import { sourceOf, sourceOffset, shownOffset } from './shown-text.ts';

/** A place in the text of a block: a text node and an offset in what it shows. */
export interface TextPlace {
  node: Text;
  offset: number;
}

/** A character of a block's source, and the place it is shown at. */
type Character = TextPlace & { at: number };

/**
 * The characters of a block in order, with the offset each has in the block's own text as it was
 * published (see `utils/article/blocks.ts`): white space counts once, a line break as a space, none
 * at the ends. Offsets are these under every setting; a mark that is not shown is not among the
 * characters, and its offset belongs to the letter before it.
 */
function* characters(block: Node): Generator<Character> {
  let at = 0;
  let space = false;
  for (const text of textsOf(block)) {
    if (text === null) {
      space = true;
      continue;
    }
    const source = sourceOf(text);
    const changed = source !== text.data;
    for (let unit = 0; unit < source.length; unit += 1) {
      if (/\s/.test(source[unit] ?? '')) space = true;
      else {
        if (space && at > 0) at += 1;
        space = false;
        const offset = changed ? shownOffset(text, unit) : unit;
        if (!changed || sourceOffset(text, offset) === unit) yield { node: text, offset, at };
        at += 1;
      }
    }
  }
}

/** Every place of a block that a character stands at, in order. */
export function placesOf(block: Node): Character[] {
  return [...characters(block)];
}

/** Where the character with that offset stands in the document, or the last before it; null in a block without text. */
export function placeAt(block: Node, offset: number): TextPlace | null {
  let last: Character | null = null;
  for (const place of characters(block)) {
    if (place.at > offset) break;
    last = place;
  }
  return last && { node: last.node, offset: last.offset };
}

/**
 * What a block shows of a stretch of its text, given as [start, end) in offsets of the source, as a
 * range of the document: for highlights, marks, the sentence being read. Null where nothing of it
 * is shown.
 */
export function rangeOf(block: Node, start: number, end: number): Range | null {
  let first: Character | null = null;
  let last: Character | null = null;
  for (const place of characters(block)) {
    if (place.at >= end) break;
    if (place.at >= start) first ??= place;
    last = place;
  }
  // A stretch may begin in a mark that is not shown: then it begins with what follows.
  if (!first || !last || !block.ownerDocument) return null;
  const range = block.ownerDocument.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/**
 * The stretch of a block's text that a range of the document shows (a selection, say, be it of more
 * than the block), as [start, end) in offsets of the source: marks of its last letter are in it,
 * shown or not. Null where nothing of the block is in the range.
 */
export function stretchOf(block: Node, range: Range): { start: number; end: number } | null {
  let start: number | null = null;
  let end = 0;
  const text = blockText(block);
  for (const { node, offset, at } of characters(block)) {
    const isIn =
      range.comparePoint(node, offset) === 0 && range.comparePoint(node, offset + 1) === 0;
    if (isIn) {
      start ??= at;
      end = at + 1;
    } else if (start !== null) return { start, end: withMarks(text, end, at) };
  }
  return start === null ? null : { start, end: withMarks(text, end, text.length) };
}

/** What is not shown between a letter and what is shown next. */
function withMarks(text: string, end: number, next: number): number {
  const space = text.slice(end, next).indexOf(' ');
  return space < 0 ? next : end + space;
}

/** The text of a block as it was published: what all offsets are of. */
export function blockText(block: Node): string {
  let text = '';
  for (const node of textsOf(block)) text += node ? sourceOf(node) : ' ';
  return text.replace(/\s+/g, ' ').trim();
}

/** The text nodes of a block, null for each line break. A picture's words are no text of it. */
function* textsOf(block: Node): Generator<Text | null> {
  for (let node = block.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) yield node as Text;
    else if (node instanceof Element && !node.classList.contains('alt')) {
      if (node.localName === 'br') yield null;
      else yield* textsOf(node);
    }
  }
}
