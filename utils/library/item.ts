import type { Article } from '../article/article.ts';

/** What lies in the trash longer than this goes by itself. */
export const TRASH_DAYS = 30;

/**
 * One saved thing: an article with its text, or a link kept to be read. Light enough to list; the
 * article itself lies in its own table under the same id, so that a list of ten thousand never
 * reads ten thousand texts.
 */
export interface Item {
  /** First 128 bits of SHA-256 over `v1` and the normalised address, as 32 hex digits. Never changed afterwards. */
  id: string;
  schema: 2;
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
  /** UTF-16 units of the text; 0 for a link. */
  textLength: number;
  /** SHA-256, in hex, of the picture a list shows; null where none is kept. */
  thumbnail: string | null;
  /** Milliseconds since the epoch, first save. */
  savedAt: number;
  /** Milliseconds since the epoch, last change of the text. */
  updatedAt: number;
  /** In the trash since (ms), or null. */
  deletedAt: number | null;
  archived: boolean;
  favourite: boolean;
  /** How far it has been read, or null. */
  position: Position | null;
  tags: StampedTag[];
  /** What the reader's edits put in the place of headline and byline; null where they leave them. */
  corrected: { title: string | null; byline: string | null };
  /** Hybrid logical clock stamp of each field a reader sets; the last stamp wins when rows merge. */
  stamps: Partial<Record<'deletedAt' | 'archived' | 'favourite' | 'position', Stamp>>;
  /** For the database's indexes alone: see `settle.ts`. Never leaves it. */
  sort: SortFields;
}

/** A place in a text that outlives a change of type size. */
export interface Position {
  /** Block key and UTF-16 offset in the source block's text. */
  block: string;
  offset: number;
  /** Share of the text above it, 0 to 1. */
  share: number;
}

export type Shelf = 'list' | 'archive' | 'trash';

export interface SortFields {
  shelf: Shelf;
  /**
   * `savedAt`, the moment of `publishedTime` (0 where there is none) and `textLength`, negated: an
   * index is read at once only upwards, and lists begin with the newest and the longest.
   */
  saved: number;
  published: number;
  length: number;
  /** Name of the site, folded. */
  site: string;
  /** 1 or absent: a truth value is no key. */
  favourite?: 1;
  link?: 1;
  partial?: 1;
  unread?: 1;
  /** Folded names of the tags it carries. */
  tags: string[];
}

/** Hybrid logical clock: sortable as text, `<ms, 12 hex>-<counter, 4 hex>-<device>`. */
export type Stamp = string;

export interface StampedTag {
  name: string;
  stamp: Stamp;
  removed: boolean;
}

/** Block key and UTF-16 offsets in the source block's text. */
export interface Anchor {
  block: string;
  start: number;
  end: number;
}

/** The four tints of highlights, as the themes number them. */
export type Colour = 1 | 2 | 3 | 4;

export interface Edit {
  /** Pieces of one highlight and its note carry one name: `<name>-0`, `<name>-1`, `<name>-note` (see `marks.ts`). */
  id: string;
  kind: 'put-back' | 'hide' | 'direction' | 'title' | 'byline' | 'highlight' | 'note';
  /** null for edits of the whole article. */
  anchor: Anchor | null;
  /** Of a highlight or a hidden block its text as it stood there; of the others what is put. */
  value: string | null;
  /** Of a highlight; absent is the first. */
  colour?: Colour;
  /** Of a highlight what stood right before and after it, by which it is told from others that read alike. */
  around?: [before: string, after: string];
  stamp: Stamp;
  /** Tombstone: undone, kept so that merging does not bring it back. */
  removed: boolean;
}

/** What the reader changed: applied by the view, kept over a new cleaning. */
export interface StoredEdits {
  id: string;
  edits: Edit[];
}

/** A picture of an article kept on this device; its bytes lie under its hash. */
export interface Picture {
  /** Absolute address, as the article's view resolves it; `small:` before it for the copy lists show. */
  address: string;
  /** SHA-256 of the bytes, in hex. */
  hash: string;
  /** Media type of the bytes. */
  type: string;
  width: number;
  height: number;
  /** How many bytes. */
  size: number;
}

export interface StoredPictures {
  id: string;
  pictures: Picture[];
  /** Their hashes (multi-entry index): who still needs the bytes. */
  hashes: string[];
}

export interface StoredBytes {
  hash: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** One write of one item, in order: what the index and the second copy follow. */
export interface Change {
  seq: number;
  id: string;
  /** The import that wrote it: everything else written since has come from the reader. */
  run?: string;
}

export interface Meta {
  key: string;
  value: unknown;
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
  edits: Edit[];
  /** Those kept of the article, without their bytes. */
  pictures: Picture[];
}

/** All that is kept of one item, but for the bytes of its pictures. */
export interface Entry {
  item: Item;
  /** null for a link. */
  text: StoredText | null;
  /** In order of id. */
  edits: Edit[];
  /** In order of address. */
  pictures: Picture[];
}
