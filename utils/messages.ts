import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Article } from './article/article.ts';
import type { FetchedPage } from './fetched-text.ts';
import type { Flags } from './library/change-items.ts';
import type { EditGiven } from './library/edits.ts';
import type { LibraryFacts } from './library/facts.ts';
import type { Edit, Item, OpenedItem, Position, Shelf } from './library/item.ts';

/** Every message between our own pages and the background: signatures only, answered in `entrypoints/background.ts`. */
export interface Messages {
  /** Saves or updates. Resolves after the transaction is committed, never before. */
  saveArticle(data: SaveRequest): SaveOutcome;
  saveLink(data: { url: string; title: string | null }): SaveOutcome;
  /**
   * What is saved of what was read, or null: the same article, or the link kept to it, never another
   * article at its address. With a tab given, its badge and title follow.
   */
  findSaved(data: { reading: SavedReading; tabId: number | null }): Item | null;
  listItems(data: ListQuery): ItemPage;
  libraryFacts(data: void): LibraryFacts;
  /** Names of the sites of all that is kept. */
  listSites(data: void): string[];
  /** What of the library, the trash left out, answers what was typed; the best first. */
  search(data: { query: string; limit: number; offset: number }): SearchPage;
  /** Passages of results that came without one, by their ids; what has none is not there. */
  passages(data: { query: string; ids: string[] }): Record<string, Passage>;
  openItem(data: { id: string }): OpenedItem | null;
  /** Keeps what is missing of an article's pictures and can be had now: see `background/pictures.ts`. */
  keepPictures(data: { id: string }): void;
  /** For a page that may not open the library itself (a private window of Firefox). */
  pictureBytes(data: { hash: string }): { type: string; base64: string } | null;
  /** The page of a kept link as text, asked for by the address the library has. */
  fetchPage(data: { id: string }): FetchedPage;
  stopFetching(data: { id: string }): void;
  /** Puts a text read from a fetched page to its link, marked as fetched. */
  saveFetched(data: { id: string; article: Article }): FetchedOutcome;
  /** Sets flags on the items chosen. With a tab given that shows the item's page, its badge follows. */
  /** Answers the ids of those that were not so before. */
  setFlags(data: { ids: string[]; flags: Flags }): string[];
  tagItems(data: { ids: string[]; add: string[]; remove: string[] }): void;
  /** Ids of all that carries a tag, the trash included, or of all of a shelf. */
  itemIds(data: { tag: string } | { shelf: Shelf }): string[];
  /** Merges the two where the new name is a tag already; what does not carry the old one stays as it is. */
  renameTag(data: { ids: string[]; from: string; to: string }): void;
  /** Absent leaves it, null goes back to what the page said. */
  correctItem(data: { id: string; title?: string | null; byline?: string | null }): void;
  /** Puts back what was left out of an article, by its removal's id, or takes it out again. */
  putBack(data: { id: string; removal: string; back: boolean }): void;
  editsOf(data: { id: string }): Edit[];
  /** Adds what the reader marked, noted, hid or turned, or puts it in the place of edits with the same ids. */
  editItem(data: { id: string; edits: EditGiven[] }): void;
  setPosition(data: { id: string; position: Position | null }): void;
  /** For good, of what lies in the trash. */
  purgeItems(data: { ids: string[] }): void;
  /** With a tab given that shows the item's page, its badge and title follow. */
  deleteItem(data: { id: string; tabId: number | null }): void;
  restoreItem(data: { id: string; tabId: number | null }): void;
  /** Saves begun and not known to be finished, after those that could be completed have been. */
  unfinishedSaves(data: void): UnfinishedSave[];
  forgetUnfinishedSave(data: { id: string }): void;
  /** Sent by the background to every open page after a commit. */
  libraryChanged(data: { ids: string[] }): void;
}

/** As much of an article as tells whether it is the one saved. */
export type SavedReading = Pick<
  Article,
  'url' | 'canonicalUrl' | 'title' | 'text' | 'fromSelection'
>;

export interface SaveRequest {
  article: Article;
  tabId: number | null;
  /** What to do when the address is taken by an article whose headline and text both differ. */
  onConflict: 'ask' | 'update' | 'keep-both';
}

/** `kept`: the article is saved with a better text than this one (`text-order.ts`), which stays. */
export type SaveOutcome =
  | { kind: 'saved' | 'updated' | 'kept'; item: Item }
  | { kind: 'conflict'; existing: Item }
  | { kind: 'failed'; reason: SaveFailure };

/** `gone`: the link was deleted meanwhile. */
export type FetchedOutcome = Exclude<SaveOutcome, { kind: 'conflict' }> | { kind: 'gone' };

/** Each has a sentence in `_locales` (`saveFailed_<reason>`). `newer`: see `LibraryTrouble`. */
export type SaveFailure = 'no-space' | 'database' | 'invalid' | 'newer';

/** A page of a shelf, or of all that is not in the trash. */
export interface ListQuery {
  shelf: Shelf | 'kept';
  order: 'saved' | 'published' | 'length' | 'site';
  ascending: boolean;
  /** Names, compared folded; null for any. */
  tag: string | null;
  site: string | null;
  only: ('favourite' | 'link' | 'partial' | 'unread')[];
  /** How many to leave out from the top. */
  offset: number;
  limit: number;
}

export interface ItemPage {
  items: Item[];
  /** All that answer the query; null where there are more than these and `libraryFacts` tells how many. */
  total: number | null;
}

export interface SearchPage {
  results: SearchResult[];
  /** All that answer the query. */
  total: number;
  /** How many items are not searched as they are by now. */
  waiting: number;
  /** The filters found in what was typed. */
  chips: SearchChip[];
}

export interface SearchResult {
  item: Item;
  /** Matches in the headline as lists show it. */
  headline: Mark[];
  /** null for what has none, found by its site alone, and for what stands further down: see `passages`. */
  passage: Passage | null;
}

/** Start and end, UTF-16 offsets; several are in order and apart from one another. */
export type Mark = [start: number, end: number];

/** A piece of an article as it stands there, with what was searched for. */
export interface Passage {
  text: string;
  marks: Mark[];
}

export interface SearchChip {
  kind: 'site' | 'tag' | 'is';
  /** The filter as typed, to show and to take out again. */
  label: string;
}

export interface UnfinishedSave {
  id: string;
  url: string;
  title: string;
  /** Milliseconds since the epoch. */
  at: number;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();
