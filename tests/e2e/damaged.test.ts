import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Article } from '../../utils/article/article.ts';
import type { OpenedItem } from '../../utils/library/item.ts';
import type { ItemPage } from '../../utils/library/list.ts';
import type { RestoreNotice } from '../../utils/library/mirror/notice.ts';
import type { Browser, BrowserName, View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { article, query } from '../unit/library/samples.ts';
import { inBothBrowsers, startBrowser } from './support/browsers.ts';
import { damageDatabase, type Damage } from './support/database-files.ts';

/** Of these the last is so long that each browser keeps it in a file of its own. */
const COUNT = 12;
const LONG = 400_000;

inBothBrowsers('a library whose files are damaged between two starts', (name) => {
  const damages: Damage[] = ['deleted', 'truncated', 'noise', 'holes'];
  // Chromium's alone: a database that can be neither opened nor deleted.
  if (name === 'chromium') damages.push('pointer');

  test.each(damages)('comes back from the second copy: %s', async (damage) => {
    const { profile, ids } = await fill(name);
    expect(await damageDatabase(name, profile, damage)).toBeGreaterThan(0);

    const { browser, reader } = await start(name, profile);
    expect(await total(reader)).toBe(COUNT);
    expect(await notice(reader)).toEqual({ restored: COUNT, unreadable: 0 });
    for (const [n, id] of ids.entries()) expect(await textOf(reader, id)).toBe(text(n));

    await save(reader, [articleOf(COUNT)]);
    await followed(reader, COUNT + 1);
    await browser.close();
    const again = await start(name, profile);
    expect(await total(again.reader)).toBe(COUNT + 1);
    expect(await notice(again.reader)).toEqual({ restored: COUNT, unreadable: 0 });
  });

  test('loses no save answered after a start behind a torn log, though the browser is killed', async () => {
    const { profile, ids } = await fill(name);
    if (name === 'chromium') expect(await damageDatabase(name, profile, 'torn')).toBe(1);
    const { browser, reader } = await start(name, profile);
    const [last = ''] = await save(reader, [articleOf(COUNT)]);
    await browser.kill();

    const again = await start(name, profile);
    expect(await total(again.reader)).toBe(COUNT + 1);
    expect(await textOf(again.reader, last)).toBe(text(COUNT));
    for (const [n, id] of ids.entries()) expect(await textOf(again.reader, id)).toBe(text(n));
  });

  test('fails on reading one text behind a healthy look: that text comes back', async () => {
    const { profile, ids } = await fill(name);
    expect(await damageDatabase(name, profile, 'values')).toBeGreaterThan(0);
    const { reader } = await start(name, profile);
    await until('the list', async () => (await reader.count('library-item')) === COUNT);
    expect(await notice(reader)).toBeNull();
    const last = ids.at(-1) ?? '';
    expect(await textOf(reader, last)).toBe(text(COUNT - 1));
    expect(await notice(reader)).toEqual({ restored: 1, unreadable: 0 });
    await followed(reader, COUNT);
  });

  test('and pieces of the second copy too: what can be read is kept, the rest counted', async () => {
    const { profile, browser, reader } = await filled(name);
    expect(await reader.evaluate(spoilMirror, 'half')).toBeGreaterThan(1);
    await browser.close();
    await damageDatabase(name, profile, 'deleted');
    const { reader: view } = await start(name, profile);
    const kept = await total(view);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(COUNT);
    expect(await notice(view)).toEqual({ restored: kept, unreadable: COUNT - kept });
    await followed(view, kept);
  });

  test('in one text, and all of the second copy: the article is a link again', async () => {
    const { profile, browser, reader } = await filled(name);
    await reader.evaluate(spoilMirror, 'pieces');
    await browser.close();
    expect(await damageDatabase(name, profile, 'values')).toBeGreaterThan(0);
    const { reader: view } = await start(name, profile);
    await until('the list', async () => (await view.count('library-item')) === COUNT);
    const kinds = await view.evaluate(openAll);
    expect(kinds.filter((kind) => kind === 'article')).toHaveLength(COUNT - 1);
    expect(kinds.filter((kind) => kind === 'link')).toHaveLength(1);
    expect(await notice(view)).toEqual({ restored: 0, unreadable: 1 });
    await save(
      view,
      Array.from({ length: COUNT }, (_, n) => articleOf(n, ' من جديد')),
    );
    await followed(view, COUNT);
  });

  test('and of the second copy nothing is left: the list is not empty in silence', async () => {
    const { profile, browser, reader } = await filled(name);
    await reader.evaluate(spoilMirror, 'all');
    await browser.close();
    await damageDatabase(name, profile, 'deleted');
    const { reader: view } = await start(name, profile);
    await until('the notice', async () => (await notice(view)) !== null);
    expect(await notice(view)).toEqual({ restored: 0, unreadable: COUNT });
  });

  test('nothing of what was purged is found in either', async () => {
    const { reader, ids } = await filled(name);
    const [gone = '', ...kept] = ids;
    await until('the note of its save to be crossed out', async () => {
      return (await holding(reader, sentence(0))).toSorted().join(' ') === 'database mirror';
    });
    await ask(reader, 'deleteItem', { id: gone, tabId: null });
    await ask(reader, 'purgeItems', { ids: [gone] });
    await followed(reader, COUNT - 1);
    await until('all to be cleared away', async () => {
      return (await holding(reader, sentence(0))).length === 0;
    });
    expect(kept).toHaveLength(COUNT - 1);
    expect(await holding(reader, sentence(1))).toHaveLength(2);
  });
});

interface Started {
  browser: Browser;
  reader: View;
}

async function start(name: BrowserName, profile: string): Promise<Started> {
  const browser = await startBrowser(name, { network: 'cut', profile });
  return { browser, reader: await browser.openExtensionPage('reader.html') };
}

/** A library of some articles whose second copy has followed. */
async function filled(name: BrowserName): Promise<Started & { profile: string; ids: string[] }> {
  const profile = await mkdtemp(join(tmpdir(), 'warraq-profile-'));
  onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const { browser, reader } = await start(name, profile);
  const ids = await save(
    reader,
    Array.from({ length: COUNT }, (_, n) => articleOf(n)),
  );
  await followed(reader, COUNT);
  return { browser, reader, profile, ids };
}

async function fill(name: BrowserName): Promise<{ profile: string; ids: string[] }> {
  const { browser, profile, ids } = await filled(name);
  await browser.close();
  return { profile, ids };
}

function articleOf(n: number, more = ''): Article {
  const body = text(n) + more;
  return article({
    url: `http://news.example/story-${5_550_000 + n}`,
    title: `خبر ${n} عن مكتبة رقم ${n}`,
    text: body,
    html: `<p>${body}</p>`,
  });
}

function sentence(n: number): string {
  return `جملة لا تتكرر رقمها ${n} في خبر واحد`;
}

function text(n: number): string {
  return n === COUNT - 1 ? sentence(n).padEnd(LONG, ' وتتمة طويلة من الكلام') : sentence(n);
}

/** Resolves when the second copy has this many items and nothing is left to follow. */
async function followed(reader: View, rows: number): Promise<void> {
  await until(`${rows} items in the second copy`, () => reader.evaluate(hasFollowed, rows), 20_000);
}

async function save(reader: View, articles: Article[]): Promise<string[]> {
  const ids: string[] = [];
  for (const one of articles) {
    const data = { article: one, tabId: null, onConflict: 'update' };
    const { item } = (await ask(reader, 'saveArticle', data)) as { item: { id: string } };
    ids.push(item.id);
  }
  return ids;
}

/** How many there are by the first answer: never fewer for a moment. */
async function total(reader: View): Promise<number> {
  const page = (await ask(reader, 'listItems', query())) as ItemPage;
  return page.total ?? -1;
}

async function textOf(reader: View, id: string): Promise<string | undefined> {
  const opened = (await ask(reader, 'openItem', { id })) as OpenedItem | null;
  return opened?.article?.text;
}

function ask(reader: View, type: string, data: object): Promise<unknown> {
  return reader.evaluate(
    async (asked) => {
      const message = { id: 1, ...asked, timestamp: Date.now() };
      const answer = await chrome.runtime.sendMessage<object, { res?: unknown; err?: unknown }>(
        message,
      );
      if (answer.err) throw new Error(JSON.stringify(answer.err));
      return answer.res ?? null;
    },
    { type, data },
  );
}

function notice(reader: View): Promise<RestoreNotice | null> {
  return reader.evaluate(async () => {
    const kept = await chrome.storage.local.get('library-restored');
    return JSON.parse(JSON.stringify(kept['library-restored'] ?? null)) as RestoreNotice | null;
  });
}

/** Where a sentence is found: reads all stores by themselves, as no code of ours does. */
function holding(reader: View, said: string): Promise<string[]> {
  return reader.evaluate(async (wanted) => {
    const found = new Set<string>();
    for (const room of ['library-mirror', 'library-mirror-pictures']) {
      const cache = await caches.open(room);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        const isChunk = request.url.includes('/chunk/');
        const body = answer?.body ?? new Blob([]).stream();
        const read = isChunk ? body.pipeThrough(new DecompressionStream('gzip')) : body;
        if ((await new Response(read).text()).includes(wanted)) found.add('mirror');
      }
    }
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('library');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    });
    for (const name of database.objectStoreNames) {
      const rows = await new Promise<unknown>((resolve, reject) => {
        const request = database.transaction(name).objectStore(name).getAll();
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
      });
      if (JSON.stringify(rows).includes(wanted)) found.add('database');
    }
    database.close();
    const notes: unknown = await chrome.storage.local.get(null);
    if (JSON.stringify(notes).includes(wanted)) found.add('notes');
    return [...found];
  }, said);
}

