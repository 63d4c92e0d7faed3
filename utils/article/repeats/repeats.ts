import type { RemovalReason } from '../article.ts';
import { isHeading, isListed, type Line } from '../lines/lines.ts';
import { besideQuotes } from './pull-quotes.ts';
import { isBold, isNamedCell } from '../lines/shape.ts';
import { ownersIn, SHINGLE, shinglesOf } from './shingles.ts';
import type { TreeElement } from '../snapshot/tree.ts';

export interface Repeat {
  line: Line;
  reason: RemovalReason;
}

/** Characters; a line as long is not said twice by intention. Shorter ones may be refrains, answers, cells. */
const LONG = 80;
/** Share of a line's shingles found in another line that makes it a copy, where its place is that of a quotation or box. */
const NEAR = 0.75;
/** Words; from here on two nearly equal paragraphs are one paragraph twice. */
const LONG_PARAGRAPH = 20;

/** Lines; further down, a headline is no repeat of the page's. */
const HEAD = 6;
/** Lines; headline, byline and date before the text. */
const HEADERS = 3;
/** Lines; so many short ones, printed twice, are the text twice, fewer may be a refrain. */
const MANY_LINES = 3;

/** Text that stands for text, on specimens of type and layout, folded. */
const PLACEHOLDER = /^(?:lorem ipsum|لوريم ا[يب]+سوم|هذا النص هو مثال لنص يمكن ان يستبدل)(?: |$)/;

/**
 * Lines that only say again what another line of the article or its headline says; the first
 * stays, and all do in placeholder text, which is said over and over by intention. Linear in the
 * text. `headlines`: folded.
 */
export function findRepeats(lines: readonly Line[], headlines: readonly string[] = []): Repeat[] {
  const first = lines.find(({ text }) => text.length >= LONG);
  if (first && PLACEHOLDER.test(first.words)) return [];
  const gone = new Map<Line, RemovalReason>();
  for (const line of repeatedRuns(lines)) gone.set(line, 'repeated');
  for (const line of repeatedCaptions(lines)) gone.set(line, 'repeated-caption');
  for (const line of splitHeadline(lines, headlines)) gone.set(line, 'repeated-headline');
  for (const [line, reason] of nearCopies(lines.filter((one) => !gone.has(one))))
    gone.set(line, reason);
  for (const line of restOfCopies(lines, gone)) gone.set(line, 'repeated');
  for (const line of besideQuotes(lines, gone)) gone.set(line, 'pull-quote');
  return [...gone].map(([line, reason]) => ({ line, reason }));
}

/**
 * Lines that came before word for word, alone if they are long, and as part of a run in the same
 * order if they are short: a sub-heading between two repeated paragraphs is repeated, a refrain
 * between two new verses is not.
 */
function repeatedRuns(lines: readonly Line[]): Line[] {
  const texts = lines.filter((line) => line.words !== '');
  const places = new Map<string, number[]>();
  const repeated: Line[] = [];
  let run: Line[] = [];
  let previous = -2;
  const close = (end: number): void => {
    const isLong = run.some((line) => line.text.length >= LONG && !isCell(line));
    const isSaidAnew =
      run.length === 1 && isBelowOther(texts, end - 1, places.get(run[0]!.words)![0]!);
    if (isWholeAgain(run, texts) || (isLong && !isSaidAnew)) repeated.push(...run);
    run = [];
  };
  texts.forEach((line, index) => {
    const before = places.get(line.words);
    const next =
      texts[previous + 1]?.words === line.words && previous + 1 < index ? previous + 1 : null;
    const source = next ?? before?.[0] ?? -2;
    if (source < 0 || (run.length > 0 && next === null)) close(index);
    if (source >= 0) run.push(line);
    previous = source;
    if (before) before.push(index);
    else places.set(line.words, [index]);
  });
  close(texts.length);
  return repeated;
}

/** Whether two lines stand each right below a heading of its own: one thing said of two matters. */
function isBelowOther(lines: readonly Line[], one: number, other: number): boolean {
  const [heading, first] = [lines[one - 1], lines[other - 1]];
  if (!heading || !first || heading.words === first.words || isHeading(lines[one]!)) return false;
  // What stood between may have gone as a copy.
  const isAlike = lines[one]!.index - heading.index === lines[other]!.index - first.index;
  return isAlike && isHeading(heading) && isHeading(first);
}

/** Lines kept between two copies of one run; its copies, at least. */
const BETWEEN_COPIES = 3;
const MANY_COPIES = 3;
/** Lines that are looked for in all the text above them; more would take the square of the text. */
const MOST_KEPT = 200;

/** What a text printed twice says in short lines of their own the second time, between paragraphs that are gone as copies. */
function restOfCopies(lines: readonly Line[], gone: ReadonlyMap<Line, RemovalReason>): Line[] {
  const rest: Line[] = [];
  let copies: number[] = [];
  let left = MOST_KEPT;
  const close = (): void => {
    const [first = 0, last = 0] = [copies[0], copies.at(-1)];
    const kept = lines
      .slice(first, last)
      .filter((line) => line.words && line.text.length < LONG && !gone.has(line))
      .slice(0, left);
    if (copies.length >= MANY_COPIES && kept.length > 0) {
      left -= kept.length;
      const above = ` ${lines
        .slice(0, first)
        .map(({ words }) => words)
        .join(' ')} `;
      rest.push(...kept.filter(({ words }) => above.includes(` ${words} `)));
    }
    copies = [];
  };
  lines.forEach((line, index) => {
    if (!gone.has(line)) return;
    if (copies.length > 0 && index - copies.at(-1)! > BETWEEN_COPIES + 1) close();
    copies.push(index);
  });
  close();
  return rest;
}

