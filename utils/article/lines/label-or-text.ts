import type { PhraseKind } from '../../arabic/phrases.ts';
import { isHeading, type Line } from './lines.ts';

/** Characters; what a sub-heading opens says as much or is a list. */
const SENTENCE = 30;
/** Characters; a line as long, not linked, is running text. */
export const PARAGRAPH = 100;

/** Kinds of labels that are also the words of sub-headings («التفاصيل», «العلامات», «تحميل التطبيق»). */
const MAY_OPEN = new Set<PhraseKind>(['read-also', 'tags', 'promotion']);
/** Kinds that open running text alone («الإعلان», «العودة», «صور», «الأكثر تداولا»): below a label stand short lines. */
const MAY_OPEN_TEXT = new Set<PhraseKind>([
  'share',
  'advertisement',
  'navigation',
  'embed-leftover',
  'loading',
  'related',
]);
/** Kinds that also tell what to do in one step of several. */
const STEPS = new Set<PhraseKind>([
  'promotion',
  'share',
  'advertisement',
  'navigation',
  'loading',
  'embed-leftover',
]);

/** Whether a heading that reads like a label has text of the article below it, unlinked; or a term its meaning. */
export function opensText(line: Line, next: Line | undefined): boolean {
  const { kind, place, phrase = '' } = line.phrase ?? {};
  if (!next || next.phrase || next.linked > 0 || !kind || place === 'start') return false;
  // A note to whoever lays out the page.
  if (phrase.startsWith('كادر')) return false;
  if (line.name === 'dt') return line.linked === 0 && next.name === 'dd';
  if (!isHeading(line) || isHeading(next)) return false;
  if (kind === 'advertisement' && !phrase.startsWith('ال')) return false;
  if (/^(?:شارك|مشاركه|ا?نشر|ارسا?ل|طباعه|اطبع)/.test(phrase)) return false;
  if (MAY_OPEN_TEXT.has(kind)) return line.linked === 0 && next.text.length >= PARAGRAPH;
  return MAY_OPEN.has(kind) && (next.name === 'li' || next.text.length >= SENTENCE);
}

/** What the list of what a text rests on is called, folded. */
const SOURCES =
  /^(?:ال)?(?:مصادر|مراجع|هوامش|حواشي|قراءات|sources|references|bibliograph(?:y|ie)|further reading)(?: و?(?:ال)?(?:مصادر|مراجع|هوامش|حواشي|قراءات|اضافيه|للمزيد|and|et|reading|references?|sources?))*$/;

/** «استندت الدراسة إلى أربع قواعد بيانات، هي:»: a sentence that sends to what a text rests on; a call to read on begins otherwise. */
const SENDS =
  /^(?!ل|اقر|طالع|شاهد|تابع|انظر)(?=(?:\S+ ){4}).* (?:[وبل]?(?:ال)?(?:وثائق|مصادر|مراجع|دراسات|روابط|مواقع|تقارير)|قواعد (?:ال)?بيانات)(?: |$)/;

/** Whether a line names what follows as the text's sources: links that are part of it. */
export function namesSources(line: Line | undefined): boolean {
  if (!line || line.linked > 0) return false;
  if (isSourcesLabel(line.words)) return true;
  return line.phrase === null && /[:：]$/.test(line.text) && SENDS.test(line.words);
}

/** Whether folded words are what such a list is called. */
export function isSourcesLabel(words: string): boolean {
  return words.length <= 40 && SOURCES.test(words);
}

/** Items of a list that say something of their own, from which on it is one of the text. */
const ITEMS = 2;

/** Whether what reads like an invitation is a step among others, none of which is linked or a label. */
export function isStep(
  { name, element, linked, phrase }: Line,
  lines: readonly Line[],
  at: number,
): boolean {
  if (name !== 'li' || linked > 0 || !phrase || !STEPS.has(phrase.kind)) return false;
  const beside = lines
    .slice(Math.max(0, at - LONGEST_ROW), at + LONGEST_ROW)
    .filter((other) => other.name === 'li' && other.element.parentNode === element.parentNode);
  const plain = beside.filter((other) => !other.phrase && other.linked === 0);
  return plain.length >= ITEMS && plain.length * 2 > beside.length;
}

/** Whether a line is one of a numbered list in which nothing is linked: the platforms ranked, the articles of a law. */
export function isItem({ name, element, linked }: Line): boolean {
  const list = element.parentElement;
  return name === 'li' && linked === 0 && list?.localName === 'ol' && !list.holds('a');
}

const VALUE = /^[^:：]{2,30}[:：]\s*\S/;

/** Whether a text reads «name: value». */
export function isValue({ text }: { text: string }): boolean {
  return VALUE.test(text);
}

/** Whether a line is one of three or more «name: value» of one box: what a device can do, who made a film. */
export function isOneOfValues(line: Line, lines: readonly Line[], at: number): boolean {
  if (line.linked > 0 || !isValue(line)) return false;
  const beside = lines
    .slice(Math.max(0, at - LONGEST_ROW), at + LONGEST_ROW)
    .filter((other) => other.element.parentNode === line.element.parentNode && isValue(other));
  return beside.length >= 3;
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