// These run in the reader.

async function hasFollowed(rows: number): Promise<boolean> {
  const cache = await caches.open('library-mirror');
  const said = await Promise.all(
    ['manifest/0', 'manifest/1'].map(async (place) => {
      const kept = await cache.match(`https://library/${place}`);
      return kept ? (JSON.parse((await kept.text()).slice(64)) as unknown) : null;
    }),
  );
  type Manifest = { pass: number; cursor: number | null; chunks: { rows: number }[] };
  const last = (said as (Manifest | null)[])
    .filter((one) => one !== null)
    .toSorted((a, b) => b.pass - a.pass)[0];
  const underWay = (await cache.keys()).some(({ url }) => url.includes('/writing/'));
  const held = last?.chunks.reduce((sum, chunk) => sum + chunk.rows, 0);
  return held === rows && last?.cursor !== null && !underWay;
}

/** Answers how many pieces it came to. */
async function spoilMirror(which: 'half' | 'pieces' | 'all'): Promise<number> {
  if (which === 'all') {
    await caches.delete('library-mirror');
    await caches.delete('library-mirror-pictures');
    return 1;
  }
  const cache = await caches.open('library-mirror');
  const chunks = (await cache.keys()).filter(({ url }) => url.includes('/chunk/'));
  for (const request of chunks.slice(which === 'half' ? chunks.length / 2 : 0)) {
    await cache.put(request, new Response(new Uint8Array(500).fill(7)));
  }
  return chunks.length;
}

async function openAll(): Promise<(string | undefined)[]> {
  const rows = document.querySelectorAll<HTMLElement>('[data-testid=library-item] a');
  const kinds: (string | undefined)[] = [];
  for (const row of rows) {
    const id = new URL(row.getAttribute('href') ?? '', location.href).searchParams.get('id');
    const message = { id: 1, type: 'openItem', data: { id }, timestamp: Date.now() };
    const { res } = await chrome.runtime.sendMessage<object, { res?: OpenedItem }>(message);
    kinds.push(res?.item.kind);
  }
  return kinds;
}