/** One of several cells of a row: rows may say one thing of several matters. */
function isCell({ element }: Line): boolean {
  const around = element.parentElement;
  if (around?.childElementCount === 1 && isNamedCell(around)) return true;
  return /^t[dh]$/.test(element.localName) && (element.parentNode?.childElementCount ?? 0) > 1;
}

/** Short lines that are all the text there is below headline and byline, printed once more right below it. */
function isWholeAgain(run: readonly Line[], texts: readonly Line[]): boolean {
  const [first] = run;
  if (!first || run.length < MANY_LINES) return false;
  const start = texts.indexOf(first) - run.length;
  return start >= 0 && start <= HEADERS && texts[start]!.words === first.words;
}

/** A picture's caption, below itself once more: as its `alt`, for a larger view. */
function repeatedCaptions(lines: readonly Line[]): Line[] {
  return lines.filter((line, index) => {
    const before = lines[index - 1];
    return line.text !== '' && line.text === before?.text && line.element.closest('figure');
  });
}

/** The headline in several lines at the head of the text. */
function splitHeadline(lines: readonly Line[], headlines: readonly string[]): Line[] {
  for (const headline of headlines) {
    let rest = headline;
    let run: Line[] = [];
    for (const line of lines.slice(0, HEAD)) {
      if (!line.words || !rest.startsWith(line.words)) [rest, run] = [headline, []];
      if (!line.words || !rest.startsWith(line.words)) continue;
      run.push(line);
      rest = rest.slice(line.words.length).trimStart();
      if (rest === '') return run.length > 1 ? run : [];
    }
  }
  return [];
}

/** Pull quotes, boxes and summaries made of the text's own sentences; long paragraphs printed twice with small changes. */
function nearCopies(lines: readonly Line[]): Map<Line, RemovalReason> {
  const shingled = lines.map((line) => shinglesOf(line));
  const { ownersOf, sharing } = ownersIn(shingled);
  const gone = new Map<Line, RemovalReason>();
  lines.forEach((line, index) => {
    const shingles = shingled[index]!;
    if (!sharing.has(index) || shingles.length < 2 || isHeading(line)) return;
    const counts = new Map<number, number>();
    for (const shingle of shingles) {
      for (const owner of ownersOf(shingle))
        if (owner !== index) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    for (const [owner, count] of counts) {
      const other = lines[owner]!;
      if (gone.has(other)) continue;
      const reason = relation(
        line,
        other,
        count / shingles.length,
        index - owner,
        shingled[owner]!.length,
      );
      const isSaidAnew = reason === 'repeated' && isBelowOther(lines, index, owner);
      const heads = reason === 'pull-quote' && index > 0 && owner === index + 1 && isBold(line);
      if (!reason || isSaidAnew || heads) continue;
      gone.set(line, reason);
      return;
    }
  });
  return gone;
}

/** `behind`: lines from the other one to this. */
function relation(
  line: Line,
  other: Line,
  share: number,
  behind: number,
  otherSize: number,
): RemovalReason | null {
  const size = line.words.length;
  if (share >= NEAR && size <= other.words.length * 1.1 && isSetApart(line, other)) {
    return 'pull-quote';
  }
  // An excerpt made by the system is cut off within a word, of which a few shingles are its own.
  const isWhole = share === 1 || (share >= NEAR && /(?:…|\.\.)$/.test(line.text));
  if (isWhole && size < other.words.length && size >= 40 && other.words.includes(line.words)) {
    // A question may be asked again by its answer; a verse is taken up by what explains it.
    const isAnswered = behind === -1 && line.text.endsWith('؟');
    const isVerse = line.text.includes('***');
    return isListed(line) || isAnswered || isVerse ? null : 'pull-quote';
  }
  const words = otherSize + SHINGLE - 1;
  const alike = size > other.words.length * 0.9 && size < other.words.length * 1.1;
  // One word changed takes as many shingles with it as a shingle has words. Reports on prices,
  // matches and the weather say the same of each place in turn, with figures.
  const same = share >= (/\d/.test(line.words) ? 0.95 : Math.min(0.85, 1 - SHINGLE / otherSize));
  if (behind > 0 && same && words >= LONG_PARAGRAPH && alike && !isListed(line)) return 'repeated';
  return null;
}

/** In a quotation or a box of its own, in which the other line does not stand. */
function isSetApart(line: Line, other: Line): boolean {
  const box = boxOf(line);
  return (
    box !== null && !box.contains(other.element) && boxOf(other)?.contains(line.element) !== false
  );
}

/** A cell is a box only alone in its table: others hold figures, or are a layout. */
function boxOf({ element }: Line): TreeElement | null {
  const box = element.closest('blockquote', 'aside', 'figure', 'td');
  return box?.localName !== 'td' || (isOnly(box) && isOnly(box.parentNode)) ? box : null;
}

function isOnly(element: TreeElement | null): boolean {
  return !element?.nextElementSibling && element?.parentNode?.firstElementChild === element;
}
