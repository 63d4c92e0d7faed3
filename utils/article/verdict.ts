import { foldWords } from '../arabic/fold.ts';
import type { NoArticleReason } from './article.ts';
import { isHeading, linkDensity, type Line } from './lines.ts';

/** Characters; the shortest true news items have about 150. */
const FEWEST_CHARACTERS = 140;
/** Characters of a line that reads as a sentence. */
const SENTENCE = 60;

const ERRORS = [
  '404',
  'الصفحة غير موجودة',
  'الصفحة المطلوبة غير موجودة',
  'لم يتم العثور',
  'عذرا الصفحة',
  'خطأ 404',
  'page not found',
  'not found',
  'page introuvable',
  'access denied',
  '403 forbidden',
  '500 internal server error',
].map(foldWords);
const SEARCHES = ['نتائج البحث', 'نتيجة البحث', 'search results', 'résultats de recherche'].map(
  foldWords,
);
const LOGINS = ['تسجيل الدخول', 'سجل الدخول', 'log in', 'login', 'sign in', 'connexion'].map(
  foldWords,
);

/** Why the page is not an article, or null when it is one. `page`: every line of it; `article`: the lines taken for one. */
export function verdictOn(
  page: readonly Line[],
  article: readonly Line[],
  document: Document,
  url: string,
): NoArticleReason | null {
  const shown = page.filter(({ text }) => text);
  if (shown.length === 0) return 'empty';
  const characters = lengthOf(article);
  const sentences = article.filter(
    (line) => line.text.length >= SENTENCE && linkDensity(line) < 0.3,
  );
  const all = lengthOf(shown);
  const linked = shown.reduce((sum, line) => sum + line.linked, 0);
  const names = [
    document.title,
    ...shown
      .filter(isHeading)
      .slice(0, 4)
      .map(({ text }) => text),
  ].map(foldWords);
  const named = (phrases: readonly string[]): boolean =>
    names.some((name) =>
      phrases.some((phrase) => name.startsWith(phrase) || name.endsWith(phrase)),
    );

  const short = characters < 600;
  if (short && named(ERRORS)) return 'error-page';
  if (named(SEARCHES) && (short || teasers(page) >= 3)) return 'search';
  if (isRoot(url) && (linked / all > 0.4 || sentences.length < 5 || teasers(page) >= 6))
    return 'home-page';
  if (characters >= FEWEST_CHARACTERS && sentences.length > 0 && !isList(article, page))
    return null;
  if (characters < FEWEST_CHARACTERS && hasPassword(document) && (named(LOGINS) || all < 1500))
    return 'login';
  if (isList(article, page) || linked / all > 0.6) return 'list';
  if (pictures(page) >= 8 && characters < 400) return 'gallery';
  return 'too-little-text';
}

function isRoot(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  return (
    search === '' && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.[a-z]+|home\/?)?$/i.test(pathname)
  );
}

/** Headings that are links, each the headline of another page. */
function teasers(lines: readonly Line[]): number {
  return lines.filter(
    (line) => isHeading(line) && linkDensity(line) > 0.9 && line.text.length >= 20,
  ).length;
}

/** Other pages' headlines with their first words, and no running text besides. */
function isList(article: readonly Line[], page: readonly Line[]): boolean {
  const long = article.filter((line) => line.text.length >= 200 && linkDensity(line) < 0.3).length;
  return long < 2 && lengthOf(article) < 800 && teasers(article) >= 3 && teasers(page) >= 5;
}

function hasPassword(document: Document): boolean {
  return Document.prototype.querySelector.call(document, 'input[type="password"]') !== null;
}

function pictures(lines: readonly Line[]): number {
  return lines.filter((line) => line.element.querySelector('img')).length;
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
