import { foldWords } from '../../arabic/fold.ts';
import { absolute, bareHost } from '../page/addresses.ts';
import * as dom from '../page/dom.ts';
import { lengthOf, linkDensity, type Line } from '../lines/lines.ts';
import type { Head } from '../metadata/meta.ts';
import { titleParts } from '../page/title-parts.ts';
import { statementOf, type Statement } from './document.ts';
import { errorNames, isNamed, loginNames } from './names.ts';
import {
  hasHeadlineWords,
  headlineOf,
  isSentence,
  LONGEST_HEADLINE,
  SHORTEST_HEADLINE,
  summariesIn,
} from '../lines/headline-links.ts';

/** The article's lines, told apart: what the page tells itself and what announces other pages. */
export interface Telling {
  /** Without first words of other pages. */
  lines: readonly Line[];
  /** Its sentences among them, and their characters. */
  told: readonly Line[];
  toldLength: number;
  /** First words of other pages. */
  teased: ReadonlySet<Line>;
}

/** What the page holds and says, counted once for all questions. */
export interface Survey extends Telling {
  page: readonly Line[];
  statement: Statement;
  url: string;
  /** The title's parts and first-level headings, folded. */
  names: readonly string[];
  /** The page prints a headline of its own that names no error, search or log-in. */
  isOwned: boolean;
}

/** `teased`: what `summariesIn` found in the article. */
export function tellingOf(article: readonly Line[], teased: ReadonlySet<Line>): Telling {
  const lines = article.filter((line) => !teased.has(line));
  const told = lines.filter(isSentence);
  return { lines, told, toldLength: lengthOf(told), teased };
}

export function surveyOf(
  article: readonly Line[],
  page: readonly Line[],
  document: Document,
  head: Head,
  url: string,
): Survey {
  const statement = statementOf(document, head);
  const headings = page.filter((line) => line.name === 'h1' && line.text && !line.hidden);
  const titles = statement.titles.map(foldWords);
  const site = foldWords(statement.site);
  const parts = statement.titles.flatMap(titleParts).map(foldWords);
  const isOwned = page.some((line) => isOwnHeadline(line, titles, site));
  const summaries =
    isOwned && statement.isLive ? new Set<Line>() : summariesIn(article, page, isOwned);
  // A list article tells of what is sold or kept elsewhere.
  const teased = isOwned
    ? new Set([...summaries].filter((line) => !leadsAway(headlineOf(line, page), url)))
    : summaries;
  return {
    ...tellingOf(article, teased),
    page,
    statement,
    url,
    names: [
      ...parts.filter((part) => part !== '' && part !== site),
      ...headings.map(({ words }) => words),
    ],
    isOwned,
  };
}

/** Whether a headline is a link to another host. */
function leadsAway(headline: Line | null, url: string): boolean {
  const [link] = headline?.element.findAll('a') ?? [];
  const address =
    link?.source && absolute(dom.getAttribute(link.source, 'href') ?? '', link.source);
  return Boolean(address) && bareHost(address!) !== bareHost(url);
}

/** A first-level heading, or a line that the title repeats, with words enough for a headline. */
function isOwnHeadline(line: Line, titles: readonly string[], site: string): boolean {
  const { text, name, hidden } = line;
  if (hidden || text.length < SHORTEST_HEADLINE || text.length > LONGEST_HEADLINE) return false;
  if (!hasHeadlineWords(text) || linkDensity(line) > 0.5) return false;
  const { words } = line;
  if (words === site || !(name === 'h1' || titles.some((title) => title.includes(words))))
    return false;
  return !isNamed(words, errorNames()) && !isNamed(words, loginNames());
}
