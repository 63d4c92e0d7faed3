import { openLibrary, type Library } from '../../../utils/library/database.ts';
import { linkEntry, withText } from '../../../utils/library/entry.ts';
import { addressesOf, articleId } from '../../../utils/library/saving/identity.ts';
import { listItems } from '../../../utils/library/list.ts';
import type { Entry } from '../../../utils/library/item.ts';
import { readManifest } from '../../../utils/library/mirror/manifest.ts';
import { cacheStore } from '../../../utils/library/mirror/store.ts';
import { logChanges, putEntries } from '../../../utils/library/rows.ts';
import { followIndex } from '../../../utils/library/search/follow.ts';
import { warmSearch } from '../../../utils/library/search/answer.ts';
import { searchLibrary } from '../../../utils/library/search/search.ts';
import { sendMessage } from '../../../utils/messages.ts';
import { generatedArticle } from './generate.ts';

/** What `npm run bench:library` does inside a page of the extension. */

const BATCH = 200;
/** Saved a minute apart, so that every order is a total one. */
const SAVED = Date.UTC(2026, 0, 1);

async function entryOf(number: number): Promise<Entry> {
  const article = generatedArticle(number);
  const addresses = addressesOf(article);
  const at = SAVED + number * 60_000;
  const base = linkEntry(await articleId(addresses[0]), { ...article, addresses }, at);
  return withText(base, { article, chosenAt: null }, addresses, at);
}

export async function entries(from: number, count: number): Promise<Entry[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => entryOf(from + index)));
}

/** Puts articles into a library as its own writer does, in batches; answers ms of the puts alone. */
export async function fill(from: number, count: number, name = 'library'): Promise<number> {
  const library = await openLibrary(undefined, name);
  let spent = 0;
  for (let at = from; at < from + count; at += BATCH) {
    const batch = await entries(at, Math.min(BATCH, from + count - at));
    const start = performance.now();
    await navigator.locks.request('library-write', () => put(library, batch));
    spent += performance.now() - start;
  }
  library.close();
  return spent;
}

async function put(library: Library, batch: readonly Entry[]): Promise<void> {
  const { items, texts, edits, pictures, changes } = library;
  await library.transaction('rw', [items, texts, edits, pictures, changes], async () => {
    await putEntries(library, batch);
    await logChanges(
      library,
      batch.map(({ item }) => item.id),
    );
  });
}

export const LIST = {
  shelf: 'list',
  order: 'saved',
  ascending: false,
  tag: null,
  site: null,
  only: [],
  offset: 0,
} as const;

/** One read of 50 rows of the list, by the library itself. */
export async function readRows(library: Library): Promise<number> {
  return timed(() => listItems(library, { ...LIST, only: [], limit: 50 }));
}

/** From a page's navigation to its first row on the screen; `click` is pressed first where rows wait for it. */
export async function untilList(path: string, click: string | null): Promise<number> {
  const before = new Set(chrome.extension.getViews());
  const tab = await chrome.tabs.create({ url: path });
  let page: Window | undefined;
  await turns(() => {
    page = chrome.extension.getViews().find((view) => !before.has(view));
    return page?.document.body !== undefined && page.document.body !== null;
  });
  if (!page || tab.id === undefined) throw new Error(`${path} did not open.`);
  let from = 0;
  if (click !== null) {
    const button = await found(page, `[data-testid=${click}]`);
    from = page.performance.now();
    (button as HTMLElement).click();
  }
  await found(page, '[data-testid=library-item]');
  await new Promise((drawn) => page?.requestAnimationFrame(drawn));
  await turns(() => true);
  const shown = page.performance.now() - from;
  await chrome.tabs.remove(tab.id);
  return shown;
}

function found(page: Window, selector: string): Promise<Element> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const element = page.document.querySelector(selector);
      if (element) resolve(element);
      return element !== null;
    };
    if (look()) return;
    const observer = new MutationObserver(() => {
      if (look()) observer.disconnect();
    });
    observer.observe(page.document, { childList: true, subtree: true });
  });
}

/** Waits by messages, which no browser slows down in a tab behind another. */
async function turns(isSo: () => boolean): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  do {
    await new Promise((turn) => {
      port1.addEventListener('message', turn, { once: true });
      port1.start();
      port2.postMessage(null);
    });
  } while (!isSo());
}

/** A save as the popup asks for it, acknowledged. */
export async function save(number: number): Promise<number> {
  const article = generatedArticle(number);
  return timed(async () => {
    const outcome = await sendMessage('saveArticle', { article, tabId: null, onConflict: 'ask' });
    if (outcome.kind !== 'saved') throw new Error(`The save answered ${outcome.kind}.`);
  });
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Brings the index to rest, as the background does by itself; answers ms. */
export async function followToRest(): Promise<number> {
  const library = await openLibrary();
  const spent = await timed(() => followIndex(library));
  library.close();
  return spent;
}

/** Waits until the background has written the second copy of all that is there; answers ms. */
export async function mirrored(): Promise<number> {
  const library = await openLibrary();
  const last = (await library.changes.orderBy('seq').last())?.seq ?? 0;
  const spent = await timed(async () => {
    await sendMessage('libraryChanged', { ids: [] });
    for (;;) {
      const manifest = await readManifest(cacheStore(caches));
      if (typeof manifest === 'object' && (manifest.cursor ?? 0) >= last) return;
      await new Promise((later) => setTimeout(later, 200));
    }
  });
  library.close();
  return spent;
}

/** What is typed, by kind; the rare word is the longest of an article in the middle. */
export async function queries(count: number): Promise<Record<string, string>> {
  const middle = generatedArticle(Math.floor(count / 2));
  const words = middle.text.split(/[\s.]+/u);
  const rare = words.toSorted((a, b) => b.length - a.length)[0] ?? '';
  return {
    common: 'قال',
    rare,
    'two words': `قال ${rare}`,
    phrase: `"${words.slice(20, 23).join(' ')}"`,
    'one letter': 'ق',
  };
}

/** First results of one search, by the library itself. */
export async function search(library: Library, query: string): Promise<number> {
  return timed(() => searchLibrary(library, query, { limit: 50 }));
}

export { exportAll, importNew } from './exchange.ts';
export { openLibrary, warmSearch };
