import * as changing from '../library/change-items.ts';
import type { Flags } from '../library/change-items.ts';
import * as correcting from '../library/edits/edits.ts';
import type { EditGiven } from '../library/edits/edits.ts';
import * as facts from '../library/facts.ts';
import type { Edit, Item, OpenedItem, Position, Shelf } from '../library/item.ts';
import type { WriteContext } from '../library/commit.ts';
import { finishSaves, perform, underWay, write } from '../library/saving/saving.ts';
import { newIntent, removeIntents, type Work } from '../library/saving/intents.ts';
import { listItems } from '../library/list.ts';
import * as opening from '../library/open.ts';
import { shelfIds } from '../library/shelf-ids.ts';
import * as sites from '../library/sites.ts';
import * as tags from '../library/tags.ts';
import * as trash from '../library/trash.ts';
import { nextStamp } from '../library/stamp.ts';
import { checkedEdit } from '../library/validate/parts.ts';
import { readableAddress, validateArticle, validateLink } from '../library/validate/validate.ts';
import type { ItemPage, ListQuery } from '../library/list.ts';
import type { SavedReading } from '../library/open.ts';
import type { SaveOutcome, UnfinishedSave } from '../library/requests.ts';
import type { SavePress } from '../messages.ts';
import { showMark } from './badge.ts';
import { healed, mirrorSoon } from './mirror.ts';
import { picturesFollow } from './pictures.ts';
import { indexSoon } from './search-index.ts';
import { surroundings } from './surroundings.ts';

/** The answers to our own pages' messages about the library. */

const INVALID: SaveOutcome = { kind: 'failed', reason: 'invalid' };

export async function saveArticle(request: SavePress): Promise<SaveOutcome> {
  const article = validateArticle(request.article);
  if (!article) return INVALID;
  const outcome = await run(article, { kind: 'article', article, onConflict: request.onConflict });
  // A selection whose article stayed as it was is not itself saved.
  const isOther = outcome.kind === 'kept' && article.fromSelection;
  if ('item' in outcome && !isOther) await markTab(request.tabId, outcome.item);
  picturesFollow(outcome, { pressed: true });
  return outcome;
}

export async function saveLink(data: { url: string; title: string | null }): Promise<SaveOutcome> {
  const link = validateLink(data);
  return link ? run(link, { kind: 'link', ...link }) : INVALID;
}

function run(page: { url: string; title: string }, work: Work): Promise<SaveOutcome> {
  const intent = { ...newIntent(page, work), work };
  return underWay(surroundings, intent, () => perform(surroundings, intent, true));
}

export async function findSaved(data: {
  reading: SavedReading;
  tabId: number | null;
}): Promise<Item | null> {
  const { reading, tabId } = data;
  if (readableAddress(reading.url) === undefined) return null;
  // A save of this very page may have been cut short: what is about to be saved is not «unsaved».
  await finishBefore();
  const item = await healed(surroundings, null, (library) => opening.findSaved(library, reading));
  await markTab(tabId, item);
  return item;
}

async function markTab(tabId: number | null, item: Item | null): Promise<void> {
  if (tabId === null) return;
  const saved = item?.kind === 'article' && item.deletedAt === null;
  try {
    await showMark(tabId, saved ? 'saved' : 'unsaved');
  } catch (error) {
    // What is done is done, and answered, though the button does not show it.
    console.warn(error);
  }
}

export async function listLibrary(query: ListQuery): Promise<ItemPage> {
  await finishBefore();
  return healed(surroundings, null, (library) => listItems(library, query));
}

export async function libraryFacts(): Promise<facts.LibraryFacts> {
  return facts.libraryFacts(await surroundings.openLibrary());
}

export async function listSites(): Promise<string[]> {
  return sites.listSites(await surroundings.openLibrary());
}

export async function setFlags({ ids, flags }: { ids: string[]; flags: Flags }): Promise<string[]> {
  return changeAll((context) => changing.setFlags(ids, flags, context));
}

export async function tagItems(data: {
  ids: string[];
  add: string[];
  remove: string[];
}): Promise<void> {
  const add = data.add.map(tags.tagName).filter((name) => name !== null);
  await changeAll((context) => tags.tagItems(data.ids, { add, remove: data.remove }, context));
}

