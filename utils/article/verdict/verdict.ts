import type { NoArticleReason } from '../article.ts';
import { saysWall } from './incomplete.ts';
import { lengthOf, linkDensity, type Line } from '../lines/lines.ts';
import type { Head } from '../metadata/meta.ts';
import { errorNames, isNamed, loginNames, namesSearch, saysNoResults } from './names.ts';
import { longestGallery } from './pictures.ts';
import { surveyOf, tellingOf, type Survey, type Telling } from './survey.ts';
import {
  isHeadlineLink,
  isSentence,
  isTeaserInOne,
  LONGEST_HEADLINE,
  longestList,
  SENTENCE,
  summariesIn,
} from '../lines/headline-links.ts';

/** Characters; most of the shortest true news items have about 150. */
const FEWEST_CHARACTERS = 140;
/** Characters; one sentence below a headline, with the who, what and where of a news item. */
const SHORTEST_NEWS = 90;
/** Characters; less is no article that happens to be named like an error, a search or a log-in. */
const SHORT_ARTICLE = 600;
/** Headlines of other pages below each other. */
const FEWEST_TEASERS = 5;
const LONG_LIST = 12;
const FEWEST_SUMMARIES = 3;
const FEWEST_PICTURES = 6;
const FEWEST_VERSES = 4;
/** Characters; a page with less has no site around its text. */
const LITTLE_ON_PAGE = 1500;

