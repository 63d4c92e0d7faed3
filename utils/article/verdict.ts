import { foldWords } from '../arabic/fold.ts';
import type { NoArticleReason } from './article.ts';
import { saysWall } from './incomplete.ts';
import { linkDensity, type Line } from './lines.ts';
import { statementOf, type Statement } from './verdict-document.ts';
import {
  ERROR_NAMES,
  isNamed,
  LOGIN_NAMES,
  namesSearch,
  saysNoResults,
  titleParts,
} from './verdict-names.ts';
import { longestGallery } from './verdict-pictures.ts';
import {
  hasHeadlineWords,
  isHeadlineLink,
  isSentence,
  LONGEST_HEADLINE,
  longestList,
  SHORTEST_HEADLINE,
  summariesIn,
} from './verdict-teasers.ts';

/** Characters; the shortest true news items have about 150. */
const FEWEST_CHARACTERS = 140;
/** Characters; less is no article that happens to be named like an error, a search or a log-in. */
const SHORT_ARTICLE = 600;
/** Headlines of other pages below each other. */
const FEWEST_TEASERS = 5;
const FEWEST_SUMMARIES = 3;
const FEWEST_PICTURES = 6;
const FEWEST_VERSES = 4;
/** Characters; a page with less has no site around its text. */
const LITTLE_ON_PAGE = 1500;

/** What the page holds, counted once for all questions. */
interface Survey {
  page: readonly Line[];
  /** Without first words of other pages. */
  article: readonly Line[];
  statement: Statement;
  url: string;
  /** The title's parts and first-level headings, folded. */
  names: string[];
  /** Its sentences that are not first words of other pages. */
  told: Line[];
  toldLength: number;
  /** The article's sentences that are. */
  teased: ReadonlySet<Line>;
  /** The page prints a headline of its own that names no error, search or log-in. */
  isOwned: boolean;
}

/** Why the page is not an article, or null when it is one. `page`: every line of it; `article`: the lines taken for one. */
export function verdictOn(
  page: readonly Line[],
  article: readonly Line[],
  document: Document,
  url: string,
): NoArticleReason | null {
  if (!page.some(({ text }) => text)) return 'empty';
  const survey = surveyOf(page, article, document, url);
  if (isError(survey)) return 'error-page';
  const list = isList(survey);
  if (isSearch(survey, list)) return 'search';
  if (isHome(survey)) return 'home-page';
  if (isLogin(survey)) return 'login';
  if (list) return 'list';
  const gallery = isGallery(survey);
  if (!gallery && isEnough(survey) && !isConsent(survey)) return null;
  if (!gallery && holdsList(survey)) return 'list';
  return gallery ? 'gallery' : 'too-little-text';
}

function surveyOf(
  page: readonly Line[],
  article: readonly Line[],
  document: Document,
  url: string,
): Survey {
  const statement = statementOf(document);
  const parts = statement.titles.flatMap((title) => titleParts(title, statement.site));
  const headings = page.filter((line) => line.name === 'h1' && line.text && !line.hidden);
  const summaries = summariesIn(article, page);
  const told = article.filter((line) => isSentence(line) && !summaries.has(line));
  return {
    page,
    article: article.filter((line) => !summaries.has(line)),
    statement,
    url,
    names: [...parts, ...headings.map(({ words }) => words)],
    told,
    toldLength: lengthOf(told),
    teased: summaries,
    isOwned: page.some((line) => isOwnHeadline(line, statement)),
  };
}

/**
 * A first-level heading, or a line that the title repeats, with words enough for a headline.
 */
function isOwnHeadline(line: Line, { titles, site }: Statement): boolean {
  const { text, name, hidden } = line;
  if (hidden || text.length < SHORTEST_HEADLINE || text.length > LONGEST_HEADLINE) return false;
  if (!hasHeadlineWords(text) || linkDensity(line) > 0.5) return false;
  const { words } = line;
  const isStated = name === 'h1' || titles.some((title) => foldWords(title).includes(words));
  return isStated && words !== foldWords(site) && !namesNoArticle(words);
}

function namesNoArticle(words: string): boolean {
  return isNamed(words, ERROR_NAMES) || isNamed(words, LOGIN_NAMES);
}

/** Named as an error, or saying so where there is hardly any text: whatever teasers it offers instead. */
function isError({ names, toldLength, isOwned, page }: Survey): boolean {
  if (isOwned || toldLength >= SHORT_ARTICLE) return false;
  if (names.some((name) => isNamed(name, ERROR_NAMES))) return true;
  return page.some(
    (line) =>
      !line.hidden &&
      line.text.length <= LONGEST_HEADLINE &&
      linkDensity(line) < 0.5 &&
      /\p{L}/u.test(line.text) &&
      isNamed(line.words, ERROR_NAMES),
  );
}

