import { findDates, isPeriod, readDateValue, type FoundDate } from '../../arabic/dates.ts';
import { fold, foldWords } from '../../arabic/fold.ts';
import { isWeekday } from '../../arabic/months.ts';
import { isPlace } from '../../arabic/places.ts';
import * as dom from '../page/dom.ts';
import { attribute, textOf } from './dom.ts';
import type { JsonLd } from './json-ld.ts';
import { dateLabel } from './labels.ts';
import { metaValues, type Meta } from './meta.ts';
import { openingOf, type NearLines, type PageLine, type Zone } from './zone.ts';

export interface Times {
  published: string | null;
  modified: string | null;
}

interface TimesInput {
  document: Document;
  meta: Meta;
  jsonLd: JsonLd;
  zone: Zone;
  near: NearLines;
  now: Date;
  /** Of the page. */
  url: string;
}

/** Names of `<meta>` (Open Graph, Dublin Core, schema.org and what systems make of them). */
const PUBLISHED =
  /publish(?:ed|ing)?[_-]?(?:time|date)|publication|datepublished|pub-?date|issued|created|^date$|^dc(?:terms)?\.date$/;
const MODIFIED = /modified|updated|lastmod/;

/**
 * Publication and change. Metadata first, because it holds the time; then the dates printed near
 * the headline or just below the text, told apart by their labels; then the day in the address;
 * then the one date farther below that a label names; then the day in the text's first words.
 * A date in the page's head, far above the headline, is today's and is not read; only where there is
 * no other it speaks, if it is that of a paper's issue.
 */
export function readTimes({ document, meta, jsonLd, zone, near, now, url }: TimesInput): Times {
  const first = (values: string[]) => {
    for (const value of values) {
      const date = readDateValue(value, now);
      if (date) return date;
    }
    return null;
  };
  const published =
    first([jsonLd.published, ...metaValues(meta, PUBLISHED)]) ??
    first(
      markedTimes(
        document,
        '[itemprop~="datePublished"],time[pubdate],time[class*="publish"],abbr[class*="publish"]',
      ),
    );
  const modified =
    first([jsonLd.modified, ...metaValues(meta, MODIFIED)]) ??
    (published
      ? null
      : (first(markedTimes(document, '[itemprop~="dateModified"]')) ?? first(oneStamp(document))));
  const above = printedTimes(near.above, now);
  // Below the text stand other articles too: only where nothing is printed above it.
  const printed = above.all.length > 0 ? above : printedTimes(near.below, now);
  return {
    published:
      asPrinted(published, printed) ??
      (printed.published?.calendar === 'relative' ? dayInOpening(zone, now) : null) ??
      printed.published?.value ??
      dayInAddress(url, now) ??
      labelledBelow(zone, now) ??
      dayInOpening(zone, now) ??
      printed.modified?.value ??
      modified ??
      dayOfIssue(zone, now),
    modified: modified ?? printed.modified?.value ?? null,
  };
}

/** What elements say in markup that their date is; an abbreviation says it as its long form. */
function markedTimes(document: Document, selector: string): string[] {
  return dom
    .queryAll(document, selector)
    .map(
      (element) =>
        attribute(element, 'datetime') ||
        attribute(element, 'content') ||
        (dom.localName(element) === 'abbr' ? attribute(element, 'title') : ''),
    );
}

/** The one moment that hAtom's `updated` gives (microformats.org); of several some are other articles'. */
function oneStamp(document: Document): string[] {
  const stamps = dom.queryAll(document, '.updated').map((element) => textOf(element).trim());
  const distinct = [...new Set(stamps.filter((stamp) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(stamp)))];
  return distinct.length === 1 ? distinct : [];
}

interface PrintedTimes {
  published: FoundDate | null;
  modified: FoundDate | null;
  all: FoundDate[];
}

function printedTimes(near: readonly PageLine[], now: Date): PrintedTimes {
  const times: PrintedTimes = { published: null, modified: null, all: [] };
  let unlabelled: FoundDate | null = null;
  let above = '';
  for (const { text } of near) {
    const folded = fold(text);
    const dates = datesOf(text, folded, now);
    let from = 0;
    for (const date of dates) {
      const label =
        dateLabel(folded.slice(from, date.start)) ?? (from > 0 ? null : dateLabel(above));
      if (label === 'modified') times.modified ??= date;
      else if (label) times.published = better(times.published, date);
      else unlabelled = better(unlabelled, date);
      from = date.end;
    }
    times.all.push(...dates);
    // «تاريخ النشر» may stand in a line of its own above the date.
    above = dates.length === 0 && folded.length < 30 ? folded : '';
  }
  times.published ??= unlabelled;
  return times;
}

/** «تاريخ النشر: …» below the lists of other articles; of several none, since those may be theirs. */
function labelledBelow({ lines, last }: Zone, now: Date): string | null {
  if (last < 0) return null;
  const found = lines.slice(last + 1).flatMap(({ text }) => {
    const folded = fold(text);
    const [date] = datesOf(text, folded, now);
    return date && dateLabel(folded.slice(0, date.start)) === 'published' ? [date.value] : [];
  });
  return found.length === 1 ? found[0]! : null;
}

