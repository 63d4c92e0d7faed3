import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Article } from './article/article.ts';
import type { FetchedPage } from './fetched-text.ts';
import type { Flags } from './library/change-items.ts';
import type { EditGiven } from './library/edits/edits.ts';
import type { LibraryFacts } from './library/facts.ts';
import type { Edit, Item, OpenedItem, Position, Shelf } from './library/item.ts';
import type { ItemPage, ListQuery } from './library/list.ts';
import type { SavedReading } from './library/open.ts';
import type {
  FetchedOutcome,
  SaveOutcome,
  SaveRequest,
  UnfinishedSave,
} from './library/requests.ts';
import type { Passage, SearchPage } from './library/search/answer.ts';

/** Every message between our own pages and the background: signatures only, answered in `entrypoints/background.ts`. */
export interface Messages {
  /** Saves or updates. Resolves after the transaction is committed, never before. */
  saveArticle(data: SavePress): SaveOutcome;
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
  /** With a tab given that shows the item's page, its badge and title follow. False: there is no such item. */
  deleteItem(data: { id: string; tabId: number | null }): boolean;
  restoreItem(data: { id: string; tabId: number | null }): boolean;
  /** Saves begun and not known to be finished, after those that could be completed have been. */
  unfinishedSaves(data: void): UnfinishedSave[];
  forgetUnfinishedSave(data: { id: string }): void;
  /** Sent by the background to every open page after a commit. */
  libraryChanged(data: { ids: string[] }): void;
}

export interface SavePress extends SaveRequest {
  /** Its badge and title follow. */
  tabId: number | null;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();