function isSearch(survey: Survey, list: boolean): boolean {
  const { names, toldLength, page, statement, url } = survey;
  const named = names.some(namesSearch);
  if (!named && !asksForWords(url)) return false;
  if (list) return true;
  if (toldLength >= SHORT_ARTICLE) return false;
  const none = page.some(
    (line) => !line.hidden && line.text.length <= LONGEST_HEADLINE && saysNoResults(line.words),
  );
  if (none) return true;
  return toldLength < FEWEST_CHARACTERS && !statement.isArticle && (named || holdsList(survey));
}

/** An address that carries what was looked for. */
function asksForWords(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, searchParams } = new URL(url);
  return (
    /\/(?:search|recherche|بحث)(?:\/|\.\w+$|$)/i.test(decoded(pathname)) ||
    ['s', 'q', 'query', 'search', 'keyword', 'keywords'].some((name) => searchParams.has(name))
  );
}

/** At the root a text of the page's own has to outweigh the headlines of others. */
function isHome({ url, isOwned, toldLength, statement, page }: Survey): boolean {
  if (!isRoot(url)) return false;
  if (!isOwned || toldLength < FEWEST_CHARACTERS) return true;
  const others = lengthOf(page.filter(isHeadlineLink));
  return toldLength * (statement.isArticle ? 3 : 1) < others;
}

/** The site's address, or that of one of its languages, asking for nothing that has a number. */
function isRoot(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  return (
    (search === '' || /^\?(?:lang|hl|locale|ref|utm_\w+|fbclid|gclid)=/i.test(search)) &&
    /^\/(?:[a-z]{2}(?:-[a-z]{2})?(?:\/|$))?(?:(?:index|default|home|main)(?:\.[a-z]+)?\/?)?$/i.test(
      pathname,
    )
  );
}

/** A page that asks who one is, or a wall before any text. */
function isLogin(survey: Survey): boolean {
  const { names, statement, toldLength, isOwned, page, article } = survey;
  if (toldLength < SHORT_ARTICLE && !isOwned && names.some((name) => isNamed(name, LOGIN_NAMES)))
    return true;
  const beforeWall = article.filter((line) => isSentence(line) && !saysWall(line.words));
  if (lengthOf(beforeWall) >= FEWEST_CHARACTERS) return false;
  if (isOwned && page.some((line) => !line.hidden && saysWall(line.words))) return true;
  const all = lengthOf(page.filter((line) => !line.hidden && linkDensity(line) < 0.5));
  return statement.hasPassword && !isOwned && all < LITTLE_ON_PAGE && !holdsList(survey);
}

/** First words of other pages and little else; or a few words about what is listed right below or before them. */
function isList(survey: Survey): boolean {
  const { teased, told, toldLength, isOwned, statement, page } = survey;
  if (teased.size >= FEWEST_SUMMARIES && lengthOf([...teased]) > toldLength * (isOwned ? 3 : 1))
    return true;
  if (isOwned || statement.isArticle || told.length > 2 || toldLength >= SHORT_ARTICLE)
    return false;
  const list = longestList(page);
  const first = told[0];
  const last = told.at(-1);
  if (!list || list.count < FEWEST_TEASERS) return false;
  if (!first || !last) return false;
  return statement.isList || list.to < first.index || isFollowedByHeadline(last, page);
}

function isFollowedByHeadline(line: Line, page: readonly Line[]): boolean {
  const next = page.slice(line.index + 1).find(({ text, hidden }) => text && !hidden);
  return next !== undefined && isHeadlineLink(next);
}

function holdsList({ isOwned, statement, page }: Survey): boolean {
  if ((longestList(page)?.count ?? 0) < FEWEST_TEASERS) return false;
  if (!isOwned) return true;
  return (
    !statement.isArticle && !statement.isVideo && summariesIn(page, page).size >= FEWEST_SUMMARIES
  );
}

function isGallery({ page, toldLength }: Survey): boolean {
  return toldLength < FEWEST_CHARACTERS && longestGallery(page) >= FEWEST_PICTURES;
}

/** Text enough to read: sentences; verses or speeches, each of a few words; one sentence where the page says it is an article. */
function isEnough({ article, told, statement, isOwned }: Survey): boolean {
  const unlinked = article.filter((line) => linkDensity(line) < 0.5);
  if (told.length > 0 && lengthOf(unlinked) >= FEWEST_CHARACTERS) return true;
  const spoken = unlinked.filter(
    ({ name, text }) => !/^(?:t[dh]|figcaption)$/.test(name) && text.split(' ').length >= 3,
  );
  if (spoken.length >= FEWEST_VERSES && lengthOf(spoken) >= FEWEST_CHARACTERS) return true;
  return told.length > 0 && isOwned && statement.isArticle && !statement.isVideo;
}

/** A question about cookies in the place of a page. */
function isConsent({ told, toldLength, isOwned, page }: Survey): boolean {
  if (isOwned || lengthOf(page) > LITTLE_ON_PAGE) return false;
  return lengthOf(told.filter(({ text }) => COOKIES.test(text))) >= toldLength * 0.5;
}
const COOKIES = /ملفات (?:تعريف )?الارتباط|الكوكيز|كوكيز|cookies/i;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
