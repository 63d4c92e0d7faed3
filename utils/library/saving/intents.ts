import type { Article } from '../../article/article.ts';
import type { SaveRequest, UnfinishedSave } from '../requests.ts';
import { addressesOf } from './identity.ts';
import type { LocalStore } from '../local-store.ts';
import { isSameArticle } from './same-article.ts';
import { number, oneOf, record } from '../shapes.ts';
import { validateArticle, validateLink } from '../validate/validate.ts';

/**
 * A save, written down in `storage.local` before it begins, so that one cut short by the browser
 * ending or stopping its worker is finished or told of later. It is marked at its commit and crossed
 * out once the second copy has followed: should the browser lose the database before that, it is
 * saved from here again. (Chromium throws a whole database away where its log goes on behind a
 * record a killed browser wrote half of, with all that was saved since.)
 */
export interface Intent extends UnfinishedSave {
  /** What to write. null while the page is still being read, and once only the reader can go on. */
  work: Work | null;
}

export type Work =
  | { kind: 'article'; article: Article; onConflict: SaveRequest['onConflict'] }
  | { kind: 'link'; url: string; title: string };

/** One whose save was committed, kept until the second copy has it too. */
export interface CommittedIntent extends Intent {
  work: Work;
  /** Of the item it became. */
  itemId: string;
}

const PREFIX = 'intent:';
/** Beside the note of a save that was committed: the id of its item. */
const COMMITTED = 'committed:';
/** More are not kept, should the second copy not follow at all. */
const MAX_COMMITTED = 50;
const ON_CONFLICT = { ask: true, update: true, 'keep-both': true } as const;

export function newIntent(page: { url: string; title: string }, work: Work | null): Intent {
  return { id: crypto.randomUUID(), url: page.url, title: page.title, at: Date.now(), work };
}

export async function writeIntent(store: LocalStore, intent: Intent): Promise<void> {
  await store.set({ [PREFIX + intent.id]: intent });
}

/** All not committed, oldest first. One that is damaged still tells that something was not finished. */
export async function readIntents(store: LocalStore): Promise<Intent[]> {
  return intentsIn(await store.get(null));
}

function intentsIn(all: Record<string, unknown>): Intent[] {
  return Object.entries(all)
    .filter(([key]) => key.startsWith(PREFIX) && !(COMMITTED + key.slice(PREFIX.length) in all))
    .map(([key, value]) => asIntent(key.slice(PREFIX.length), value))
    .toSorted((a, b) => a.at - b.at);
}

/** Committed ones the second copy may not have yet, oldest first. */
export async function readCommitted(store: LocalStore): Promise<CommittedIntent[]> {
  const all = await store.get(null);
  return committedIn(all)
    .map(([id, itemId]) => ({ ...asIntent(id, all[PREFIX + id]), itemId }))
    .filter((intent): intent is CommittedIntent => intent.work !== null);
}

/** Their ids and those of their items, oldest first, without what was saved. */
export async function committedItems(store: LocalStore): Promise<[id: string, itemId: string][]> {
  return committedIn(await store.get(null));
}

function committedIn(all: Record<string, unknown>): [id: string, itemId: string][] {
  const at = (id: string): number => number(record(all[PREFIX + id])?.['at']) ?? 0;
  return Object.entries(all)
    .filter(([key]) => key.startsWith(COMMITTED))
    .map(([key, itemId]): [string, string] => [key.slice(COMMITTED.length), String(itemId)])
    .toSorted(([a], [b]) => at(a) - at(b));
}

export async function removeIntents(store: LocalStore, ids: readonly string[]): Promise<void> {
  await store.remove(ids.flatMap((id) => [PREFIX + id, COMMITTED + id]));
}

/** Marks a save as committed, and crosses out earlier attempts at the same article. */
export async function settleIntents(
  store: LocalStore,
  intent: Intent & { work: Work },
  item: { id: string; addresses: readonly string[] },
): Promise<void> {
  await store.set({ [COMMITTED + intent.id]: item.id });
  const all = await store.get(null);
  const done = intentsIn(all).filter((other) => other.at <= intent.at && isSame(other));
  const tooMany = committedIn(all).slice(0, -MAX_COMMITTED);
  const out = [...done.map(({ id }) => id), ...tooMany.map(([id]) => id)];
  if (out.length > 0) await removeIntents(store, out);

  function isSame(other: Intent): boolean {
    if (!pageAddresses(other).some((at) => item.addresses.includes(at))) return false;
    const [mine, its] = [intent.work, other.work];
    return (
      mine.kind === 'link' || its?.kind !== 'article' || isSameArticle(its.article, mine.article)
    );
  }
}

function pageAddresses({ url, work }: Intent): string[] {
  if (work?.kind === 'article') return addressesOf(work.article);
  return URL.canParse(url) ? addressesOf({ url, canonicalUrl: null }) : [];
}

function asIntent(id: string, value: unknown): Intent {
  const from = record(value);
  const url = from?.['url'];
  const title = from?.['title'];
  return {
    id,
    url: typeof url === 'string' ? url : '',
    title: typeof title === 'string' ? title : '',
    at: number(from?.['at']) ?? 0,
    work: asWork(from?.['work']),
  };
}

function asWork(value: unknown): Work | null {
  const from = record(value);
  if (from?.['kind'] === 'link') {
    const link = validateLink(from);
    return link && { kind: 'link', ...link };
  }
  const article = validateArticle(from?.['article']);
  const onConflict = oneOf(from?.['onConflict'], ON_CONFLICT);
  return article && onConflict ? { kind: 'article', article, onConflict } : null;
}
