// @vitest-environment node
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { setPosition } from '../../../../utils/library/change-items.ts';
import type { WriteContext } from '../../../../utils/library/commit.ts';
import type { Library } from '../../../../utils/library/database.ts';
import { editItem } from '../../../../utils/library/edits/edits.ts';
import { runImport } from '../../../../utils/library/import/run.ts';
import type { ImportRow, ImportSource } from '../../../../utils/library/import/source.ts';
import type { Entry, Picture, StoredBytes } from '../../../../utils/library/item.ts';
import { purgeItems } from '../../../../utils/library/purge.ts';
import { readEntries } from '../../../../utils/library/rows.ts';
import { saveLink } from '../../../../utils/library/saving/save-link.ts';
import { saveArticle } from '../../../../utils/library/saving/save.ts';
import { WRITING } from '../../../../utils/library/saving/saving.ts';
import { bestTexts, versionsOf } from '../../../../utils/library/text-order.ts';
import { canonicalJson } from '../../../../utils/library/canonical-json.ts';
import { settle } from '../../../../utils/library/settle.ts';
import { tagItems } from '../../../../utils/library/tags.ts';
import { deleteItem } from '../../../../utils/library/trash.ts';
import { contents, emptyLibrary, NOW } from '../samples.ts';
import { generated, random, words, type Generated, type Pick } from './generated.ts';
import { fill, importContext, sourceOf } from './sources.ts';

// Much is done in each: a guard against hanging, not a bar.
vi.setConfig({ testTimeout: 120_000 });

/** Alive, and with one headline for all that is made of one number: versions of one article. */
async function version(pick: Pick, n: number): Promise<Generated> {
  const { entry, bytes } = await generated(pick, n);
  const title = `عنوان ${n}`;
  const { text } = entry;
  const item = { ...entry.item, deletedAt: null, stamps: {}, ...(!text && { title }) };
  const named = text && {
    ...text,
    article: { ...text.article, title },
    previous: text.previous && {
      ...text.previous,
      article: { ...text.previous.article, title },
    },
  };
  const settled = settle({ ...entry, item: { ...item, title }, text: named });
  return { entry: settled, bytes };
}

async function versions(pick: Pick, from: number, to: number): Promise<Generated[]> {
  const made: Generated[] = [];
  for (let n = from; n < to; n += 1) made.push(await version(pick, n));
  return made;
}

/** Something a reader does to an article, the same wherever it is done. */
type Deed = (context: WriteContext) => Promise<unknown>;

function deed(pick: Pick, { entry }: Generated, when: number): Deed {
  const { id, url, title } = entry.item;
  const at = (context: WriteContext): WriteContext => ({ ...context, now: NOW + when });
  const tag = `جديد ${when}`;
  const read = entry.text?.article;
  const text = pick(2) ? words(pick, 60) : (read?.text ?? 'نص');
  const extractedAt = new Date(NOW + when).toISOString();
  const deeds: Deed[] = [
    (context) => setPosition(id, { block: 'b', offset: when, share: 0.5 }, at(context)),
    (context) => tagItems([id], { add: [tag], remove: [] }, at(context)),
    (context) =>
      editItem(
        id,
        [{ id: `n${when}`, kind: 'note', anchor: null, value: tag, removed: false }],
        at(context),
      ),
    (context) => deleteItem(id, at(context)),
    (context) =>
      read
        ? saveArticle({ ...read, text, html: text, extractedAt }, 'ask', at(context))
        : saveLink({ url, title }, at(context)),
  ];
  return deeds[pick(deeds.length)] as Deed;
}

/** The rows of a file with deeds done between them. */
function interrupted(
  rows: readonly Generated[],
  deeds: ReadonlyMap<number, Deed>,
  context: WriteContext,
): ImportSource {
  const source = sourceOf(
    rows.map(({ entry }) => ({ entry })),
    rows,
  );
  return {
    ...source,
    async *rows() {
      let at = 0;
      for await (const row of source.rows()) {
        await deeds.get(at)?.(context);
        at += 1;
        yield row;
      }
    },
  };
}

async function entries(library: Library): Promise<Map<string, Entry>> {
  const ids = await library.items.toCollection().primaryKeys();
  const all = await readEntries(library, ids);
  return new Map(all.flatMap((entry) => (entry ? [[entry.item.id, entry] as const] : [])));
}

/** All of an entry but when its text was changed and the text behind the one shown. */
function shown({ item, text, edits, pictures }: Entry): unknown {
  const current = text && { article: text.article, chosenAt: text.chosenAt };
  return { item: { ...item, updatedAt: 0 }, text: current, edits, pictures };
}

/** The import's text stands, and is better: see `withoutImport`. */
function isCrowdedOut(found: Entry, expected: Entry): boolean {
  const all = [...versionsOf(found.text), ...versionsOf(expected.text)];
  const best = bestTexts(found.item.id, all)?.article;
  return (
    best !== undefined &&
    canonicalJson(best) !== canonicalJson(expected.text?.article) &&
    canonicalJson(best) === canonicalJson(found.text?.article)
  );
}

