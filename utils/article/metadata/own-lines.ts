import type { Author } from '../article.ts';
import { isAgency } from '../../arabic/agencies.ts';
import { findDates, isPeriod } from '../../arabic/dates.ts';
import { fold, foldWords } from '../../arabic/fold.ts';
import { isWeekday } from '../../arabic/months.ts';
import { matchPhrase } from '../../arabic/phrases.ts';
import { isPlace } from '../../arabic/places.ts';
import { tellsProfession } from '../../arabic/professions.ts';
import { plainLine, withoutAddresses } from './byline-parts.ts';
import { bylineLabel, dateLabel, isLabel } from './labels.ts';
import { isHeading, isListed } from '../lines/lines.ts';
import { PARAGRAPH, type PageLine } from './zone.ts';

/** A line of the article that is the page's headline, byline (be it the outlet's name alone) or date once more, or the agency it ends with. */
export interface OwnLine<L extends PageLine> {
  line: L;
  reason: 'repeated-headline' | 'byline' | 'date' | 'source-line';
}

/** How far from the start and the end of the text such lines stand. */
const START = 6;
const END = 3;
/** An address of the web or of mail alone in a line: the source's or the writer's. */
const ADDRESS = /^(?:https?:\/\/|www\.|[^\s@]+@)[^\s@]+$/;
/** Lines that are dates, from which on they are the text's sub-headings. */
const SUB_HEADINGS = 3;

export function ownLines<L extends PageLine>(
  lines: readonly L[],
  title: string,
  authors: Author[],
  site: Set<string>,
  now: Date,
): OwnLine<L>[] {
  const headline = foldWords(title);
  const names = authors.map(({ name }) => foldWords(name));
  const isTimeline = lines.filter(({ text }) => isDate(text, now)).length >= SUB_HEADINGS;
  const found = lines.slice(0, START).filter((line) => isDateline(line, site));
  // Of several each may be a match, a journey.
  const datelines = found.length === 1 ? found : [];
  const own = lines.flatMap((line, at): OwnLine<L>[] => {
    const { words, text } = line;
    if (!words) return [];
    const atStart = at < START;
    // A heading that is the headline wherever it stands; a paragraph only at the start.
    if (words === headline && (atStart || /^h[1-3]$/.test(line.name))) {
      return [{ line, reason: 'repeated-headline' }];
    }
    const atEnd = at >= lines.length - END;
    if (!(atStart || atEnd) || text.length > 110) return [];
    const isBeside = atStart && (besidePlace(text, names) || datelines[0] === line);
    if (isBeside || isByline(text, words, names, site, now) || (atStart && site.has(words)))
      return [{ line, reason: 'byline' }];
    if (atEnd && isAddressAlone(at, lines)) return [{ line, reason: 'source-line' }];
    // In a list or table it is one of several: a town, a channel, a member.
    if (atEnd && at > 0 && !isListed(line) && (isAgency(words) || site.has(words)))
      return [{ line, reason: 'source-line' }];
    const isProgramme = isHeading(line) && headsDay(at, lines, now);
    if (!atStart || isTimeline || isProgramme) return [];
    return line.name !== 'figcaption' && isDate(text, now) ? [{ line, reason: 'date' }] : [];
  });
  return [...own, ...besideByline(lines.slice(0, START), own)];
}

/** An address that is none of several and that no sentence announces («للتسجيل يرجى زيارة الرابط التالي:»). */
function isAddressAlone(at: number, lines: readonly PageLine[]): boolean {
  const [before, line, after] = [lines[at - 1], lines[at]!, lines[at + 1]];
  if (!before || isListed(line) || !ADDRESS.test(line.text)) return false;
  const isAnnounced = /[:：]$/.test(before.text) && before.phrase?.kind !== 'source-line';
  return !isAnnounced && !ADDRESS.test(before.text) && !ADDRESS.test(after?.text ?? '');
}

/** Whether a day in a heading heads what was on it: text stands before it, or between it and the next such. */
function headsDay(at: number, lines: readonly PageLine[], now: Date): boolean {
  const isRunning = (other: PageLine): boolean =>
    !isHeading(other) && other.text.length >= PARAGRAPH;
  if (lines.slice(0, at).some(isRunning)) return true;
  const next = lines.findIndex(
    (other, index) => index > at && other.name === lines[at]!.name && isDate(other.text, now),
  );
  return lines.slice(at + 1, Math.max(at, next)).some((other) => !isHeading(other));
}

/** Characters; day, date, hour and label. */
const LONGEST_DATE = 110;
/** Characters of a line with a place and an outlet. */
const LONGEST_DATELINE = 45;
/** Characters; a longer line says something of its own. */
const LONGEST_DETAIL = 60;

/** What a list or row says of the author beside the name («Role, …»), a label in Latin letters above it, and what the author is below it. */
function besideByline<L extends PageLine>(
  start: readonly L[],
  own: readonly OwnLine<L>[],
): OwnLine<L>[] {
  const known = new Set(own.map(({ line }) => line));
  const boxes = new Set(
    own
      .filter(({ line, reason }) => reason === 'byline' && /^(?:li|d[dt]|td)$/.test(line.name))
      .map(({ line }) => line.element.parentElement),
  );
  const isShort = ({ text }: L): boolean => text.length <= LONGEST_DETAIL && !/[.!؟]$/.test(text);
  const isDetail = (line: L): boolean => boxes.has(line.element.parentElement) && isShort(line);
  const details = start.filter((line) => !known.has(line) && isDetail(line));
  const first = start.findIndex((line) => boxes.has(line.element.parentElement));
  const label = start[first - 1];
  if (label && !known.has(label) && label.text.length < LONGEST_DETAIL)
    if (/^[a-z ]+$/.test(label.words)) details.push(label);
  const bylines = new Set(own.flatMap(({ line, reason }) => (reason === 'byline' ? line : [])));
  const after = start[start.findLastIndex((line) => bylines.has(line)) + 1];
  const isSaid = after && !isHeading(after) && !after.text.includes(':');
  if (bylines.size > 0 && isSaid && tellsProfession(after.words) && isShort(after))
    details.push(after);
  return [...new Set(details)].map((line) => ({ line, reason: 'byline' }));
}