/** Characters of a text's first line in which it says what day it is. */
const FIRST_WORDS = 160;

/** «بنغازي 3 يوليو 2024 (وكالة) – …», «… اليوم الأربعاء 3 يوليو 2024 …», «… الأربعاء (3 يوليو 2024) …» */
function dayInOpening(zone: Zone, now: Date): string | null {
  const folded = fold((openingOf(zone)[0]?.text ?? '').slice(0, FIRST_WORDS));
  for (const { value, calendar, start, end } of findDates(folded, now)) {
    if (calendar !== 'gregorian' || value.length < 10) continue;
    const before = folded.slice(0, start);
    const isDateline =
      isPlace(foldWords(before)) && /^م?\s*(?:\([^()]*\)\s*)?[–—-]/.test(folded.slice(end));
    // «في مثل هذا اليوم», «من ذلك اليوم», «يوم الاثنين (14 تموز 1958)» speak of another day.
    const isToday = /(?<!(?:هذا|ذلك|مثل)\s+)اليوم[\s،,]+(?:\S+[\s،,]*)?\(?$/.test(before);
    const weekday = /[،,]\s*(\S+)\s*\($/.exec(before)?.[1] ?? '';
    if (isDateline || isToday || isWeekday(weekday)) return value.slice(0, 10);
  }
  return null;
}

/** Ms; the day a page is read, in any zone, may be printed at its head whatever it holds. */
const TODAY = 36 * 3_600_000;

/** «السبت 14 تشرين الثاني 2009 - العدد 11421» at the page's head, where it is not today's issue. */
function dayOfIssue({ lines, first }: Zone, now: Date): string | null {
  for (const { text } of lines.slice(0, Math.max(0, first))) {
    const isHead =
      text.length <= 110 && /(?:^|[\s(–—-])(?:العدد|issue)\s*[:(]?\s*[\d٠-٩]/i.test(text);
    const date = isHead && findDates(text, now).find(({ calendar }) => calendar === 'gregorian');
    if (date && Math.abs(Date.parse(date.value) - now.getTime()) > TODAY) return date.value;
  }
  return null;
}

/** The first one stays; a Gregorian date replaces a Hijri one that says the same day. */
function better(known: FoundDate | null, date: FoundDate): FoundDate {
  if (known?.calendar !== 'hijri' || date.calendar !== 'gregorian') return known ?? date;
  const apart = Date.parse(known.value.slice(0, 10)) - Date.parse(date.value.slice(0, 10));
  return Math.abs(apart) <= 3 * 86_400_000 ? date : known;
}

/** What else the line below a headline holds, folded: an author with label, counters. No sentence has it. */
const BESIDE_DATE =
  /(?:^| )(?:بقلم|اضف تعليقا?|اترك تعليقا?|لا (?:توجد )?تعليقات|by|par|leave a (?:reply|comment)|no comments|\d+ (?:تعليق|زيار|مشاهد|قراء)\S*)(?: |$)/;

/**
 * The dates of a line that is made of them: few words stand beside, or more in a line of parts
 * («الثلاثاء 8 نوفمبر 2016 - 09:30 | رياضة | بقلم فلان») or with a label; a sentence has neither.
 */
function datesOf(text: string, folded: string, now: Date): FoundDate[] {
  if (text.length > 160 || !/\d|امس|قبل|منذ|مضت|ago|hier/.test(folded)) return [];
  if (text.endsWith('.') && /[\p{L}\p{M}]{3}\.$/u.test(text)) return [];
  if (/تاريخ (?:ال)?(?:ميلاد|ولاد|وفا|تسجيل|انضمام)|مواليد|join date/.test(folded)) return [];
  const dates = findDates(text, now);
  if (isPeriod(text, dates)) return [];
  const beside = dates.reduce((length, date) => length - date.end + date.start, text.length);
  if (beside <= 35) return dates;
  const parted = (text.match(/[|/•:#–—]|-\s/g)?.length ?? 0) >= 2;
  const isHead = parted || BESIDE_DATE.test(folded) || dateLabel(folded) !== null;
  return beside <= 110 && isHead ? dates : [];
}

/**
 * A time marked `Z` (or +00:00) that the page prints hour for hour is the page's local time, put
 * into the metadata without conversion: then the mark says nothing.
 */
function asPrinted(stated: string | null, printed: PrintedTimes): string | null {
  if (!stated || !/(?:Z|\+00:00)$/.test(stated)) return stated;
  const local = stated.slice(0, 16);
  const same = printed.all.some(
    ({ value, calendar }) =>
      calendar === 'gregorian' && value.startsWith(local) && value.length === 19,
  );
  return same ? stated.slice(0, 19) : stated;
}

/** `/2016/11/8/`: systems that file by day. */
function dayInAddress(url: string, now: Date): string | null {
  const match = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)/.exec(url);
  return match ? readDateValue(`${match[1]}-${match[2]}-${match[3]}`, now) : null;
}