describe('what a reader does during an import', () => {
  it('survives its cancel, and the import leaves nothing in it', async () => {
    let crowded = 0;
    for (let seed = 1; seed <= 25; seed += 1) {
      const pick = random(seed);
      const here = await versions(pick, 0, 12);
      const file = await versions(pick, 4, 60);
      const touchable = [...here, ...file.slice(20, 30)];
      const deeds = new Map<number, Deed>();
      for (let n = 0; n < 12; n += 1) {
        deeds.set(
          pick(file.length),
          deed(pick, touchable[pick(touchable.length)]!, seed * 100 + n),
        );
      }
      const [{ library: one, context }, { library: two, context: alone }] = [
        await emptyLibrary(),
        await emptyLibrary(),
      ];
      await fill(one, here);
      await fill(two, here);
      const stop = new AbortController();
      const result = await runImport(importContext(one), interrupted(file, deeds, context), {
        bringBackDeleted: false,
        signal: stop.signal,
        progress: (done) => void (done === file.length && stop.abort()),
      });
      expect(result).toEqual({ kind: 'cancelled', undone: true });
      for (const [, act] of [...deeds].toSorted(([a], [b]) => a - b)) await act(alone);
      const [left, expected] = [await entries(one), await entries(two)];
      const known = new Set(here.map(({ entry }) => entry.item.id));
      for (const [id, entry] of expected) {
        const found = left.get(id);
        expect(found, `seed ${seed}`).toBeDefined();
        if (!found) continue;
        if (known.has(id) && isCrowdedOut(found, entry)) crowded += 1;
        else if (known.has(id)) expect(shown(found), `seed ${seed}`).toEqual(shown(entry));
        // Theirs since they touched it, with whatever else the file had of it.
        else expect(found.item.tags).toEqual(expect.arrayContaining(entry.item.tags));
      }
      for (const id of left.keys()) {
        const theirs =
          known.has(id) ||
          (await one.changes.where('id').equals(id).toArray()).some(({ run }) => run === undefined);
        expect(theirs, `seed ${seed}`).toBe(true);
      }
    }
    // Of some 25 times 12 rows.
    expect(crowded).toBeLessThan(10);
  });

  it('keeps a link saved meanwhile though the import had brought it first', async () => {
    const { library, context } = await emptyLibrary();
    const file = await versions(random(5), 0, 40);
    const { url, title, id } = file[0]!.entry.item;
    const stop = new AbortController();
    const source = interrupted(
      file,
      new Map([[35, () => saveLink({ url, title }, context)]]),
      context,
    );
    const result = await runImport(importContext(library), source, {
      bringBackDeleted: false,
      signal: stop.signal,
      progress: (done) => void (done === 40 && stop.abort()),
    });
    expect(result.kind).toBe('cancelled');
    expect(await library.items.toCollection().primaryKeys()).toEqual([id]);
  });

  it('waits for no more than one transaction', async () => {
    const { library } = await emptyLibrary();
    const context = importContext(library);
    let waiting = 0;
    let longest = 0;
    let saves = 0;
    const file = await versions(random(6), 0, 100);
    const source = interrupted(file, new Map(), { library, now: NOW, device: 'aaaaaaaa' });
    let running = true;
    const importing = runImport(context, source, { bringBackDeleted: false }).finally(() => {
      running = false;
    });
    while (running) {
      const seen = await library.importJournal.count();
      waiting = seen;
      await context.locks.request('library-write', async () => {
        longest = Math.max(longest, (await library.importJournal.count()) - waiting);
        saves += 1;
      });
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect((await importing).kind).toBe('done');
    expect(saves).toBeGreaterThan(1);
    expect(longest).toBeLessThanOrEqual(2);
  });

  it('done by two imports at once is done one after the other', async () => {
    const { library } = await emptyLibrary();
    const file = await versions(random(7), 0, 30);
    const source = (): ImportSource =>
      interrupted(file, new Map(), { library, now: NOW, device: 'a' });
    const results = await Promise.all(
      [1, 2].map(() => runImport(importContext(library), source(), { bringBackDeleted: false })),
    );
    expect(results).toMatchObject([{ counts: { new: 30 } }, { counts: { known: 30 } }]);
    expect(await contents(library)).toBeDefined();
  });
});

it('names no picture whose bytes a purge has just taken away', async () => {
  const pick = random(3);
  const made = await versions(pick, 0, 12);
  const given = made.find(({ bytes }) => bytes.length > 0);
  if (!given) throw new Error('no pictures');
  const { library, context } = await emptyLibrary();
  const saved = await saveLink({ url: 'https://other.example/1', title: 'آخر' }, context);
  const id = 'item' in saved ? saved.item.id : '';
  const { pictures } = given.entry;
  await library.pictures.put({ id, pictures, hashes: pictures.map(({ hash }) => hash) });
  await library.bytes.bulkPut(given.bytes);
  await deleteItem(id, context);
  const importing = importContext(library);
  // The line is asked for once before the rows are written, to look for another import to take back.
  let asked = 0;
  const request = async (name: string, work: () => Promise<unknown>): Promise<unknown> => {
    if (name === WRITING) asked += 1;
    if (name === WRITING && asked === 2) await purgeItems([id], context);
    return importing.locks.request(name, work);
  };
  const locks = { request } as typeof importing.locks;
  const source = sourceOf([{ entry: given.entry }], [given]);
  const result = await runImport({ ...importing, locks }, source, { bringBackDeleted: false });
  expect(result.kind).toBe('done');
  const named = (await library.pictures.toArray()).flatMap(({ hashes }) => hashes);
  const kept = await library.bytes.toCollection().primaryKeys();
  expect(named.filter((hash) => !kept.includes(hash))).toEqual([]);
});

describe('taken back', () => {
  const LINK = { url: 'https://other.example/1', title: 'آخر' };

  const OTHER: StoredBytes = {
    hash: createHash('sha256').update('أخرى').digest('hex'),
    type: 'image/webp',
    bytes: new TextEncoder().encode('أخرى'),
  };
  const larger = (picture: Picture): Picture => ({ ...picture, width: 9000, height: 9000 });

  /** Runs an import of some rows, does something after them, and cancels it. */
  async function cancelled(library: Library, rows: ImportRow[], done: () => Promise<unknown>) {
    const stop = new AbortController();
    const source: ImportSource = {
      ...sourceOf(rows),
      async *rows() {
        for (const row of [rows, filler].flat()) yield row;
        await done();
        stop.abort();
        yield* filler;
      },
    };
    const result = await runImport(importContext(library), source, {
      bringBackDeleted: true,
      signal: stop.signal,
    });
    expect(result).toEqual({ kind: 'cancelled', undone: true });
  }

  /** As many as make a batch: what stands before them has been written when they have been read. */
  const filler: ImportRow[] = [];

  beforeAll(async () => {
    const made = await versions(random(77), 100, 120);
    filler.push(...made.map(({ entry }) => ({ entry })));
  });

  it('an import leaves the record of what the reader purged meanwhile', async () => {
    const { library, context } = await emptyLibrary();
    const saved = await saveLink(LINK, context);
    const id = 'item' in saved ? saved.item.id : '';
    await deleteItem(id, context);
    await purgeItems([id], context);
    await library.purged.clear();
    await cancelled(library, [{ purged: { id, purgedAt: NOW - 7 } }], async () => {
      expect(await library.purged.get(id)).toEqual({ id, purgedAt: NOW - 7 });
      await saveLink(LINK, context);
      await deleteItem(id, context);
      await purgeItems([id], context);
    });
    expect(await library.purged.toArray()).toEqual([{ id, purgedAt: NOW }]);
  });

  it('an import gives back the record of what came back under another id', async () => {
    const { library } = await emptyLibrary();
    const [one] = await versions(random(9), 0, 1);
    const alias = 'a'.repeat(32);
    const { entry } = one!;
    await library.purged.put({ id: alias, purgedAt: NOW - 9 });
    const row = { entry: { ...entry, item: { ...entry.item, aliases: [alias] } } };
    await cancelled(library, [row], async () => {
      expect(await library.items.get(entry.item.id)).toBeDefined();
      expect(await library.purged.count()).toBe(0);
    });
    expect(await library.purged.toArray()).toEqual([{ id: alias, purgedAt: NOW - 9 }]);
  });

  it('an import names no picture whose bytes went meanwhile', async () => {
    const made = await versions(random(3), 0, 12);
    const given = made.find(({ entry, bytes }) => bytes.length > 0 && entry.text);
    if (!given) throw new Error('no pictures');
    const { library, context } = await emptyLibrary();
    const { item, pictures } = given.entry;
    const other = given.entry.pictures.map((picture) => ({ ...picture, hash: OTHER.hash }));
    await fill(library, [{ entry: settle({ ...given.entry, pictures: other }), bytes: [OTHER] }]);
    const saved = await saveLink(LINK, context);
    const id = 'item' in saved ? saved.item.id : '';
    await library.pictures.put({ id, pictures: other, hashes: [OTHER.hash] });
    await deleteItem(id, context);
    await library.bytes.bulkPut(given.bytes);
    const later = settle({ ...given.entry, pictures: pictures.map(larger) });
    await cancelled(library, [{ entry: later }], async () => {
      expect((await library.pictures.get(item.id))?.hashes).not.toContain(OTHER.hash);
      await purgeItems([id], context);
      expect(await library.bytes.get(OTHER.hash)).toBeUndefined();
    });
    const named = (await library.pictures.toArray()).flatMap(({ hashes }) => hashes);
    const kept = await library.bytes.toCollection().primaryKeys();
    expect(named.filter((hash) => !kept.includes(hash))).toEqual([]);
  });
});
