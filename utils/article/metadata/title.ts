import { foldWords } from '../../arabic/fold.ts';
import { looksLikePerson } from '../../arabic/names.ts';
import { isHeading } from '../lines/lines.ts';
import { titleNames } from '../page/title-parts.ts';
import { queryAll } from '../page/dom.ts';
import { oneLine, textOf } from './dom.ts';
import type { JsonLd } from './json-ld.ts';
import { writerInTitle } from './labels.ts';
import { metaValue, type Meta } from './meta.ts';
import { namesOutlet } from './site-name.ts';
import { PARAGRAPH, type PageLine } from './zone.ts';

/**
 * The headline as printed. A heading that says what the metadata says is the page's own wording,
 * without what search engines are told beside it (site, section, author); it also shows where a
 * cut-off metadata headline goes on. Without one, the metadata's headline less the site's name;
 * where the metadata names the site alone, the last line before the text that markup calls a title, or
 * heading, or line in bold.
 */
export function readTitle(
  document: Document,
  meta: Meta,
  jsonLd: JsonLd,
  documentTitle: string,
  lines: readonly PageLine[],
  body: readonly PageLine[],
): string {
  const stated = [
    metaValue(meta, 'og:title'),
    jsonLd.headline,
    metaValue(meta, 'twitter:title', 'headline', 'dcterms.title', 'dc.title', 'title'),
    stripTags(documentTitle),
    // Of the home page's metadata nothing speaks of the article.
  ].filter(
    (title) =>
      foldWords(title) !== '' &&
      !/الصفحة الرئيسية/.test(documentTitle) &&
      !namesSection(title) &&
      // A paper's issue, with its day.
      !/(?:^|\s)issue \d{4}/i.test(title) &&
      !namesOutlet(title),
  );
  const agreed = stated.filter((title, at) =>
    stated.some((other, index) => index !== at && likeness(foldWords(title), foldWords(other)) > 0),
  );
  // Some systems put the section or a template's text where one headline belongs.
  const ofArticle = jsonLd.headline ? [jsonLd.headline] : stated;
  const headlines = agreed.length > 0 ? agreed : ofArticle;
  const site = foldWords(metaValue(meta, 'og:site_name') || jsonLd.publisher || jsonLd.webSite);
  const middle = body[body.length >> 1];
  const end = middle ? lines.indexOf(middle) : lines.length;
  const printed = printedHeadline(headlines, site, lines, end);
  if (printed) return printed;
  if (agreed.length === 0 && jsonLd.headline) {
    // An encyclopedia states what its entry is about for a headline.
    const [name = '', ...others] = titleNames(documentTitle);
    const entry = lines.find((line) => line.name === 'h1' && line.words === foldWords(name));
    if (entry && others.length > 0) return entry.text;
  }
  const inPart = printedHeadline(headlines.map(longestPart), site, lines, end);
  const reworded = inPart || rewordedHeadline(headlines, lines.slice(0, end));
  if (reworded) return reworded;
  const bare = headlines.map((title) => withoutSite(title, site)).find(Boolean);
  const first = lines.indexOf(body.find(({ text }) => text.length >= PARAGRAPH) ?? body[0]!);
  const above = lines.slice(0, first);
  // The site's name and a section, or what it is about.
  const isOfSite = stated.length < 2 && titleNames(stated[0] ?? '').length !== 1;
  if (isOfSite && !above.some((line) => line.name === 'h1')) {
    const titled = lineInTitle(document, above.filter(isSeveral));
    if (titled) return titled.text;
  }
  const nearest = above.slice(-NEAREST).filter(isSeveral);
  const bold = nearest.findLast(isBold);
  const heading = above.findLast(isHeading);
  // «جريدة إلكترونية مغربية | …»: what the site is, and the headline behind it.
  const words = foldWords(bare ?? '');
  const isBehind = heading && / الكترونيه /.test(words) && words.endsWith(` ${heading.words}`);
  // A few words that stand nowhere above the text may name its section.
  if (!isBehind && bare && (!bold || longestPart(bare).split(' ').length >= FEWEST_WORDS))
    return bare;
  const headline = heading ?? bold ?? nearest.findLast((line) => isPrintedTwice(line, lines));
  return headline?.text ?? stated[0] ?? documentTitle;
}

const isSeveral = ({ words }: PageLine): boolean => words.split(' ').length >= FEWEST_WORDS;

/** Lines above the text. */
const NEAREST = 8;

/** A line all in bold that is no byline: old systems print headlines so. */
function isBold({ element, text, words }: PageLine): boolean {
  const inner = element.firstElementChild;
  return (
    /^(?:b|strong)$/.test(inner?.localName ?? '') &&
    foldWords(inner?.textContent ?? '') === words &&
    !looksLikePerson(foldWords(titleNames(text).at(-1)!))
  );
}

/** The last line, no link, that alone fills what markup calls a title, in whatever words of its own. */
function lineInTitle(document: Document, above: readonly PageLine[]): PageLine | undefined {
  const boxes = queryAll(document, '[class*="title" i]:not([class*="sub" i]),[id*="title" i]');
  const titles = new Set(boxes.map((box) => foldWords(textOf(box))));
  return above.findLast(({ linked, words }) => linked === 0 && titles.has(words));
}

