import { locks } from 'node:worker_threads';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Article } from '../../../../utils/article/article.ts';
import { inTransaction, type WriteContext } from '../../../../utils/library/commit.ts';
import { openLibrary, type Library } from '../../../../utils/library/database.ts';
import type { Picture } from '../../../../utils/library/item.ts';
import type { LocalStore } from '../../../../utils/library/local-store.ts';
import { readChunk, type Lines } from '../../../../utils/library/mirror/chunk.ts';
import { followMirror, type Followed } from '../../../../utils/library/mirror/follow.ts';
import { beginGeneration, readGeneration } from '../../../../utils/library/mirror/generation.ts';
import { readManifest, type Manifest } from '../../../../utils/library/mirror/manifest.ts';
import { openGuarded, type Guard } from '../../../../utils/library/mirror/open-guarded.ts';
import { unpack } from '../../../../utils/library/mirror/pack.ts';
import { sha256 } from '../../../../utils/library/sha256.ts';
import type { MirrorStore } from '../../../../utils/library/mirror/store.ts';
import { purgeItems } from '../../../../utils/library/purge.ts';
import { readEntries, replaceEntries } from '../../../../utils/library/rows.ts';
import { saveArticle } from '../../../../utils/library/saving/save.ts';
import { settle } from '../../../../utils/library/settle.ts';
import { deleteItem } from '../../../../utils/library/trash.ts';
import { article, NOW } from '../samples.ts';
import { localStore } from '../stores.ts';

const realLocks = locks as unknown as LockManager;

/** Cache Storage in memory. */
export class MemoryStore implements MirrorStore {
  readonly kept = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Names written since this was last emptied. */
  written: string[] = [];

  names(prefix: string): Promise<string[]> {
    return Promise.resolve([...this.kept.keys()].filter((name) => name.startsWith(prefix)));
  }

  read(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return Promise.resolve(this.kept.get(name)?.slice() ?? null);
  }

  has(name: string): Promise<boolean> {
    return Promise.resolve(this.kept.has(name));
  }

  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.written.push(name);
    this.kept.set(name, bytes.slice());
    return Promise.resolve();
  }

  remove(names: readonly string[]): Promise<void> {
    for (const name of names) this.kept.delete(name);
    return Promise.resolve();
  }
}

export class Ended extends Error {}

/**
 * A store whose background is ended at its operation number `step` (from 1). A write then under way
 * takes away what stood there, and leaves nothing, half of itself, or all of it.
 */
export function endingAt(
  store: MemoryStore,
  step: number,
  left: 'none' | 'half' | 'all',
): MirrorStore {
  let count = 0;
  const tick = (): boolean => {
    count += 1;
    if (count > step) throw new Ended();
    return count === step;
  };
  return {
    async names(prefix) {
      if (tick()) throw new Ended();
      return store.names(prefix);
    },
    async read(name) {
      if (tick()) throw new Ended();
      return store.read(name);
    },
    async has(name) {
      if (tick()) throw new Ended();
      return store.has(name);
    },
    async write(name, bytes) {
      if (!tick()) return store.write(name, bytes);
      await store.remove([name]);
      if (left === 'half') await store.write(name, bytes.slice(0, bytes.length / 2));
      if (left === 'all') await store.write(name, bytes);
      throw new Ended();
    },
    async remove(names) {
      for (const name of names) {
        if (tick()) throw new Ended();
        await store.remove([name]);
      }
    },
  };
}

export interface Setting {
  factory: IDBFactory;
  library: Library;
  mirror: MemoryStore;
  kept: Record<string, unknown>;
  local: LocalStore;
  context: WriteContext;
  guard: Guard;
}

export async function setting(): Promise<Setting> {
  const factory = new IDBFactory();
  const mirror = new MemoryStore();
  const kept: Record<string, unknown> = {};
  const local = localStore(kept);
  const guard: Guard = {
    open: (room) => openLibrary({ indexedDB: room, IDBKeyRange }),
    rooms: {
      current: () => Promise.resolve(factory),
      next: () => Promise.resolve(false),
      back: () => Promise.resolve(),
    },
    name: 'library',
    mirror,
    store: local,
    locks: realLocks,
    inLine: (work) => work(),
    now: () => NOW,
    isPrivate: false,
  };
  const library = await openGuarded(guard);
  return {
    factory,
    library,
    mirror,
    kept,
    local,
    guard,
    context: { library, now: NOW, device: 'aaaaaaaa' },
  };
}

