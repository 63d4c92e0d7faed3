import type { Item, OpenedItem } from '../library/item.ts';
import type { WriteContext } from '../library/commit.ts';
import { finishSaves, perform, underWay, write } from '../library/saving.ts';
import { newIntent, removeIntents, type Work } from '../library/intents.ts';
import { listItems } from '../library/list.ts';
import * as opening from '../library/open.ts';
import * as trash from '../library/trash.ts';
import { readableAddress, validateArticle, validateLink } from '../library/validate.ts';
import type {
  ItemPage,
  SavedReading,
  SaveOutcome,
  SaveRequest,
  UnfinishedSave,
} from '../messages.ts';
import { showMark } from './badge.ts';
import { surroundings } from './surroundings.ts';

/** The answers to our own pages' messages about the library. */

const INVALID: SaveOutcome = { kind: 'failed', reason: 'invalid' };

export async function saveArticle(request: SaveRequest): Promise<SaveOutcome> {
  const article = validateArticle(request.article);
  if (!article) return INVALID;
  const outcome = await run(article, { kind: 'article', article, onConflict: request.onConflict });
  // A selection whose article stayed as it was is not itself saved.
  const isOther = outcome.kind === 'kept' && article.fromSelection;
  if ('item' in outcome && !isOther) await markTab(request.tabId, outcome.item);
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
  const item = await opening.findSaved(await surroundings.openLibrary(), reading);
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

export async function listLibrary(data: {
  limit: number;
  before: number | null;
}): Promise<ItemPage> {
  await finishBefore();
  return listItems(await surroundings.openLibrary(), data);
}

export async function openItem({ id }: { id: string }): Promise<OpenedItem | null> {
  return opening.openItem(await surroundings.openLibrary(), id);
}

interface Marking {
  id: string;
  tabId: number | null;
}

export async function deleteItem({ id, tabId }: Marking): Promise<void> {
  await changeItem(tabId, (context) => trash.deleteItem(id, context));
}

export async function restoreItem({ id, tabId }: Marking): Promise<void> {
  await changeItem(tabId, (context) => trash.restoreItem(id, context));
}

async function changeItem(
  tabId: number | null,
  change: (context: WriteContext) => Promise<Item | null>,
): Promise<void> {
  await finishBefore();
  const item = await write(surroundings, change);
  if (!item) return;
  surroundings.committed([item.id]);
  await markTab(tabId, item);
}

/**
 * A save cut short after its commit is done again once the background wakes, and would bring back
 * what a delete had taken away: so it is done first.
 */
async function finishBefore(): Promise<void> {
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

/** At every start of the background: a save cut short by its end is finished without being asked for. */
export async function finishSavesAtWake(): Promise<void> {
  await finishBefore();
}

/** Nothing the browser keeps for us is thrown away to make room, where it agrees. */
export async function keepStorage(): Promise<void> {
  await navigator.storage.persist();
}
