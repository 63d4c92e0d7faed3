import { foldWords } from '../../arabic/fold.ts';
import { type PhraseKind } from '../../arabic/phrases.ts';
import type { IncompleteReason } from '../article.ts';
import * as dom from '../page/dom.ts';
import { hasNextPage } from './incomplete-pages.ts';
import { isHeading, type Line } from '../lines/lines.ts';
import { isHeadlineLink, isSentence } from '../lines/headline-links.ts';

/** Lines after the text in which the page may say that there is more. */
const NEAR = 12;
/** Words, and characters they may have; a longer line is a sentence of somebody's. */
const LONGEST_NOTICE = 30;
const LONGEST_NOTICE_TEXT = 300;
/** Words; a fold's label says that there is more and nothing else. */
const LONGEST_LABEL = 6;

// The patterns are read over folded words: no hamza, no teh marbuta, no marks.
const TEXT = 'المحتوي|المقال|الماده|الخبر|التقرير|النص|الموضوع';

/** Says what the reader has to do for the rest. */
const WALL = new RegExp(
  [
    `(?:هذا|هذه) (?:${TEXT}) (?:[^ ]+ )?(?:للمشتركين|بالمشتركين|حصري(?:$| لل?(?:مشترك|اعضا|قراء)))`,
    `(?:اشترك|سجل|سجل الدخول|سجل دخولك)(?: الان)? (?:لمواصله|لمتابعه|لاكمال|لاستكمال) (?:القراءه|قراءه|بقيه)`,
    `(?:اشترك|سجل|سجل الدخول|سجل دخولك)(?: الان)? لقراءه (?:بقيه|تتمه|باقي|${TEXT})`,
    '(?:لمواصله|لمتابعه|لاكمال|لاستكمال) القراءه (?:اشترك|سجل|يرجي|يجب)',
    `لقراءه (?:بقيه|تتمه|باقي) (?:${TEXT}) (?:اشترك|سجل|يرجي|يجب)`,
    '(?:subscribe|sign in|log in|register) to (?:continue|keep reading|read the|read this|unlock)',
    'to (?:continue|keep) reading (?:subscribe|sign in|log in|register|please)',
    '(?:article|content|story) is (?:only )?(?:for|available to|reserved for) (?:our )?subscribers',
    'already a subscriber',
    '(?:abonnez|connectez) vous pour (?:lire|continuer)',
    'pour lire la suite (?:abonnez|connectez|veuillez)',
    'la suite (?:de cet article )?est réservée aux abonnés',
    'déjà abonné',
  ].join('|'),
  'u',
);

/** Says whom a thing is for: a wall only where the line is about the text, or says nothing else. */
const FOR_SUBSCRIBERS =
  /(?:للمشتركين (?:فقط|حصرا)|(?:خاص|خاصه|حصري|حصريه) (?:بالمشتركين|للمشتركين)|(?:for )?subscribers only|réservée? aux abonnés)/u;
const OF_THE_TEXT = new RegExp(
  `^(?:(?:هذا|هذه) )?(?:${TEXT}|بقيه|تتمه|باقي) |^(?:this |the |full )*(?:article|content|story|text) |^(?:cet? |le |la |l )*(?:article|contenu|suite) `,
  'u',
);

const FOLD = [
  '(?:اكمل|تابع|متابعه|واصل|مواصله|استكمال) القراءه',
  '(?:اقرا|قراءه|عرض|شاهد) المزيد',
  `(?:(?:اقرا|لقراءه|قراءه|عرض) )?(?:بقيه|تتمه|باقي) (?:${TEXT})`,
  `(?:اقرا|لقراءه|قراءه|عرض) (?:${TEXT}) (?:كاملا|كامله|الكامل)`,
  '(?:continue|keep) reading',
  '(?:read|show|view|see) (?:more|full|the full|the rest)',
  'lire la suite',
  '(?:lire|voir|afficher) plus',
].join('|');
const BEGINS_AS_FOLD = new RegExp(`^(?:${FOLD})(?: |$)`, 'u');
const ENDS_IN_FOLD = new RegExp(` (?:${FOLD})$`, 'u');

