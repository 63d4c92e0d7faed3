import { foldWords } from '../arabic/fold.ts';
import type { IncompleteReason } from './article.ts';
import type { Line } from './lines.ts';

/** Lines after the text in which the page may say that there is more. */
const NEAR = 12;
/** Words; a longer line is a sentence of somebody's. */
const LONGEST_NOTICE = 30;

const WALL = [
  'للمشتركين فقط',
  'خاص بالمشتركين',
  'حصري للمشتركين',
  'هذا المحتوى للمشتركين',
  'اشترك لمواصلة القراءة',
  'اشترك لقراءة',
  'سجل الدخول لمتابعة القراءة',
  'سجل دخولك لقراءة',
  'لمتابعة القراءة اشترك',
  'لمواصلة القراءة',
  'subscribe to continue',
  'subscribe to read',
  'for subscribers only',
  'already a subscriber',
  'réservé aux abonnés',
  'abonnez vous pour lire',
].map(foldWords);

const FOLD = [
  'أكمل القراءة',
  'تابع القراءة',
  'متابعة القراءة',
  'اقرأ بقية',
  'لقراءة بقية',
  'قراءة المقال كاملا',
  'اقرأ الخبر كاملا',
  'اقرأ المقال كاملا',
  'continue reading',
  'read the full',
  'lire la suite',
].map(foldWords);

/** Why the page holds back text, or null where it shows all: its own words right after the text, or a next page of the same address. */
export function incompleteReason(
  page: readonly Line[],
  article: readonly Line[],
  document: Document,
  url: string,
): IncompleteReason | null {
  const last = article.findLast(({ text }) => text);
  if (!last) return null;
  const after = page.filter(({ index, text }) => text && index > last.index).slice(0, NEAR);
  const notices = [last, ...after].filter(({ words }) => words.split(' ').length <= LONGEST_NOTICE);
  if (notices.some(({ words }) => WALL.some((phrase) => words.includes(phrase)))) return 'wall';
  const cut = /(?:…|\.\.\.)\s*\]?$/.test(last.text);
  const more = after
    .slice(0, 4)
    .some(({ words }) => FOLD.some((phrase) => words.startsWith(phrase)));
  if (cut && more) return 'fold';
  return hasNextPage(document, url) ? 'next-page' : null;
}

/** `rel=next` that is this address with a page number: on many sites it names the next article. */
function hasNextPage(document: Document, url: string): boolean {
  const next = Document.prototype.querySelector.call(document, 'link[rel~="next"][href]');
  const address = next && Element.prototype.getAttribute.call(next, 'href');
  if (!address || !URL.canParse(address, url)) return false;
  const target = new URL(address, url);
  const own = new URL(url);
  if (target.host !== own.host) return false;
  const path = own.pathname.replace(/\/$/, '');
  const rest = target.pathname.startsWith(path) ? target.pathname.slice(path.length) : null;
  if (rest !== null && /^\/(?:page\/)?\d+\/?$/.test(rest)) return path !== '';
  return (rest === '' || rest === '/') && /[?&]page=\d+/.test(target.search);
}
