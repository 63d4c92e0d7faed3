// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { deleteItem } from '../../../../utils/library/trash.ts';
import { idsUnderImport } from '../../../../utils/library/import/journal.ts';
import { batches } from '../../../../utils/library/import/prepare.ts';
import { previewImport } from '../../../../utils/library/import/preview.ts';
import { runImport, type ImportResult } from '../../../../utils/library/import/run.ts';
import { noCounts, type ImportSource } from '../../../../utils/library/import/source.ts';
import { linkEntry, withText } from '../../../../utils/library/entry.ts';
import { addressesOf, articleId } from '../../../../utils/library/saving/identity.ts';
import type { Library } from '../../../../utils/library/database.ts';
import type { Entry } from '../../../../utils/library/item.ts';
import { purgeItems } from '../../../../utils/library/purge.ts';
import { saveArticle } from '../../../../utils/library/saving/save.ts';
import { article, contents, emptyLibrary, NOW, otherArticle } from '../samples.ts';
import { generated, random } from './generated.ts';
import { fileOf, importContext, sourceOf } from './sources.ts';

// Much is done in each: a guard against hanging, not a bar.
vi.setConfig({ testTimeout: 120_000 });

type Article = ReturnType<typeof article>;

async function entryOf(read: Article, savedAt = NOW - 1_000): Promise<Entry> {
  const addresses = addressesOf(read);
  const link = linkEntry(await articleId(addresses[0]), { ...read, addresses }, savedAt);
  return withText(link, { article: read, chosenAt: null }, addresses, savedAt);
}

async function linkTo(url: string, savedAt = NOW - 1_000): Promise<Entry> {
  const addresses = addressesOf({ url, canonicalUrl: null });
  return linkEntry(await articleId(addresses[0]), { url, title: 'رابط', addresses }, savedAt);
}

function run(
  library: Library,
  source: ImportSource,
  bringBackDeleted = false,
): Promise<ImportResult> {
  return runImport(importContext(library), source, { bringBackDeleted });
}

const rowsOf = (...entries: Entry[]): ImportSource => sourceOf(entries.map((entry) => ({ entry })));

