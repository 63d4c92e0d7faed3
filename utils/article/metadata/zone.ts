import { foldWords } from '../../arabic/fold.ts';
import type { PhraseMatch } from '../../arabic/phrases.ts';
import { boxAround, isHeading } from '../lines/lines.ts';

/** What placing a line asks of its element. */
interface Placed {
  localName: string;
  parentElement: Placed | null;
  childElementCount: number;
  firstElementChild: Placed | null;
  textContent: string | null;
  contains(other: unknown): boolean;
}

/** A line of the page's copy: a paragraph, heading, list item or cell. */
export interface PageLine {
  element: Placed;
  /** Lower-case element name. */
  name: string;
  /** White space folded. */
  text: string;
  /** Characters of `text` that stand in links. */
  linked: number;
  /** As `foldWords` gives it. */
  words: string;
  /** As `matchPhrase` gives it. */
  phrase: PhraseMatch | null;
}

/** Where the article stands among the page's lines. */
export interface Zone {
  lines: readonly PageLine[];
  /** The article's own lines, in the page's order. */
  body: readonly PageLine[];
  /** Index of the line that prints the headline; -1 if none does. */
  headline: number;
  /** Indices of the first and last paragraphs of the article; -1 without an article. */
  first: number;
  last: number;
}

/** A text this long is a paragraph, no label, date or byline. */
export const PARAGRAPH = 90;

/** Share of the article's characters that stands below its headline. */
const BELOW_HEADLINE = 0.7;

/**
 * Of several lines that print the headline (a teaser in a list above, the breadcrumb, a sticky
 * bar, the copy for phones, a share text) the last one that still has most of the text below it,
 * a heading if one is; then the text's first and last paragraphs from there.
 */
export function findZone(
  lines: readonly PageLine[],
  body: readonly PageLine[],
  headlineWords: string,
): Zone {
  const inBody = new Set(body);
  const isText = (line: PageLine) => inBody.has(line) && line.words !== headlineWords;
  const isParagraph = (line: PageLine) =>
    isText(line) && line.text.length >= PARAGRAPH && !isParted(line);
  const begins = lines.findIndex(isParagraph);
  const all = body.reduce((sum, line) => sum + line.text.length, 0);
  let below = all;
  let headline = -1;
  let best = 0;
  for (const [at, line] of lines.entries()) {
    if (line.words === headlineWords && headlineWords !== '') {
      const enough = below >= all * BELOW_HEADLINE;
      const listed = line.name === 'li' || line.name === 'a';
      const score = (enough ? 4 : 0) + (isHeading(line) ? 2 : 0) + (listed ? 0 : 1);
      // Below the text's first paragraph a heading with the headline's words heads a part of it.
      const isAbove = begins < 0 || at < begins;
      if (score > best || (score === best && enough && isAbove)) {
        best = score;
        headline = at;
      }
    }
    if (inBody.has(line)) below -= line.text.length;
  }
  const from = best >= 4 ? headline + 1 : 0;
  const paragraph = lines.findIndex((line, at) => at >= from && isParagraph(line));
  const first = paragraph >= 0 ? paragraph : lines.findIndex(isText);
  const lastParagraph = lines.findLastIndex(isParagraph);
  const last = lastParagraph >= 0 ? lastParagraph : lines.findLastIndex(isText);
  return { lines, body, headline, first, last };
}

/** «الكاتب: فلان | المشاهدات: 1870 | 2015/01/19»: no paragraph, however long. */
function isParted({ text }: PageLine): boolean {
  return text.split(/\s[|•]\s/).length > 2;
}

/** The text's first lines below the headline. */
export function openingOf({ lines, body, headline }: Zone): PageLine[] {
  const start = body.findIndex((line) => lines.indexOf(line) > headline);
  return body.slice(Math.max(0, start), Math.max(0, start) + 3);
}

export interface NearLines {
  /** Between headline and text, nearest to the headline first, then a few above the headline. */
  above: PageLine[];
  /** A few below the text. */
  below: PageLine[];
}

/** Lines below the text that are asked, pictures and empty ones among them. */
const FAR = 25;

