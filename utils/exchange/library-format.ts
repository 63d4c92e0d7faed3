import type { Entry, Item } from '../library/item.ts';

export const LIBRARY_FORMAT = 'warraq-library';
/** Of the file's own shape; what is in a row says its own schema. */
export const LIBRARY_FORMAT_VERSION = 1;

/** The library as one JSON file, without pictures: for other programs, and for our own import. */
export interface LibraryFile {
  format: typeof LIBRARY_FORMAT;
  version: typeof LIBRARY_FORMAT_VERSION;
  /** ISO 8601 UTC. */
  exportedAt: string;
  articles: LibraryFileRow[];
}

/** An `Entry` of the library without its pictures, and without which device set what. */
export interface LibraryFileRow extends Omit<Entry, 'item' | 'pictures'> {
  /** Without what is derived at every write. */
  item: Omit<Item, 'sort' | 'thumbnail'>;
  pictures: [];
}
