import { foldWords } from '../arabic/fold.ts';
import { matchPhrase, type PhraseKind } from '../arabic/phrases.ts';
import type { IncompleteReason } from './article.ts';
import * as dom from './dom.ts';
import { hasNextPage } from './incomplete-pages.ts';
import { isHeading, type Line } from './lines.ts';
import { isHeadlineLink, isSentence } from './verdict-teasers.ts';

/** Lines after the text in which the page may say that there is more. */
const NEAR = 12;
/** Words, and characters they may have; a longer line is a sentence of somebody's. */
const LONGEST_NOTICE = 30;
const LONGEST_NOTICE_TEXT = 300;
/** Words; a fold's label says that there is more and nothing else. */
const LONGEST_LABEL = 6;

/** Says what the reader has to do for the rest. */
const WALL = [
  'هذا المحتوى للمشتركين',
  'هذا المحتوى مخصص للمشتركين',
  'هذا المحتوى خاص بالمشتركين',
  'هذا المحتوى حصري',
  'هذا المقال للمشتركين',
  'هذا المقال مخصص للمشتركين',
  'هذا المقال خاص بالمشتركين',
  'هذه المادة للمشتركين',
  'اشترك لمواصلة القراءة',
  'اشترك لمتابعة القراءة',
  'اشترك لقراءة المقال',
  'اشترك لقراءة بقية',
  'اشترك الآن لمواصلة',
  'اشترك الآن لقراءة',
  'سجل الدخول لمتابعة القراءة',
  'سجل الدخول لمواصلة القراءة',
  'سجل لمتابعة القراءة',
  'سجل دخولك لقراءة',
  'سجل دخولك لمتابعة',
  'لمتابعة القراءة اشترك',
  'لمتابعة القراءة سجل',
  'لمواصلة القراءة اشترك',
  'لمواصلة القراءة سجل',
  'لقراءة بقية المقال اشترك',
  'subscribe to continue',
  'subscribe to read',
  'subscribe to keep reading',
  'sign in to continue reading',
  'log in to continue reading',
  'register to continue reading',
  'to continue reading subscribe',
  'already a subscriber',
  'this article is for subscribers',
  'this content is for subscribers',
  'abonnez vous pour lire',
  'abonnez vous pour continuer',
  'connectez vous pour lire',
  'pour lire la suite abonnez vous',
  'la suite est réservée aux abonnés',
  'déjà abonné',
].map(foldWords);

/** Says whom a thing is for: a wall only where the line is about the text, or says nothing else. */
const FOR_SUBSCRIBERS = [
  'للمشتركين فقط',
  'للمشتركين حصرا',
  'خاص بالمشتركين',
  'حصري للمشتركين',
  'متاح للمشتركين',
  'for subscribers only',
  'subscribers only',
  'réservé aux abonnés',
  'réservée aux abonnés',
].map(foldWords);
const OF_THE_TEXT =
  /^(?:(?:هذا|هذه) )?(?:المحتوي|المقال|الماده|الخبر|التقرير|النص|بقيه|تتمه|باقي)(?: |$)|^(?:this |the |full )*(?:article|content|story|text)(?: |$)|^(?:cet? |le |la |l )*(?:article|contenu|suite)(?: |$)/u;

const FOLD = [
  'أكمل القراءة',
  'تابع القراءة',
  'متابعة القراءة',
  'واصل القراءة',
  'مواصلة القراءة',
  'اقرأ المزيد',
  'قراءة المزيد',
  'عرض المزيد',
  'إقرأ بقية',
  'اقرأ بقية',
  'لقراءة بقية',
  'بقية الخبر',
  'بقية المقال',
  'تتمة المقال',
  'عرض المقال كاملا',
  'قراءة المقال كاملا',
  'لقراءة المقال كاملا',
  'لقراءة الخبر كاملا',
  'اقرأ الخبر كاملا',
  'اقرأ المقال كاملا',
  'continue reading',
  'keep reading',
  'read more',
  'show more',
  'read the full',
  'read full',
  'lire la suite',
  'lire plus',
  'voir plus',
].map(foldWords);

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
  if (WALL.some((phrase) => words.includes(phrase))) return true;
  const phrase = FOR_SUBSCRIBERS.find((one) => words.includes(one));
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

function isElsewhere({ text }: Line): boolean {
  const kind = matchPhrase(text)?.kind;
  return kind !== undefined && ELSEWHERE.has(kind);
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

function hasFoldButton(document: Document): boolean {
  const buttons = Document.prototype.querySelectorAll.call(document, 'button,[role="button"]');
  return Array.from(buttons).some((button) =>
    isFoldLabel(foldWords(dom.textContent(button) ?? '')),
  );
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
  return wordsIn(words) <= LONGEST_LABEL && FOLD.some((phrase) => words.startsWith(phrase));
}

/** «… continue reading» as the last words of the line itself, in a link. */
function endsInFold({ text, words, linked }: Line): boolean {
  return (
    linked > 0 && linked < text.length * 0.5 && FOLD.some((phrase) => words.endsWith(` ${phrase}`))
  );
}

function wordsIn(words: string): number {
  return words.split(' ').length;
}