/** Labels below which the page no longer speaks of this text. */
const ELSEWHERE = new Set<PhraseKind>(['related', 'comments']);

/** Why the page holds back text, or null where it shows all: its own words right after the text, hidden text there, or a next page of the same address. */
export function incompleteReason(
  page: readonly Line[],
  article: readonly Line[],
  document: Document,
  url: string,
): IncompleteReason | null {
  const last = article.findLast(({ text }) => text);
  if (!last) return null;
  const after = ownLinesAfter(last, page);
  const shown = after.filter(({ hidden }) => !hidden);
  if ([last, ...shown].some(saysWall)) return 'wall';
  if (isFolded(last, shown, after, article, document)) return 'fold';
  return hasNextPage(document, url) ? 'next-page' : null;
}

/** Whether a line says that the rest is for subscribers; a longer line is a sentence of somebody's. */
export function saysWall({ text, words }: Line): boolean {
  if (text.length > LONGEST_NOTICE_TEXT || wordsIn(words) > LONGEST_NOTICE) return false;
  if (WALL.test(words)) return true;
  const phrase = FOR_SUBSCRIBERS.exec(words)?.[0];
  return phrase !== undefined && (OF_THE_TEXT.test(words) || wordsIn(words) <= wordsIn(phrase) + 1);
}

/** The lines after the text up to the page's next matter: other articles, comments. */
function ownLinesAfter(last: Line, page: readonly Line[]): Line[] {
  const lines: Line[] = [];
  for (const line of page.slice(last.index + 1)) {
    if (!line.text) continue;
    if (lines.length >= NEAR || isHeadlineLink(line) || isElsewhere(line)) break;
    lines.push(line);
  }
  return lines;
}

function isElsewhere({ phrase }: Line): boolean {
  return phrase !== null && ELSEWHERE.has(phrase.kind);
}

/**
 * A label that there is more, right after a text that breaks off; or text that is hidden there and
 * stands nowhere else, with a control to show it. A fold that only covers its text by style hides
 * nothing: what it covers is among the article's lines.
 */
function isFolded(
  last: Line,
  shown: readonly Line[],
  after: readonly Line[],
  article: readonly Line[],
  document: Document,
): boolean {
  const [next] = shown;
  const says = next !== undefined && saysFold(next);
  if ((says && breaksOff(last.text)) || endsInFold(last)) return true;
  const until = next && !says ? after.indexOf(next) : after.length;
  const hidden = after.slice(0, until).filter((line) => line.hidden && isSentence(line));
  if (hidden.length === 0) return false;
  const told = new Set(article.map(({ words }) => words));
  return hidden.some(({ words }) => !told.has(words)) && (says || hasFoldButton(document));
}

/** Whether the page has a control that says it opens the rest of the text: a line of its own, or a button. */
export function hasFoldControl(lines: readonly Line[], document: Document): boolean {
  return lines.some((line) => !line.hidden && saysFold(line)) || hasFoldButton(document);
}

function hasFoldButton(document: Document): boolean {
  return dom
    .queryAll(document, 'button,[role="button"]')
    .some((button) => isFoldLabel(foldWords(dom.textContent(button) ?? '')));
}

/** Without the full stop, question mark or closing mark that ends a text; dots say that it goes on. */
function breaksOff(text: string): boolean {
  const end = text.slice(-5);
  return !/[.!؟?»”")\]:؛。]$/u.test(end) || /(?:…|\.\.\.?)\]?$/.test(end);
}

function saysFold(line: Line): boolean {
  return !isHeading(line) && line.text.length <= LONGEST_NOTICE_TEXT && isFoldLabel(line.words);
}

function isFoldLabel(words: string): boolean {
  return wordsIn(words) <= LONGEST_LABEL && BEGINS_AS_FOLD.test(words);
}

/** «… continue reading» as the last words of the line itself, in a link. */
function endsInFold({ text, linked }: Line): boolean {
  return linked > 0 && linked < text.length * 0.5 && ENDS_IN_FOLD.test(foldWords(text.slice(-80)));
}

function wordsIn(words: string): number {
  return words.split(' ').length;
}