export async function itemIds(data: { tag: string } | { shelf: Shelf }): Promise<string[]> {
  await finishBefore();
  const library = await surroundings.openLibrary();
  return 'tag' in data ? tags.taggedIds(library, data.tag) : shelfIds(library, [data.shelf]);
}

export async function renameTag(data: { ids: string[]; from: string; to: string }): Promise<void> {
  const { ids, from } = data;
  const to = tags.tagName(data.to);
  if (to !== null) await changeAll((context) => tags.renameTag(ids, { from, to }, context));
}

export async function correctItem(data: {
  id: string;
  title?: string | null;
  byline?: string | null;
}): Promise<void> {
  const { id, ...correction } = data;
  await changeAll(async (context) => {
    const item = await correcting.correctItem(id, correction, context);
    return item ? [item] : [];
  });
}

export async function putBack(data: { id: string; removal: string; back: boolean }): Promise<void> {
  await changeAll(async (context) => {
    const item = await correcting.putBack(data.id, data, context);
    if (!item) throw new Error('There is no such item, or its removal has no name');
    return [item];
  });
}

export async function editItem(data: { id: string; edits: EditGiven[] }): Promise<void> {
  const edits = data.edits.map(validEdit);
  await changeAll(async (context) => {
    const item = await correcting.editItem(data.id, edits, context);
    if (!item) throw new Error('There is no such item');
    return [item];
  });
}

/** What a backup would not take back in is not written. */
function validEdit(given: EditGiven): EditGiven {
  const now = Date.now();
  const stamp = nextStamp(now, '00000000', []);
  const checked = checkedEdit({ ...given, stamp }, { now, latest: now });
  if (!checked) throw new Error('This is no edit');
  const { stamp: _, ...edit } = checked;
  return edit;
}

export async function editsOf({ id }: { id: string }): Promise<Edit[]> {
  return opening.editsOf(await surroundings.openLibrary(), id);
}

/** Not told of as a change: nothing a list shows at once, and it comes with every scrolling. */
export async function setPosition(data: { id: string; position: Position | null }): Promise<void> {
  await write(surroundings, (context) => changing.setPosition(data.id, data.position, context));
  mirrorSoon(surroundings, 1);
  // What is read is no longer «unread», and the log of changes is let go of behind both.
  indexSoon(surroundings, 1);
}

/** Answers the ids of what was changed. */
async function changeAll(change: (context: WriteContext) => Promise<Item[]>): Promise<string[]> {
  await finishBefore();
  const items = await write(surroundings, change);
  const ids = items.map(({ id }) => id);
  if (ids.length > 0) surroundings.committed(ids);
  return ids;
}

export async function openItem({ id }: { id: string }): Promise<OpenedItem | null> {
  return healed(surroundings, id, async (library) => {
    const opened = await opening.openItem(library, id);
    if (opened?.item.kind !== 'article' || opened.article) return opened;
    throw new DOMException('An article without its text', 'DataError');
  });
}

interface Marking {
  id: string;
  tabId: number | null;
}

export function deleteItem({ id, tabId }: Marking): Promise<boolean> {
  return changeItem(tabId, (context) => trash.deleteItem(id, context));
}

export function restoreItem({ id, tabId }: Marking): Promise<boolean> {
  return changeItem(tabId, (context) => trash.restoreItem(id, context));
}

async function changeItem(
  tabId: number | null,
  change: (context: WriteContext) => Promise<Item | null>,
): Promise<boolean> {
  await finishBefore();
  const item = await write(surroundings, change);
  if (!item) return false;
  surroundings.committed([item.id]);
  await markTab(tabId, item);
  return true;
}

/**
 * A save cut short after its commit is done again once the background wakes, and would bring back
 * what a delete had taken away: so it is done first.
 */
export async function finishBefore(): Promise<void> {
  try {
    await finishSaves(surroundings);
  } catch (error) {
    // Its notes cannot be read; the library still can.
    console.error(error);
  }
}

/** Finishes what can be finished and tells of the rest. */
export async function unfinishedSaves(): Promise<UnfinishedSave[]> {
  const intents = await finishSaves(surroundings);
  return intents.map(({ id, url, title, at }) => ({ id, url, title, at }));
}

export async function forgetUnfinishedSave({ id }: { id: string }): Promise<void> {
  await removeIntents(surroundings.store, [id]);
}