/** A line without a link that the page prints once more, as for its printer. */
function isPrintedTwice(line: PageLine, lines: readonly PageLine[]): boolean {
  return (
    line.element.firstElementChild?.localName !== 'a' &&
    lines.some((other) => other !== line && other.words === line.words)
  );
}

/** Words of a site's name at most. */
const LONGEST_SITE = 5;
/** What ministries, banks and universities call the part of their site that holds news, and nothing more. */
const SECTION =
  /^(?:(?:ال)?مركز ال(?:اعلامي|اخباري|صحفي)|(?:ال)?(?:اخبار|بيانات|تصريحات)(?: ال?صحفيه| (?:الوزاره|الجامعه|الهيئه|المركز|البنك))?|(?:تفاصيل|عرض) ال(?:خبر|بيان|مقال)|غرفه الاخبار|news(?:room)?|media (?:cent(?:er|re)|room)|press releases?|news details?|actualites?|communiques?(?: de presse)?)$/;

function namesSection(title: string): boolean {
  const [first = '', ...others] = titleNames(title).map(foldWords);
  return SECTION.test(first) && others.every((part) => part.split(' ').length <= LONGEST_SITE);
}

/** «… بقلم: فلان» at the end of a headline: who wrote it is no part of it. */
export function withoutByline(title: string): string {
  const before = title.slice(0, writerInTitle(title)?.at ?? 0).replace(/[\s….|/–—-]+$/, '');
  return before.length >= 12 ? before : title;
}

/** Words; fewer name a section, a column, a site. */
const FEWEST_WORDS = 4;
/** Letters of a word that says what a text is about. */
const LONG_WORD = 4;

/** The page's one `h1` above its text, where the metadata words the same headline for search engines. */
function rewordedHeadline(stated: readonly string[], above: readonly PageLine[]): string {
  const [headline, ...others] = above.filter(({ name, words }) => name === 'h1' && words !== '');
  if (!headline || others.length > 0) return '';
  const words = headline.words.split(' ');
  const said = new Set(stated.flatMap((title) => foldWords(longestPart(title)).split(' ')));
  const isSame = words.some((word) => word.length >= LONG_WORD && said.has(word));
  return words.length >= FEWEST_WORDS && isSame ? headline.text : '';
}

/** Of a title the part that names no outlet: the site's name is the shorter one, and an `h1` may print that. */
function longestPart(title: string): string {
  const parts = titleNames(title).filter((part) => !namesOutlet(part));
  return parts.reduce((one, other) => (other.length > one.length ? other : one), '');
}

function printedHeadline(
  stated: string[],
  site: string,
  lines: readonly PageLine[],
  end: number,
): string {
  const titles = [...new Set(stated.map(foldWords))].filter((words) => words !== site);
  const longest = Math.max(0, ...stated.map((title) => title.length)) * 1.5 + 20;
  const shortest = Math.min(...stated.map((title) => title.length)) * 0.3;
  let best = '';
  let bestScore = 0.699;
  for (const [at, line] of lines.entries()) {
    const { text, words } = line;
    if (text.length < shortest || text.length > longest) continue;
    const heading = isHeading(line);
    // Outside headings only a line just before the text, where pages print `div` headlines.
    if (!heading && (at >= end || at < end - 60)) continue;
    const place = (heading ? (line.name === 'h1' ? 0.3 : 0.2) : 0) + (at < end ? 0.1 : 0);
    for (const title of titles) {
      const alike = likeness(words, title);
      // The headline comes first; what follows it is the site, the section or the author.
      const score = alike + place + (title.startsWith(words) || words.startsWith(title) ? 0.3 : 0);
      if (alike >= 0.3 && score > bestScore + 0.001) {
        bestScore = score;
        best = text;
      }
    }
  }
  return best;
}

/** Share of the longer text that is the shorter one, where one begins or ends the other at a word; 0 otherwise. */
function likeness(a: string, b: string): number {
  if (a === b) return a ? 1 : 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.split(' ').length < 2) return 0;
  const inside =
    ` ${long} `.includes(` ${short} `) || (short.length > 60 && long.startsWith(short));
  return inside ? short.length / long.length : 0;
}

/** A title less parts that are the site's name; empty if nothing else is left. */
function withoutSite(title: string, site: string): string {
  if (site && foldWords(title) === site) return '';
  const parts = titleNames(title);
  const kept = parts.filter((part) => foldWords(part) !== site && !namesOutlet(part));
  if (kept.length === parts.length || kept.length === 0) return title;
  // Only from the ends, and in one piece: a headline may hold dashes of its own.
  const from = title.indexOf(kept[0]!);
  const to = title.lastIndexOf(kept.at(-1)!) + kept.at(-1)!.length;
  return title.slice(from, to);
}

/** Some systems escape tags into `<title>`. */
function stripTags(title: string): string {
  return oneLine(title.replace(/<\/?[a-z][^>]*>/gi, ' '));
}