/** The browser has made the database anew. */
export async function loseDatabase(on: Setting): Promise<void> {
  on.library.close();
  await new Promise<void>((resolve, reject) => {
    const request = on.factory.deleteDatabase('library');
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error));
  });
}

export async function reopen(on: Setting): Promise<Library> {
  on.library.close();
  on.library = await openGuarded(on.guard);
  on.context = { ...on.context, library: on.library };
  return on.library;
}

export function follow(on: Setting, store: MirrorStore = on.mirror): Promise<Followed> {
  return followMirror(on.library, store, { now: on.context.now, locks: realLocks });
}

export async function manifestOf(on: Setting): Promise<Manifest> {
  const manifest = await readManifest(on.mirror);
  if (typeof manifest !== 'object') throw new Error(`The manifest is ${manifest}`);
  return manifest;
}

/** All the second copy says; throws when a piece it lists cannot be read. */
export async function decode(on: Setting): Promise<Lines> {
  const all: Lines = new Map();
  for (const chunk of (await manifestOf(on)).chunks) {
    const lines = await readChunk(on.mirror, chunk);
    if (!lines) throw new Error(`A piece is damaged: ${chunk.leaf}`);
    for (const [id, line] of lines) {
      if (all.has(id)) throw new Error(`In two pieces: ${id}`);
      all.set(id, line);
    }
  }
  return all;
}

/** Every piece lying there as text, listed or not. */
export async function everything(on: Setting): Promise<string> {
  const texts: string[] = [];
  for (const [name, bytes] of on.mirror.kept) {
    texts.push(name, (await unpack(bytes)) ?? new TextDecoder().decode(bytes));
  }
  return texts.join('\n');
}

export function sentence(n: number): string {
  return `جملة لا تتكرر رقمها ${n} في مقال واحد فقط`;
}

/** The article number n, as it was changed the nth time. */
export function savedPage(n: number, version = 0): Article {
  return article({
    url: `https://news.example/story-${1_000_000 + n}`,
    title: `عنوان ${n} لمقال رقم ${n}`,
    html: `<p>${sentence(n)}</p>`,
    text: sentence(n) + ' تتمة'.repeat(version),
  });
}

/** Saves it and answers its id. */
export async function save(on: Setting, n: number, version = 0): Promise<string> {
  const outcome = await saveArticle(savedPage(n, version), 'update', on.context);
  if (!('item' in outcome)) throw new Error('not saved');
  return outcome.item.id;
}

export async function purge(on: Setting, id: string): Promise<void> {
  await deleteItem(id, on.context);
  await purgeItems([id], on.context);
}

/** Takes rows away as no code of ours does: without a record. */
export async function vanish(on: Setting, ids: readonly string[]): Promise<void> {
  const { items, texts, edits, pictures } = on.library;
  for (const table of [items, texts, edits, pictures]) await table.bulkDelete([...ids]);
}

export async function addPicture(on: Setting, id: string, said: string): Promise<string> {
  const bytes = new TextEncoder().encode(said);
  const hash = await sha256(bytes);
  const picture: Picture = {
    address: `https://news.example/${said}.jpg`,
    hash,
    type: 'image/jpeg',
    width: 10,
    height: 10,
    size: bytes.length,
  };
  await inTransaction(on.library, async () => {
    const [entry] = await readEntries(on.library, [id]);
    if (!entry) throw new Error('no such entry');
    await on.library.bytes.put({ hash, type: 'image/jpeg', bytes });
    await replaceEntries(on.library, [entry], settle({ ...entry, pictures: [picture] }));
  });
  return hash;
}

export async function newGeneration(library: Library): Promise<void> {
  await beginGeneration(library, null);
  if (!(await readGeneration(library))) throw new Error('no generation');
}
