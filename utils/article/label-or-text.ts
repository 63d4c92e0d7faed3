import type { PhraseKind } from '../arabic/phrases.ts';
import { isHeading, type Line } from './lines.ts';

/** Characters; what a sub-heading opens says as much or is a list. */
const SENTENCE = 30;
/** Characters; a line as long, not linked, is running text. */
export const PARAGRAPH = 100;

/** Kinds of labels that are also the words of sub-headings («التفاصيل», «العلامات», «تحميل التطبيق»). */
const MAY_OPEN = new Set<PhraseKind>(['read-also', 'tags', 'promotion']);

/** Whether a heading that reads like a label has text of the article below it, unlinked. */
export function opensText(line: Line, next: Line | undefined): boolean {
  const { kind, place } = line.phrase ?? {};
  if (!isHeading(line) || !next || !kind || !MAY_OPEN.has(kind) || place === 'start') return false;
  return (
    !isHeading(next) &&
    !next.phrase &&
    next.linked === 0 &&
    (next.name === 'li' || next.text.length >= SENTENCE)
  );
}

/** What the list of what a text rests on is called, folded. */
const SOURCES =
  /^(?:ال)?(?:مصادر|مراجع|هوامش|حواشي|قراءات|sources|references|bibliograph(?:y|ie)|further reading)(?: و?(?:ال)?(?:مصادر|مراجع|هوامش|حواشي|قراءات|اضافيه|للمزيد|and|et|reading|references?|sources?))*$/;

/** Whether a line names what follows as the text's sources: links that are part of it. */
export function namesSources(line: Line | undefined): boolean {
  return line !== undefined && line.linked === 0 && isSourcesLabel(line.words);
}

/** Whether folded words are what such a list is called. */
export function isSourcesLabel(words: string): boolean {
  return words.length <= 40 && SOURCES.test(words);
}

/** Items of a list that say something of their own, from which on it is one of the text. */
const ITEMS = 2;

/** Whether what reads like an invitation is a step among others, none of which is linked or a label. */
export function isStep(
  { name, element, linked }: Line,
  lines: readonly Line[],
  at: number,
): boolean {
  if (name !== 'li' || linked > 0) return false;
  const beside = lines
    .slice(Math.max(0, at - LONGEST_ROW), at + LONGEST_ROW)
    .filter((other) => other.name === 'li' && other.element.parentNode === element.parentNode);
  const plain = beside.filter((other) => !other.phrase && other.linked === 0);
  return plain.length >= ITEMS && plain.length * 2 > beside.length;
}

/** Cells of a row that are looked at on either side. */
const LONGEST_ROW = 40;

/** A row of a table says one thing: beside a cell that is no label, and as short, a label is data too («طباعة | 12»). */
export function isDatum(
  { name, element, linked }: Line,
  at: number,
  lines: readonly Line[],
): boolean {
  if ((name !== 'td' && name !== 'th') || linked > 0) return false;
  const row = element.parentNode;
  return lines
    .slice(Math.max(0, at - LONGEST_ROW), at + LONGEST_ROW)
    .some(
      (other) =>
        other.element !== element &&
        other.element.parentNode === row &&
        !other.phrase &&
        other.linked === 0 &&
        other.text.length < PARAGRAPH,
    );
}

const WORD = /\p{L}{2}/u;

/** Two letters beside each other: no figure, sign or initial alone. */
export function holdsWord(text: string): boolean {
  return WORD.test(text);
}

/** Words between spaces; a day's and an hour's figures are none. */
export function countWords(text: string): number {
  return text.split(' ').filter(holdsWord).length;
}