/** Short lines where a byline or date may stand; a list of other articles ends their stretch. */
export function nearLines({ lines, body, headline, first, last }: Zone): NearLines {
  const stretch = (from: number, to: number) =>
    lines
      .slice(Math.max(0, from), to)
      // Whom a picture shows, and when it was taken, is said of the picture.
      .filter(
        ({ name, text, element }) =>
          text !== '' &&
          name !== 'figcaption' &&
          text.length < PARAGRAPH * 2 &&
          !isQuoted(element, lines[first]?.element),
      );
  const withoutWorks = (part: PageLine[]) => part.filter((line) => !isOfWork(line, lines));
  const untilOthers = (part: PageLine[]) => {
    const end = part.findIndex(listsOthers);
    return end < 0 ? part : part.slice(0, end);
  };
  const above: PageLine[] = [];
  if (headline >= 0) {
    const end = first > headline ? Math.min(first, headline + 14) : headline + 8;
    above.push(...untilOthers(stretch(headline + 1, end)));
  }
  if (first >= 0) {
    const before = stretch(Math.max(first - 8, headline + 1), first);
    const after = afterOthers(before, lines[first]!);
    above.push(...after.filter((line) => !above.includes(line)));
    // Headline, deck, picture, byline, text: with the deck the text has begun, and a heading is one;
    // or deck, byline, text.
    // Without a second line that is neither picture nor caption nothing stands between.
    const below = body.slice(body.indexOf(lines[first]!) + 1);
    const next = below.find(({ text, name }) => text !== '' && name !== 'figcaption');
    const end = next ? Math.min(lines.indexOf(next), first + 12) : 0;
    const isDeck = isHeading(lines[first]!);
    const between = lines.slice(first + 1, end);
    if (isDeck || between.length === 1 || between.some(({ text }) => text === ''))
      above.push(...untilOthers(stretch(first + 1, end)));
  }
  if (headline > 0) {
    // Above the headline also stands the page's head, with today's date: only what shares a box
    // with headline and text counts, at most one box further out.
    const box = sharedBox(lines[headline]!, lines[first] ?? lines[headline]!);
    const part = stretch(headline - 6, headline).toReversed();
    above.push(...part.filter((line) => box?.contains(line.element)));
  }
  return {
    above: withoutWorks(above),
    below: last >= 0 ? untilOthers(stretch(last + 1, last + FAR)).slice(0, 6) : [],
  };
}

/** What is said of a book, film or player and of no article, folded. */
const OF_WORK =
  /^(?:ال)?(?:دار النشر|(?:عدد )?(?:ال)?صفحات|طبعه|بطوله|اخراج|مخرج|سيناريو|انتاج|سعر|جنسيه|طول|وزن|نادي|ميلاد|تاريخ (?:ال)?(?:ميلاد|اصدار|عرض)|مكان (?:ال)?(?:ميلاد|ولاده)|isbn)$/;
/** Characters; a longer line is a sentence. */
const LONGEST_VALUE = 60;
/** Lines of such a box. */
const BOX = 8;

/** Whether a line stands among those that say what a book or film is, who plays in it, where someone was born. */
export function isOfWork(line: PageLine, lines: readonly PageLine[]): boolean {
  const at = lines.indexOf(line);
  return lines
    .slice(Math.max(0, at - BOX), at + BOX)
    .some(
      (other) =>
        other.text.length <= LONGEST_VALUE &&
        OF_WORK.test(foldWords(/^[^:：]*(?=[:：])/.exec(other.text)?.[0] ?? '')) &&
        other.element.parentElement === line.element.parentElement,
    );
}

/** In a quotation, whose author signs there; old pages set their whole text in one. */
function isQuoted(element: Placed | null, text: Placed | undefined): boolean {
  if (element === null || (text && element.contains(text))) return false;
  return element.localName === 'blockquote' || isQuoted(element.parentElement, text);
}

/** What stands below a list of other articles, be its label alone in a box: theirs are the headlines and days in the box around it. */
function afterOthers(part: readonly PageLine[], text: PageLine): readonly PageLine[] {
  const label = part.findLastIndex(listsOthers);
  if (label < 0) return part;
  let around: Placed | null = null;
  let box = part[label]!.element.parentElement;
  for (; box && !box.contains(text.element); box = box.parentElement) around = box;
  return part.slice(label + 1).filter(({ element }) => !around?.contains(element));
}

/** The label of a list of other articles, or of comments, whose writers sign them too; a counter is none. */
function listsOthers(line: PageLine): boolean {
  // «التفاصيل» heads author, day and section where systems list them.
  if (line.name === 'dt' && line.words === 'التفاصيل') return false;
  const kind = line.phrase?.kind;
  return kind === 'related' || kind === 'read-also' || /^(?:ال)?تعليقات[^0-9]*$/.test(line.words);
}

/** The box around what holds both lines; that itself if the next one out is the whole page; null if only the page holds both. */
function sharedBox(line: PageLine, other: PageLine): Placed | null {
  const box = boxAround(line, other);
  const around = box?.parentElement ?? null;
  return isPage(around) ? (isPage(box) ? null : box) : around;
}

function isPage(element: Placed | null): boolean {
  const parent = element?.parentElement;
  return (
    !element ||
    element.localName === 'body' ||
    (parent?.localName === 'body' && parent.childElementCount === 1)
  );
}
