import type { Article } from '../article/article.ts';

/**
 * One saved thing: an article with its text, or a link kept to be read. Light enough to list; the
 * article itself lies in its own table under the same id, so that a list of ten thousand never
 * reads ten thousand texts.
 */
export interface Item {
  /** First 128 bits of SHA-256 over `v1` and the normalised address, as 32 hex digits. Never changed afterwards. */
  id: string;
  schema: 1;
  /** `link`: kept for later, its text not read yet. */
  kind: 'article' | 'link';
  /** Where «open the original» leads. */
  url: string;
  /** Every normalised address seen for it (multi-entry index): a save finds its row through these. */
  addresses: string[];
  /** Ids of rows merged into this one. */
  aliases: string[];
  title: string;
  byline: string | null;
  siteName: string | null;
  lang: string | null;
  dir: 'rtl' | 'ltr';
  publishedTime: string | null;
  excerpt: string;
  readingMinutes: { min: number; max: number } | null;
  complete: boolean;
  /** Milliseconds since the epoch, first save. */
  savedAt: number;
  /** Milliseconds since the epoch, last change of the text. */
  updatedAt: number;
  /** In the trash since (ms), or null. */
  deletedAt: number | null;
  archived: boolean;
  favourite: boolean;
  tags: StampedTag[];
  /** What the reader changed: applied by the view, kept over a new cleaning. */
  edits: Edit[];
  /** Hybrid logical clock stamp of each field a reader sets; the last stamp wins when rows merge. */
  stamps: Partial<Record<'deletedAt' | 'archived' | 'favourite', Stamp>>;
}

/** Hybrid logical clock: sortable as text, `<ms, 12 hex>-<counter, 4 hex>-<device>`. */
export type Stamp = string;

export interface StampedTag {
  name: string;
  stamp: Stamp;
  removed: boolean;
}

export interface Edit {
  id: string;
  kind: 'put-back' | 'hide' | 'direction' | 'title' | 'byline' | 'highlight' | 'note';
  /** Block key and UTF-16 offsets in the source block's text; null for edits of the whole article. */
  anchor: { block: string; start: number; end: number } | null;
  value: string | null;
  stamp: Stamp;
  /** Tombstone: undone, kept so that merging does not bring it back. */
  removed: boolean;
}

/** The text of an item, and the best of those it replaced. */
export interface StoredText extends TextVersion {
  id: string;
  previous: TextVersion | null;
}

export interface TextVersion {
  article: Article;
  /** When the reader chose this text over the other; null where `text-order.ts` alone decides. */
  chosenAt: Stamp | null;
}

/** The record a purge leaves behind, for a year: id and time, nothing of what it was. */
export interface Purged {
  id: string;
  /** Milliseconds since the epoch. */
  purgedAt: number;
}

export interface OpenedItem {
  item: Item;
  /** null for a link. */
  article: Article | null;
}
