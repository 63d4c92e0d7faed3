import type { Article } from '../article/article.ts';
import type { SaveRequest } from '../messages.ts';
import type { UnfinishedSave } from '../messages.ts';
import { addressesOf } from './identity.ts';
import { number, oneOf, record } from './shapes.ts';
import { validateArticle, validateLink } from './validate.ts';

/**
 * A save, written down in `storage.local` before it begins and crossed out after its commit, so
 * that one cut short by the browser ending or stopping its worker is finished or told of later.
 */
export interface Intent extends UnfinishedSave {
  /** What to write. null while the page is still being read, and once only the reader can go on. */
  work: Work | null;
}

export type Work =
  | { kind: 'article'; article: Article; onConflict: SaveRequest['onConflict'] }
  | { kind: 'link'; url: string; title: string };

/** The part of `storage.local` used here, so that tests can give another. */
export interface LocalStore {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(entries: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

const PREFIX = 'intent:';
const ON_CONFLICT = { ask: true, update: true, 'keep-both': true } as const;

export function newIntent(page: { url: string; title: string }, work: Work | null): Intent {
  return { id: crypto.randomUUID(), url: page.url, title: page.title, at: Date.now(), work };
}

export async function writeIntent(store: LocalStore, intent: Intent): Promise<void> {
  await store.set({ [PREFIX + intent.id]: intent });
}

/** All intents, oldest first. One that is damaged still tells that something was not finished. */
export async function readIntents(store: LocalStore): Promise<Intent[]> {
  const all = await store.get(null);
  return Object.entries(all)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, value]) => asIntent(key.slice(PREFIX.length), value))
    .toSorted((a, b) => a.at - b.at);
}

export async function removeIntents(store: LocalStore, ids: readonly string[]): Promise<void> {
  await store.remove(ids.map((id) => PREFIX + id));
}

/** Crosses out a save that was committed, and earlier attempts at the same page. */
export async function settleIntents(
  store: LocalStore,
  intent: Intent,
  addresses: readonly string[],
): Promise<void> {
  const same = (await readIntents(store)).filter(
    (other) =>
      other.id === intent.id ||
      (other.at <= intent.at && pageAddresses(other).some((at) => addresses.includes(at))),
  );
  await removeIntents(
    store,
    same.map(({ id }) => id),
  );
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
