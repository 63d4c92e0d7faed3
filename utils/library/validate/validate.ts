import type { Article, Author, Extraction, LeadImage, Removal } from '../../article/article.ts';
import {
  AUTHOR_ROLES,
  INCOMPLETE_REASONS,
  NO_ARTICLE_REASONS,
  REMOVAL_REASONS,
  REMOVAL_STEPS,
} from './article-words.ts';
import { isWhole, list, nullable, number, oneOf, record, text, truth } from '../shapes.ts';

/** Bodies beyond this are refused, in UTF-16 units; lines meant for display are cut instead. */
const MAX_BODY = 8_000_000;
const MAX_LINE = 2_000;
const MAX_ADDRESS = 32_000;
/** A picture given as a `data:` address may be long. */
const MAX_PICTURE = 4_000_000;
const MAX_ENTRIES = 400_000;

const DIRECTIONS = { rtl: true, ltr: true } as const;

/**
 * The article as it may be kept and shown: a fresh object of known fields, each of its type, or
 * null when anything is not what `Article` says. What comes from a page is never trusted to have
 * the shape its type promises: a title that is an object would become markup.
 */
export function validateArticle(value: unknown): Article | null {
  const from = record(value);
  if (!from) return null;
  const body = {
    url: readableAddress(from['url']),
    title: text(from['title'], MAX_LINE),
    html: whole(from['html'], MAX_BODY),
    text: whole(from['text'], MAX_BODY),
    lang: nullable(from['lang'], language),
    readingMinutes: range(from['readingMinutes']),
    blocks: list(from['blocks'], MAX_ENTRIES, (key) => whole(key, 200)),
    removals: list(from['removals'], MAX_ENTRIES, removal),
    leadImage: nullable(from['leadImage'], leadImage),
    authors: list(from['authors'], 200, author),
    endNotes: list(from['endNotes'], 200, line),
  };
  const facts = {
    canonicalUrl: nullable(from['canonicalUrl'], (address) => whole(address, MAX_ADDRESS)),
    kicker: nullable(from['kicker'], line),
    deck: nullable(from['deck'], line),
    byline: nullable(from['byline'], line),
    siteName: nullable(from['siteName'], line),
    publishedTime: nullable(from['publishedTime'], moment),
    modifiedTime: nullable(from['modifiedTime'], moment),
    dir: oneOf(from['dir'], DIRECTIONS),
    excerpt: text(from['excerpt'], MAX_LINE),
    complete: truth(from['complete']),
    incompleteReason: nullable(from['incompleteReason'], (reason) =>
      oneOf(reason, INCOMPLETE_REASONS),
    ),
    fromSelection: truth(from['fromSelection']),
    wordCount: number(from['wordCount']),
    extractedAt: moment(from['extractedAt']),
    extractorVersion: whole(from['extractorVersion'], 40),
  };
  if (from['schema'] !== 1 || body.title === '') return null;
  const article = { schema: 1 as const, ...body, ...facts };
  return isWhole<Article>(article) ? article : null;
}

/** A link as it may be kept; without words of its own its address stands for them. */
export function validateLink(value: unknown): { url: string; title: string } | null {
  const from = record(value);
  const url = readableAddress(from?.['url']);
  const title = nullable(from?.['title'], line);
  if (url === undefined || title === undefined) return null;
  return { url, title: title?.trim() || url };
}

/** The same for what the injected script returns. */
export function validateExtraction(value: unknown): Extraction | null {
  const from = record(value);
  if (from?.['ok'] === true) {
    const article = validateArticle(from['article']);
    return article ? { ok: true, article } : null;
  }
  const page = record(from?.['page']);
  const checked = {
    reason: oneOf(from?.['reason'], NO_ARTICLE_REASONS),
    url: whole(page?.['url'], MAX_ADDRESS),
    title: line(page?.['title']),
    lang: nullable(page?.['lang'], language),
  };
  if (from?.['ok'] !== false || !isWhole<NoArticle['page'] & Pick<NoArticle, 'reason'>>(checked))
    return null;
  const { reason, ...known } = checked;
  return { ok: false, reason, page: known, anyway: validateArticle(from['anyway']) };
}

type NoArticle = Extract<Extraction, { ok: false }>;

/** Pages an article can come from. Kept as «the original», so never `javascript:` or `data:`. */
export function readableAddress(value: unknown): string | undefined {
  const address = whole(value, MAX_ADDRESS);
  if (address === undefined || !URL.canParse(address)) return undefined;
  return ['http:', 'https:', 'file:'].includes(new URL(address).protocol) ? address : undefined;
}

function line(value: unknown): string | undefined {
  return text(value, MAX_LINE);
}

function whole(value: unknown, max: number): string | undefined {
  return typeof value === 'string' && value.length <= max ? value : undefined;
}

function language(value: unknown): string | undefined {
  return whole(value, 100);
}

function moment(value: unknown): string | undefined {
  return whole(value, 64);
}

function range(value: unknown): Article['readingMinutes'] | undefined {
  const from = record(value);
  const checked = { min: number(from?.['min']), max: number(from?.['max']) };
  return isWhole<Article['readingMinutes']>(checked) ? checked : undefined;
}

function author(value: unknown): Author | undefined {
  const from = record(value);
  const checked = {
    name: line(from?.['name']),
    role: oneOf(from?.['role'], AUTHOR_ROLES),
  };
  return isWhole<Author>(checked) ? checked : undefined;
}

function leadImage(value: unknown): LeadImage | undefined {
  const from = record(value);
  const checked = {
    src: whole(from?.['src'], MAX_PICTURE),
    alt: line(from?.['alt']),
    caption: nullable(from?.['caption'], line),
    credit: nullable(from?.['credit'], line),
  };
  return isWhole<LeadImage>(checked) ? checked : undefined;
}

function removal(value: unknown): Removal | undefined {
  const from = record(value);
  const checked = {
    id: whole(from?.['id'], 200),
    step: oneOf(from?.['step'], REMOVAL_STEPS),
    reason: oneOf(from?.['reason'], REMOVAL_REASONS),
    phrase: nullable(from?.['phrase'], line),
    text: line(from?.['text']),
    html: nullable(from?.['html'], (html) => whole(html, MAX_BODY)),
    count: number(from?.['count']),
    at: nullable(from?.['at'], (key) => whole(key, 200)),
  };
  return isWhole<Removal>(checked) ? checked : undefined;
}
