import { readableAddress } from '../../library/validate/validate.ts';
import { list, record, text } from '../../library/shapes.ts';
import { isTooNested } from './nesting.ts';
import { momentOf, publishedOf } from './imported-dates.ts';
import type { Fault, Refusal, Skip } from './refusal.ts';

/** One row of another tool's file: every field of its type, cleaned and bounded. */
export interface Imported {
  /** http, https or file. */
  url: string;
  title: string | null;
  byline: string | null;
  siteName: string | null;
  /** Milliseconds since the epoch, never more than a day ahead; null where the file does not say. */
  savedAt: number | null;
  /** As `Article.publishedTime`. */
  publishedTime: string | null;
  tags: string[];
  archived: boolean;
  favourite: boolean;
  /** The text. UNTRUSTED: enters a document only through `utils/article/sanitize.ts`. */
  html: string | null;
  /** The file had a text, too long or too deeply nested to take: the row comes as a link. */
  textLeftOut: boolean;
  excerpt: string | null;
  lang: string | null;
  notes: ImportedNote[];
  /** Share read, 0 to 1. */
  progress: number | null;
}

/** A highlighted passage, what was noted beside it, or both; never neither. */
export interface ImportedNote {
  quote: string | null;
  text: string | null;
  /** Milliseconds since the epoch. */
  at: number | null;
}

/** What a file holds, one row at a time. A refusal is the last of all. */
export type ImportPart =
  | { row: Imported }
  | { faulty: Fault }
  | { skipped: Skip }
  | { refused: Refusal };

/** A row as a format's reader found it: whatever stood in the file. */
export type RawRow = { [Field in keyof Imported]?: unknown };

/** The same lengths `validateArticle` holds an article to. */
const MAX_LINE = 2_000;
const MAX_BODY = 8_000_000;
const MAX_EXCERPT = 300;
const MAX_TAG = 80;
const MAX_TAGS = 200;
const MAX_NOTE = 20_000;
const MAX_NOTES = 1_000;

/** The row with each field checked; a field of a strange type makes the row faulty, never an error. */
export function checkRow(raw: RawRow, now: number): ImportPart {
  const url = typeof raw.url === 'string' ? raw.url.trim() : '';
  const address = hasControls(url) ? undefined : readableAddress(url);
  if (address === undefined)
    return isElsewhere(url) ? { skipped: 'no-page' } : { faulty: 'address' };
  const body = optional(raw.html, (html) => (typeof html === 'string' ? html : undefined));
  const words = {
    title: optional(raw.title, (value) => line(value, MAX_LINE)),
    byline: optional(raw.byline, (value) => line(value, MAX_LINE)),
    siteName: optional(raw.siteName, (value) => line(value, MAX_LINE)),
    excerpt: optional(raw.excerpt, (value) => line(value, MAX_EXCERPT)),
    lang: optional(raw.lang, language),
    tags: optional(raw.tags, (value) => list(value, MAX_TAGS, (tag) => line(tag, MAX_TAG))),
    notes: optional(raw.notes, (value) => list(value, MAX_NOTES, (each) => note(each, now))),
    archived: optional(raw.archived, flag),
    favourite: optional(raw.favourite, flag),
    progress: optional(raw.progress, share),
  };
  const moments = [raw.savedAt, raw.publishedTime].every(isScalar);
  if (body === undefined || !moments || Object.values(words).includes(undefined)) {
    return { faulty: 'type' };
  }
  const kept = body !== null && body.length <= MAX_BODY && !isTooNested(body) ? body : null;
  const title = words.title || null;
  return {
    row: {
      url: address,
      title: title === address ? null : title,
      byline: words.byline || null,
      siteName: words.siteName || null,
      savedAt: momentOf(raw.savedAt, now),
      publishedTime: publishedOf(raw.publishedTime, now),
      tags: [...new Set(words.tags)].filter((tag) => tag !== ''),
      archived: words.archived ?? false,
      favourite: words.favourite ?? false,
      html: kept?.trim() ? kept.toWellFormed() : null,
      textLeftOut: kept === null && body !== null,
      excerpt: words.excerpt || null,
      lang: words.lang || null,
      notes: words.notes?.filter(({ quote, text: said }) => quote || said) ?? [],
      progress: words.progress ?? null,
    },
  };
}

/** What is not there is null; what is there and not of its type is `undefined`. */
function optional<T>(
  value: unknown,
  check: (value: unknown) => T | undefined,
): T | null | undefined {
  return value === undefined || value === null ? null : check(value);
}

/** A line for display: no control characters, one space where there was white space, whole letters. */
function line(value: unknown, max: number): string | undefined {
  const bounded = text(value, max * 4);
  const clean = bounded?.toWellFormed().replace(CONTROLS, ' ').replace(/\s+/gu, ' ').trim();
  return text(clean, max)?.trim();
}

// oxlint-disable-next-line no-control-regex -- exactly these are meant
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/gu;

function hasControls(value: string): boolean {
  return value.search(CONTROLS) >= 0;
}

/** An address that leads somewhere, but to no page. */
function isElsewhere(value: string): boolean {
  return URL.canParse(value) && !/^(?:https?|file):/iu.test(value);
}

function language(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const tag = value.trim().replaceAll('_', '-');
  return tag.length <= 40 && /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/iu.test(tag) ? tag : '';
}

const YES = new Set<unknown>([true, 1, 'true', '1', 'yes']);
const NO = new Set<unknown>([false, 0, 'false', '0', 'no', '']);

function flag(value: unknown): boolean | undefined {
  const said = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (YES.has(said)) return true;
  return NO.has(said) ? false : undefined;
}

/** A share that is no number between 0 and 1 is none; an object is no share at all. */
function share(value: unknown): number | null | undefined {
  if (!isScalar(value)) return undefined;
  const number = value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? Math.min(Math.max(number, 0), 1) : null;
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'undefined'].includes(typeof value);
}

function note(value: unknown, now: number): ImportedNote | undefined {
  const from = record(value);
  if (!from || !isScalar(from['at'])) return undefined;
  const quote = optional(from['quote'], passage);
  const said = optional(from['text'], passage);
  if (quote === undefined || said === undefined) return undefined;
  return { quote: quote || null, text: said || null, at: momentOf(from['at'], now) };
}

/** A note keeps its line breaks. */
function passage(value: unknown): string | undefined {
  const lines = text(value, MAX_NOTE)?.toWellFormed().replaceAll('\r\n', '\n').split('\n');
  return lines
    ?.map((each) => line(each, MAX_NOTE) ?? '')
    .join('\n')
    .trim();
}
