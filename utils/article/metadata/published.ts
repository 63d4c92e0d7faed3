import { findDates, readDateValue, type FoundDate } from '../../arabic/dates.ts';
import { fold } from '../../arabic/fold.ts';
import { attribute, queryAll } from './dom.ts';
import type { JsonLd } from './json-ld.ts';
import { dateLabel } from './labels.ts';
import type { Meta } from './meta.ts';
import type { NearLines, PageLine } from './zone.ts';

export interface Times {
  published: string | null;
  modified: string | null;
}

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'og:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'publish-date',
  'publishdate',
  'publish_date',
  'publication_date',
  'publicationdate',
  'pubdate',
  'og:pubdate',
  'dcterms.created',
  'dcterms.issued',
  'dc.date.issued',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'article.published',
  'article.created',
  'datecreated',
  'date',
  'rnews:datepublished',
];
const MODIFIED = [
  'article:modified_time',
  'og:article:modified_time',
  'datemodified',
  'og:updated_time',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'rnews:datemodified',
];

/**
 * Publication and change. Metadata first, because it holds the time; then the dates printed near
 * the headline or just below the text, told apart by their labels; then the day in the address.
 * A date in the page's head, far above the headline, is today's and is never read.
 */
export function readTimes(
  document: Document,
  meta: Meta,
  jsonLd: JsonLd,
  near: NearLines,
  now: Date,
  url: string,
): Times {
  const stated = (values: string[]) => {
    for (const value of values) {
      const date = readDateValue(value, now);
      if (date) return date;
    }
    return null;
  };
  const values = (names: string[]) => names.flatMap((name) => meta.get(name) ?? []);
  const above = printedTimes(near.above, now);
  // Below the text stand other articles too: only where nothing is printed above it.
  const printed = above.all.length > 0 ? above : printedTimes(near.below, now);
  const published = stated([
    jsonLd.published,
    ...values(PUBLISHED),
    ...markedTimes(document, 'datePublished'),
  ]);
  const modified = stated([
    jsonLd.modified,
    ...values(MODIFIED),
    ...markedTimes(document, 'dateModified'),
  ]);
  return {
    published:
      asPrinted(published, printed) ??
      printed.published?.value ??
      dayInAddress(url, now) ??
      printed.modified?.value ??
      modified,
    modified: modified ?? printed.modified?.value ?? null,
  };
}

/** Elements that say what their date is, in markup. */
function markedTimes(document: Document, property: 'datePublished' | 'dateModified'): string[] {
  const selector =
    property === 'datePublished'
      ? `[itemprop~="${property}"], time[pubdate]`
      : `[itemprop~="${property}"]`;
  return queryAll(document, selector).flatMap((element) =>
    [attribute(element, 'datetime'), attribute(element, 'content')].filter(Boolean),
  );
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
  for (const line of near) {
    const folded = fold(line.text);
    const dates = datesOf(line.text, now);
    let from = 0;
    for (const date of dates) {
      const label =
        dateLabel(folded.slice(from, date.start)) ?? (from === 0 ? dateLabel(above) : null);
      if (label === 'modified') times.modified ??= date;
      else if (label === 'published') times.published = better(times.published, date);
      else unlabelled = better(unlabelled, date);
      times.all.push(date);
      from = date.end;
    }
    // «تاريخ النشر» may stand in a line of its own above the date.
    above = dates.length === 0 && folded.length < 30 ? folded : '';
  }
  times.published ??= unlabelled;
  return times;
}

/** The first one stays; a Gregorian date replaces a Hijri one that says the same day. */
function better(known: FoundDate | null, date: FoundDate): FoundDate {
  if (!known) return date;
  const days =
    Math.abs(Date.parse(known.value.slice(0, 10)) - Date.parse(date.value.slice(0, 10))) /
    86_400_000;
  return known.calendar === 'hijri' && date.calendar === 'gregorian' && days <= 3 ? date : known;
}

/**
 * The dates of a line that is made of them: few words stand beside, or more in a line of parts
 * («الثلاثاء 8 نوفمبر 2016 - 09:30 | رياضة | بقلم فلان») or with a label; a sentence has neither.
 */
function datesOf(text: string, now: Date): FoundDate[] {
  if (text.length > 160 || !/[\d٠-٩۰-۹]|امس|أمس|قبل|منذ|ago|hier/.test(text)) return [];
  const dates = findDates(text, now);
  const beside = dates.reduce((length, date) => length - date.end + date.start, text.length);
  if (beside <= 35) return dates;
  const parted = (text.match(/[|/•:–—]|\s-\s/g)?.length ?? 0) >= 2;
  return beside <= 110 && (parted || dateLabel(fold(text)) !== null) ? dates : [];
}

/**
 * A time marked `Z` (or +00:00) that the page prints hour for hour is the page's local time, put
 * into the metadata without conversion: then the mark says nothing.
 */
function asPrinted(stated: string | null, printed: PrintedTimes): string | null {
  if (!stated || !/(?:Z|\+00:00)$/.test(stated)) return stated;
  const local = stated.slice(0, 16);
  const same = printed.all.some(
    (date) =>
      date.value.length > 10 &&
      date.calendar === 'gregorian' &&
      date.value.slice(0, 16) === local &&
      !/Z|[+-]\d\d:\d\d$/.test(date.value.slice(16)),
  );
  return same ? stated.slice(0, 19) : stated;
}

/** `/2016/11/8/`: systems that file by day. */
function dayInAddress(url: string, now: Date): string | null {
  const match = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)/.exec(url);
  return match ? readDateValue(`${match[1]}-${match[2]}-${match[3]}`, now) : null;
}