/** Why the page is not an article, or null when it is one. `page`: every line of it; `article`: the lines taken for one. */
export function verdictOn(
  page: readonly Line[],
  article: readonly Line[],
  document: Document,
  head: Head,
  url: string,
): NoArticleReason | null {
  if (!page.some(({ text }) => text)) return 'empty';
  if (
    tellsPlenty(tellingOf(article, summariesIn(article, page, false))) &&
    !isRoot(url) &&
    lengthOf(page) > LITTLE_ON_PAGE
  )
    return null;
  const survey = surveyOf(article, page, document, head, url);
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

/** Sentences of its own, and hardly any of others: whatever such a page calls itself. */
function tellsPlenty({ told, teased }: Telling): boolean {
  const own = told.filter((line) => !isTeaserInOne(line));
  return own.length >= 3 && lengthOf(own) >= SHORT_ARTICLE && teased.size < FEWEST_SUMMARIES;
}

/** Named as an error, or saying so where there is hardly any text: whatever teasers it offers instead. */
function isError({ names, told, toldLength, isOwned, statement, page }: Survey): boolean {
  if (toldLength >= SHORT_ARTICLE || (isOwned && statement.isArticle)) return false;
  if (names.some((name) => isNamed(name, errorNames()))) return true;
  if (told.length === 1 && MISSING.test(told[0]!.words)) return true;
  if (isOwned || toldLength >= FEWEST_CHARACTERS) return false;
  return page.some(
    (line) =>
      !line.hidden &&
      line.text.length <= LONGEST_HEADLINE &&
      linkDensity(line) < 0.5 &&
      /\p{L}/u.test(line.text) &&
      isNamed(line.words, errorNames()),
  );
}

/** What the one sentence of a page says that speaks of another that is not there, folded. */
const MISSING =
  /(?:الصفحه|الرابط|المقال|الخبر) (?:التي|الذي) (?:تبحث|طلبت|تحاول|كنت)|page you (?:are looking for|requested)/;

function isSearch(survey: Survey, list: boolean): boolean {
  const { names, toldLength, page, statement, url } = survey;
  const named = names.some(namesSearch);
  if (!named && !asksForWords(url)) return false;
  // «البحث عن …» is also a headline.
  if (statement.isArticle && !asksForWords(url) && toldLength >= FEWEST_CHARACTERS) return false;
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
  const { pathname, searchParams } = new URL(url);
  return (
    /\/(?:search|recherche|بحث)(?:\/|\.[a-z]+$|$)/i.test(decoded(pathname)) ||
    ['s', 'q', 'query', 'search', 'keyword', 'keywords'].some((name) => searchParams.has(name))
  );
}

/** At the root a text of the page's own has to outweigh the headlines of others, and to be long where no headline says whose it is. */
function isHome({ url, isOwned, toldLength, teased, statement, page }: Survey): boolean {
  if (!isRoot(url)) return false;
  if (toldLength < (isOwned ? FEWEST_CHARACTERS : SHORT_ARTICLE)) return true;
  const others = lengthOf(page.filter(isHeadlineLink)) + lengthOf([...teased]);
  return toldLength * (statement.isArticle ? 3 : 1) < others;
}

/** The site's address, or that of one of its languages, asking for nothing that has a number. */
function isRoot(url: string): boolean {
  const { pathname, search } = new URL(url);
  return (
    (search === '' || /^\?(?:lang|hl|locale|ref|utm_[a-z]+|fbclid|gclid)=/i.test(search)) &&
    /^\/(?:[a-z]{2}(?:-[a-z]{2})?(?:\/|$))?(?:(?:index|default|home|main)(?:\.[a-z]+)?\/?)?$/i.test(
      pathname,
    )
  );
}

/** A page that asks who one is, or a wall before any text. */
function isLogin(survey: Survey): boolean {
  const { names, statement, toldLength, isOwned, page, lines, url } = survey;
  if (toldLength < SHORT_ARTICLE && !isOwned && names.some((name) => isNamed(name, loginNames())))
    return true;
  if (statement.hasPassword && !statement.isArticle && toldLength < SHORT_ARTICLE && asksIn(url))
    return true;
  const beforeWall = lines.filter((line) => isSentence(line) && !saysWall(line));
  if (lengthOf(beforeWall) >= FEWEST_CHARACTERS) return false;
  if (isOwned && page.some((line) => !line.hidden && saysWall(line))) return true;
  const all = lengthOf(page.filter((line) => !line.hidden && linkDensity(line) < 0.5));
  return statement.hasPassword && !isOwned && all < LITTLE_ON_PAGE && !holdsList(survey);
}

/** An address at which sites ask who one is. */
function asksIn(url: string): boolean {
  return /\/(?:log-?in|sign-?in|register|sign-?up|connexion)(?:[/.?]|$)/i.test(url);
}

/** First words of other pages and little else; or a few words about what is listed right below or before them. */
function isList(survey: Survey): boolean {
  const { teased, toldLength, isOwned, statement } = survey;
  if (isOwned && statement.isArticle) return false;
  if (teased.size >= FEWEST_SUMMARIES && lengthOf([...teased]) > toldLength * (isOwned ? 3 : 1))
    return true;
  return !isOwned && (isAllTeasers(survey) || describesList(survey));
}

/** Each paragraph begins with the headline of another page. */
function isAllTeasers({ lines }: Survey): boolean {
  const teasers = lines.filter(isTeaserInOne).length;
  return (
    teasers >= FEWEST_TEASERS &&
    teasers >= lines.filter(({ text }) => text.length >= SENTENCE).length * 0.8
  );
}

/** What a tag or author is, with their articles below it; or what the site is, at the foot of a section. */
function describesList({ told, toldLength, statement, page }: Survey): boolean {
  const [first] = told;
  const last = told.at(-1);
  if (!first || !last || told.length > 2 || toldLength >= SHORT_ARTICLE) return false;
  const list = longestList(page);
  if (statement.isArticle || !list || list.count < FEWEST_TEASERS) return false;
  // A band of headlines above a short item is neither long nor tells more of them.
  const isMatter =
    list.count >= LONG_LIST || summariesIn(page, page, false).size >= FEWEST_SUMMARIES;
  if (!isMatter) return false;
  return statement.isList || list.to < first.index || isFollowedByHeadline(last, page);
}

function isFollowedByHeadline(line: Line, page: readonly Line[]): boolean {
  const next = page.slice(line.index + 1).find(({ text, hidden }) => text && !hidden);
  return next !== undefined && isHeadlineLink(next);
}

/** A list of the page's own; on a page with a headline one with first words, and no sentence beside it. */
function holdsList({ isOwned, statement, page, told }: Survey): boolean {
  if ((longestList(page)?.count ?? 0) < FEWEST_TEASERS) return false;
  if (!isOwned) return true;
  if (statement.isVideo || (statement.isArticle && told.length > 0)) return false;
  return summariesIn(page, page, true).size >= FEWEST_SUMMARIES;
}

function isGallery({ page, toldLength }: Survey): boolean {
  return toldLength < FEWEST_CHARACTERS && longestGallery(page) >= FEWEST_PICTURES;
}

/** Two figures in a line that is no sentence: a result, a price, hours. */
const FIGURES = /\d\D+\d/;

/** Text enough to read: sentences; verses or speeches, each of a few words; one sentence below its headline. */
function isEnough({ lines, told, toldLength, statement, isOwned }: Survey): boolean {
  const unlinked = lines.filter((line) => linkDensity(line) < 0.5);
  if (told.length > 0 && lengthOf(unlinked) >= FEWEST_CHARACTERS) return true;
  const spoken = unlinked.filter(
    ({ name, text }) =>
      !/^(?:t[dh]|figcaption)$/.test(name) && !FIGURES.test(text) && text.split(' ').length >= 3,
  );
  if (spoken.length >= FEWEST_VERSES && lengthOf(spoken) >= FEWEST_CHARACTERS) return true;
  if (!isOwned || statement.isVideo || told.length === 0) return false;
  return statement.isArticle || toldLength >= SHORTEST_NEWS;
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
