/**
 * The article as every part of Warraq knows it: plain data, made by `extractArticle` on the page,
 * never edited afterwards. It crosses `executeScript`, messages and IndexedDB, so it holds nothing
 * but strings, numbers, booleans, null, arrays and plain objects.
 */
export interface Article {
  /** Shape of this object. Readers of an unknown, newer number show what they know and keep the rest. */
  schema: 1;
  /** Absolute address of the page as read, without fragment. */
  url: string;
  /** The address the page states as its own (`rel=canonical`, `og:url`), absolute; null if none. Not yet trusted: see `utils/library/saving/identity.ts`. */
  canonicalUrl: string | null;
  /** Headline as plain text, without the site's name. Never empty: falls back to the first words of the text. */
  title: string;
  /** Short line printed above the headline. */
  kicker: string | null;
  /** Standfirst below the headline, when it is not also the first paragraph. */
  deck: string | null;
  /** Names as printed, joined for display; null when the page names nobody. */
  byline: string | null;
  authors: Author[];
  siteName: string | null;
  /** As exact as the page is, never more: `2026-11`, `2026-11-24`, `2026-11-24T09:30:00` (the page's local time) or with an offset. */
  publishedTime: string | null;
  modifiedTime: string | null;
  /** BCP 47 tag of the text; null if neither the page nor the letters tell. */
  lang: string | null;
  /** Direction of the majority of the text's letters. */
  dir: Direction;
  /** At most 300 characters of plain text. */
  excerpt: string;
  /** The body. UNTRUSTED: enters a document only through `utils/article/sanitize.ts`. */
  html: string;
  /** The body's text, one block a line, as published (never folded). */
  text: string;
  leadImage: LeadImage | null;
  /** Trailing source, copyright and correction lines, kept apart from the body. Plain text. */
  endNotes: string[];
  /** False where the page itself holds back text: a fold, a wall, a further page. */
  complete: boolean;
  incompleteReason: IncompleteReason | null;
  /** True when the reader had selected text and this is that text. */
  fromSelection: boolean;
  wordCount: number;
  /** Whole minutes, fastest to slowest; both at least 1. Arabic 612 ± 88, other 987 ± 118 characters a minute (Gecko's reader). */
  readingMinutes: { min: number; max: number };
  /** Keys of the body's blocks in order: see `utils/article/body/blocks.ts`. */
  blocks: string[];
  removals: Removal[];
  /** ISO 8601 UTC. */
  extractedAt: string;
  /** Semantic version of the extractor. */
  extractorVersion: string;
}

export type Direction = 'rtl' | 'ltr';

export interface Author {
  name: string;
  role: AuthorRole;
}
export type AuthorRole = 'author' | 'translator' | 'interviewer' | 'photographer' | 'agency';

export interface LeadImage {
  /** Absolute http(s) or data address. UNTRUSTED. */
  src: string;
  alt: string;
  caption: string | null;
  credit: string | null;
}

/** `fetched`: read from a copy asked for without its page being open, so without what a page shows only then. */
export type IncompleteReason = 'fold' | 'wall' | 'next-page' | 'fetched';

/** The pipeline's steps, in order. */
export type RemovalStep =
  | 'snapshot'
  | 'furniture'
  | 'readability'
  | 'repeats'
  | 'inner-noise'
  | 'metadata';

/** Why something was left out. Each has a sentence in `_locales` (`removal_<reason>`, dashes as underscores). */
export type RemovalReason =
  | 'hidden'
  | 'navigation'
  | 'breadcrumb'
  | 'share'
  | 'related'
  | 'comments'
  | 'promotion'
  | 'advertisement'
  | 'form'
  | 'author-card'
  | 'tags'
  | 'footer'
  | 'other-article'
  | 'not-article'
  | 'repeated'
  | 'repeated-headline'
  | 'repeated-caption'
  | 'pull-quote'
  | 'read-also'
  | 'screen-reader-hint'
  | 'embed-leftover'
  | 'byline'
  | 'date'
  | 'source-line'
  | 'empty';

export interface Removal {
  /** Stable within the article: hash of step, reason and folded text, with its occurrence. */
  id: string;
  step: RemovalStep;
  reason: RemovalReason;
  /** The noise phrase that decided, as listed in `utils/arabic/phrases.ts`; null if structure decided. */
  phrase: string | null;
  /** Sample of the text, at most 200 characters. */
  text: string;
  /** UNTRUSTED HTML of what was taken after Readability; null for what fell before it (only counted and sampled). */
  html: string | null;
  /** How many like pieces this entry stands for. */
  count: number;
  /** Key of the kept block it stood before; null where it stood after the last. */
  at: string | null;
}

/** Why a page is not shown as an article. Each has a sentence in `_locales` (`noArticle_<reason>`). */
export type NoArticleReason =
  | 'home-page'
  | 'list'
  | 'search'
  | 'gallery'
  | 'login'
  | 'error-page'
  | 'too-little-text'
  | 'empty'
  | 'too-large';

/** What the injected script returns. */
export type Extraction =
  | { ok: true; article: Article }
  | {
      ok: false;
      reason: NoArticleReason;
      page: { url: string; title: string; lang: string | null };
      /** Best effort for «show it anyway»; null when the page has no text at all. */
      anyway: Article | null;
    };