describe('importing', () => {
  it('counts what is new, known, better, faulty and skipped, in the preview as in the end', async () => {
    const { library, context } = await emptyLibrary();
    const page = (n: number) => `https://news.example/story-${1_000_000 + n}`;
    const known = article({ url: page(1) });
    const short = article({ url: page(2), text: 'سطر واحد.', complete: false });
    await saveArticle(known, 'ask', context);
    await saveArticle(short, 'ask', context);
    const source = sourceOf([
      { entry: await entryOf(known, NOW) },
      { entry: await entryOf(article({ url: page(2), complete: true })) },
      { entry: await entryOf(article({ url: page(3) })) },
      { entry: await linkTo(page(4)) },
      { entry: await linkTo(page(4)) },
      { faulty: 'type' },
      { faulty: 'type' },
      { skipped: 'feed' },
    ]);
    const told = { faulty: 2, skipped: 1, total: 8, deletedBefore: 0 };
    const counts = { new: 2, improved: 1, known: 1, twice: 1, ...told };
    const before = await contents(library);
    const preview = await previewImport(library, source);
    expect(preview).toMatchObject({ ...counts, first: [2, 3, 4].map((n) => ({ url: page(n) })) });
    expect(preview.reasons).toEqual(
      new Map([
        ['type', 2],
        ['feed', 1],
      ]),
    );
    expect(await contents(library)).toEqual(before);
    expect(await run(library, source)).toMatchObject({ kind: 'done', counts });
    expect(await run(library, source)).toMatchObject({ counts: { new: 0, known: 5, twice: 0 } });
    expect(await library.importJournal.count()).toBe(0);
  });

  it('calls nothing that a file brings twice a thing here already, near or far apart', async () => {
    const { library } = await emptyLibrary();
    const page = 'https://news.example/story-1000001';
    const links = Array.from({ length: 150 }, (_, n) => linkTo(`${page}${n}`));
    const others = (await Promise.all(links)).map((entry) => ({ entry }));
    const whole = await entryOf(article({ url: page }));
    const link = { entry: await linkTo(page) };
    // The second adds the text to the first; two articles of one address are no doubles.
    const near = [link, { entry: whole }, { entry: await entryOf(otherArticle()) }, link];
    const source = sourceOf([...near, ...others, link]);
    const counts = { new: 152, improved: 0, known: 0, twice: 3 };
    expect(await previewImport(library, source)).toMatchObject(counts);
    expect(await run(library, source)).toMatchObject({ counts });
  });

  it('lays nothing over more: the better text stays, tags and marks are added', async () => {
    const { library, context } = await emptyLibrary();
    await saveArticle(article(), 'ask', context);
    const entry = await entryOf(article({ text: 'سطر.', complete: false }));
    entry.item.tags = [{ name: 'ثقافة', stamp: '0000000003e8-0000-00000000', removed: false }];
    expect(await run(library, rowsOf(entry))).toMatchObject({ counts: { improved: 1 } });
    const [item] = await library.items.toArray();
    const [text] = await library.texts.toArray();
    expect(text?.article.text).toBe(article().text);
    expect(text?.previous?.article.text).toBe('سطر.');
    expect(item?.tags.map(({ name }) => name)).toEqual(['ثقافة']);
    expect(item?.sort.tags).toEqual(['ثقافه']);
  });

  it('keeps the ids of rows here, with the other as an alias', async () => {
    const { library, context } = await emptyLibrary();
    await saveArticle(article(), 'ask', context);
    const [here] = await library.items.toArray();
    const entry = await entryOf(
      article({ canonicalUrl: 'https://news.example/politics/story-4821973' }),
      5,
    );
    expect(entry.item.id).not.toBe(here?.id);
    await run(library, rowsOf(entry));
    expect(await library.items.toArray()).toMatchObject([
      { id: here?.id, aliases: [entry.item.id], savedAt: 5 },
    ]);
    expect(await run(library, rowsOf(entry))).toMatchObject({ counts: { known: 1 } });
  });

  it('keeps another article that comes under an id here beside it, once', async () => {
    const { library, context } = await emptyLibrary();
    await saveArticle(article(), 'ask', context);
    const other = rowsOf(await entryOf(otherArticle()));
    expect(await run(library, other)).toMatchObject({ counts: { new: 1 } });
    expect(await run(library, other)).toMatchObject({ counts: { known: 1 } });
    const titles = (await library.items.toArray()).map(({ title }) => title);
    expect(titles.toSorted()).toEqual([article().title, otherArticle().title].toSorted());
    // As a save that keeps both would have named it.
    expect(await saveArticle(otherArticle(), 'ask', context)).toMatchObject({ kind: 'updated' });
    expect(await library.items.count()).toBe(2);
  });

  it('makes a link’s id anew where it is of none of its addresses', async () => {
    const { library } = await emptyLibrary();
    const link = await linkTo('https://news.example/story-1');
    await run(library, rowsOf({ ...link, item: { ...link.item, id: 'e'.repeat(32) } }));
    expect(await library.items.toCollection().primaryKeys()).toEqual([link.item.id]);
  });

  it('leaves what was deleted here deleted, and brings it back only when asked, for good', async () => {
    const { library, context } = await emptyLibrary();
    const [a, b] = [article(), otherArticle({ url: 'https://news.example/story-7777777' })];
    const source = rowsOf(await entryOf(a), await entryOf(b));
    for (const read of [a, b]) await saveArticle(read, 'ask', context);
    const ids = (await Promise.all([entryOf(a), entryOf(b)])).map(({ item }) => item.id);
    for (const id of ids) await deleteItem(id, { ...context, now: NOW + 1 });
    await purgeItems(ids.slice(1), context);
    const before = await contents(library);
    expect(await previewImport(library, source)).toMatchObject({ deletedBefore: 2, new: 0 });
    expect(await run(library, source)).toMatchObject({ counts: { deletedBefore: 2, new: 0 } });
    expect(await contents(library)).toEqual(before);
    expect(await run(library, source, true)).toMatchObject({ counts: { deletedBefore: 2 } });
    const back = await library.items.toArray();
    expect(back.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    for (const item of back) {
      expect(item.deletedAt).toBeNull();
      expect(item.stamps.deletedAt).toMatch(/-bbbbbbbb$/);
    }
    expect(await library.purged.count()).toBe(0);
    expect(await run(library, source, true)).toMatchObject({ counts: { known: 2 } });
  });

  it('takes records of purging over, deletes nothing by them, and counts by them later', async () => {
    const { library, context } = await emptyLibrary();
    await saveArticle(article(), 'ask', context);
    const here = await entryOf(article());
    const gone = await entryOf(article({ url: 'https://news.example/story-9999999' }));
    const purged = [here, gone].map(({ item: { id } }) => ({ purged: { id, purgedAt: NOW - 9 } }));
    expect(await run(library, sourceOf(purged))).toMatchObject({ counts: { total: 0 } });
    expect(await library.items.count()).toBe(1);
    expect(await library.purged.toArray()).toEqual([{ id: gone.item.id, purgedAt: NOW - 9 }]);
    expect(await previewImport(library, rowsOf(gone))).toMatchObject({ deletedBefore: 1 });
  });

  it('drops a picture whose bytes are not what they should be, and says so', async () => {
    const { library } = await emptyLibrary();
    const pick = random(7);
    let one = await generated(pick, 1);
    while (one.bytes.length === 0) one = await generated(pick, 1);
    const source = fileOf([one]);
    const spoilt = { ...source, picture: () => Promise.resolve(new Uint8Array([1, 2, 3])) };
    const result = await run(library, spoilt);
    expect(result).toMatchObject({ counts: { new: 1, lostPictures: one.bytes.length } });
    expect(await library.pictures.count()).toBe(0);
    expect(await library.bytes.count()).toBe(0);
    expect((await library.items.toArray())[0]?.thumbnail).toBeNull();
    // The next file that has them puts them in.
    expect(await run(library, source)).toMatchObject({ counts: { improved: 1, lostPictures: 0 } });
    expect(await library.bytes.count()).toBe(one.bytes.length);
  });

  it('tells which rows may go again while it is under way', async () => {
    const { library } = await emptyLibrary();
    const pick = random(9);
    const made = await Promise.all(Array.from({ length: 60 }, (_, n) => generated(pick, n)));
    const seen: number[] = [];
    await runImport(importContext(library), fileOf(made), {
      bringBackDeleted: false,
      progress: () => void idsUnderImport(library).then(({ size }) => seen.push(size)),
    });
    expect(seen[0]).toBeGreaterThan(0);
    expect((await idsUnderImport(library)).size).toBe(0);
  });

  it('tells how far it is', async () => {
    const { library } = await emptyLibrary();
    const pick = random(8);
    const file = fileOf(
      await Promise.all(Array.from({ length: 120 }, (_, n) => generated(pick, n))),
    );
    const steps: [number, number | null][] = [];
    await runImport(importContext(library), file, {
      bringBackDeleted: false,
      progress: (...step) => void steps.push(step),
    });
    expect(steps.at(-1)).toEqual([120, 120]);
    expect(steps.length).toBeGreaterThan(1);
  });
  it('takes few rows at once where each is long, in whatever part of it', async () => {
    const long = 'ا'.repeat(900_000);
    const [removal] = article().removals;
    const rows = [1, 2, 3, 4, 5, 6].map((n) => {
      const url = `https://news.example/story-${1_000_000 + n}`;
      return entryOf(article({ url, removals: [{ ...removal!, html: long }] }));
    });
    const source = sourceOf((await Promise.all(rows)).map((entry) => ({ entry })));
    const sizes: number[] = [];
    for await (const { prepared } of batches(source, noCounts(), () => 100)) {
      sizes.push(prepared.length);
    }
    expect(sizes).toEqual([3, 3, 0]);
  });

  it('holds no more ids of a file than it may, and then counts the second of two as new', async () => {
    const { library } = await emptyLibrary();
    const one = await linkTo('https://news.example/story-1000001');
    const two = await linkTo('https://news.example/story-1000002');
    const row = (entry: Entry) => ({ entry: { ...entry, item: { ...entry.item } } });
    // Each in a batch of its own, so that nothing else tells that it was there.
    const filler = await Promise.all(
      Array.from({ length: 99 }, (_, n) => linkTo(`https://other.example/story-${2_000_000 + n}`)),
    );
    const source = sourceOf([one, ...filler, two, ...filler, one, two].map(row));
    expect(await previewImport(library, source)).toMatchObject({ new: 101, twice: 101 });
    expect(await previewImport(library, source, {}, 100)).toMatchObject({ new: 102, twice: 100 });
  });
});