/** «بابل / فلان», «فلان - الكورة»: an author's name and, beside it, the name of a place or outlet, be it unknown. */
function besidePlace(text: string, names: readonly string[]): boolean {
  const parts = text.split(/\s*[-–—ـ|/]\s*/).map(foldWords);
  const [place, ...others] = parts.filter((part) => !names.includes(part));
  const isNamed = parts.length === 2 && place !== undefined && others.length === 0;
  return isNamed && /^[^\d ]+(?: [^\d ]+)?$/.test(place);
}

/** Words beside a place or outlet that say where a text is from, folded. */
const DESK = /^(?:(?:متابع(?:ه|ات)|وكالات)(?: \S+)?|خاص)$/;

/** «القاهرة - الصحيفة», «الصحيفة/ وكالات»: outlet, place, agency or desk, two of them, above the text; two places may be a match. */
function isDateline(line: PageLine, site: ReadonlySet<string>): boolean {
  if (isHeading(line) || isListed(line) || line.name === 'figcaption') return false;
  if (line.text.length > LONGEST_DATELINE || /[.!؟]$/.test(line.text)) return false;
  const parts = plainLine(line.text)
    .split(/\s*[-–—_|/]\s*/)
    .map(foldWords);
  const isOther = (part: string): boolean => site.has(part) || isAgency(part) || DESK.test(part);
  return (
    parts.length === 2 &&
    parts.some(isOther) &&
    parts.every((part) => isOther(part) || isPlace(part))
  );
}

/** The authors' names, with label, place, outlet or agency, what they are, day and hour, and nothing else. */
function isByline(
  text: string,
  words: string,
  names: string[],
  site: Set<string>,
  now: Date,
): boolean {
  if (!names.some((name) => ` ${words} `.includes(` ${name} `))) return false;
  const folded = fold(text).replace(/^[^a-zà-ÿ\u0621-\u064a\u0671-\u06d3]+/, '');
  const rest = foldWords(folded.slice(bylineLabel(folded)?.length ?? 0));
  if (names.includes(rest)) return true;
  // What stands beside the name, part by part, must be known too.
  const beside = withoutDates(withoutAddresses(text), now)
    .split(/[-–—ـ|/,،:()•·]+/)
    .map((part) => ` ${foldWords(part)} `)
    .map((part) => names.reduce((left, name) => left.replace(` ${name} `, ' '), part).trim());
  return beside.every((part) => isKnown(part, site, now));
}

/** Words; what is said of a date or of the author is short. */
const LONGEST_PART = 5;
/** The number of a paper's issue, and how long the text takes, folded. */
const ISSUE_OR_LENGTH =
  /^العدد \d+$|^(?:\d+ )?(?:دقيق\S*|دقائق|min\S*) (?:لل)?(?:قراءه|read|de lecture)$/;

/** A part of a byline that is no name: an hour, or words that say where, for whom, when and as what. */
function isKnown(beside: string, site: Set<string>, now: Date): boolean {
  const part = beside.replace(/^\d+ (?:[صم]|[ap]m|صباحا|مساء)(?: |$)/, '');
  if (!/[a-zà-ÿ\u0621-\u064a\u0671-\u06d3]{2}/.test(part.replace(/[ap]m$/, ''))) return true;
  if (site.has(part) || isPlace(part) || isAgency(part) || isLabel(part)) return true;
  if (part.split(' ').length > LONGEST_PART) return false;
  if (/^(?:ارشيف|مقالات) الكاتبه?$/.test(part)) return true;
  if (dateLabel(part) !== null || isWeekday(part) || ISSUE_OR_LENGTH.test(part)) return true;
  if (tellsProfession(part) || /^(?:محرر|مراسل)ه? /.test(part)) return true;
  return findDates(part, now).length > 0 || matchPhrase(part)?.place === 'whole';
}

/** Folded, each date being a part of its own. */
function withoutDates(text: string, now: Date): string {
  // A date told by its distance («منذ ساعتين») spans the whole text.
  return findDates(text, now)
    .filter(({ calendar }) => calendar !== 'relative')
    .reduceRight(
      (left, { start, end }) => `${left.slice(0, start)}|${left.slice(end)}`,
      fold(text),
    );
}

/** What belongs to a date, folded: figures, hour, number of the issue. */
const OF_DATE = /\d|^(?:الساعه|العدد|الموافق|صباحا|مساءا?|[صم])$/;

/** A date with its day, time and label, in no sentence and behind no account's name. */
function isDate(text: string, now: Date): boolean {
  if (text.length > LONGEST_DATE || text.includes('@')) return false;
  const dates = findDates(text, now).filter((date) => date.calendar !== 'relative');
  if (dates.length === 0 || isPeriod(text, dates)) return false;
  const folded = fold(text);
  const words = foldWords(withoutDates(text, now))
    .split(' ')
    .filter((word) => !OF_DATE.test(word));
  const beside = words.join(' ').length;
  return dateLabel(folded) === null
    ? beside <= 18 && words.length <= 4
    : beside <= 45 && words.length <= 7;
}
