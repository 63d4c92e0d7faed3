import { beforeEach, describe, expect, it } from 'vitest';
import { setFlags, setPosition } from '../../../utils/library/change-items.ts';
import type { WriteContext } from '../../../utils/library/commit.ts';
import type { Library } from '../../../utils/library/database.ts';
import { correctItem, editItem, putBack } from '../../../utils/library/edits/edits.ts';
import { libraryFacts } from '../../../utils/library/facts.ts';
import { listItems } from '../../../utils/library/list.ts';
import { editsOf, openItem } from '../../../utils/library/open.ts';
import { expired, purgeItems } from '../../../utils/library/purge.ts';
import { saveLink } from '../../../utils/library/saving/save-link.ts';
import { saveArticle } from '../../../utils/library/saving/save.ts';
import { countTags, renameTag, taggedIds, tagItems, tagName } from '../../../utils/library/tags.ts';
import { deleteItem } from '../../../utils/library/trash.ts';
import { previewImport } from '../../../utils/library/import/preview.ts';
import { readEntries } from '../../../utils/library/rows.ts';
import { sourceOf } from './import/sources.ts';
import { article, contents, emptyLibrary, NOW, otherArticle, query } from './samples.ts';

let library: Library;
let context: WriteContext;
let ids: string[];

beforeEach(async () => {
  ({ library, context } = await emptyLibrary());
  ids = [];
  for (const [at, name] of ['a-1234567', 'b-1234567', 'c-1234567'].entries()) {
    const link = { url: `https://${name}.example/${name}`, title: name };
    const saved = await saveLink(link, { ...context, now: NOW + at });
    if ('item' in saved) ids.push(saved.item.id);
  }
});

const later = (by = 1000): WriteContext => ({ ...context, now: NOW + by });
const titles = async (changes = {}): Promise<string[]> =>
  (await listItems(library, query(changes))).items.map(({ title }) => title);
const at = (index: number): string => ids[index] ?? '';
const idsOf = (of: Library): Promise<string[]> => of.items.toCollection().primaryKeys();

describe('flags', () => {
  it('move what is chosen between the shelves', async () => {
    await setFlags([at(0), at(1)], { archived: true }, later());
    expect(await titles()).toEqual(['c-1234567']);
    expect(await titles({ shelf: 'archive' })).toEqual(['b-1234567', 'a-1234567']);
    await setFlags([at(1)], { deleted: true }, later());
    expect(await titles({ shelf: 'archive' })).toEqual(['a-1234567']);
    expect(await titles({ shelf: 'trash' })).toEqual(['b-1234567']);
    await setFlags([at(1)], { deleted: false }, later());
    expect(await titles({ shelf: 'archive' })).toEqual(['b-1234567', 'a-1234567']);
  });

  it('find favourites on either shelf, and not in the trash', async () => {
    await setFlags(ids, { favourite: true }, later());
    await setFlags([at(0)], { archived: true }, later());
    await setFlags([at(1)], { deleted: true }, later());
    const only = ['favourite'];
    expect(await titles({ shelf: 'kept', only })).toEqual(['c-1234567', 'a-1234567']);
    expect(await titles({ shelf: 'kept', only, ascending: true })).toEqual([
      'a-1234567',
      'c-1234567',
    ]);
    expect(await titles({ only })).toEqual(['c-1234567']);
    // The number beside a shelf is that of its rows.
    expect(await libraryFacts(library)).toMatchObject({
      shelves: { list: 1, archive: 1, trash: 1 },
      favourites: 2,
      links: 2,
      partial: 0,
    });
  });

  it('write nothing where they stand already', async () => {
    await setFlags(ids, { archived: true }, later());
    const before = await contents(library);
    expect(await setFlags(ids, { archived: true }, later(5000))).toEqual([]);
    expect(await contents(library)).toEqual(before);
  });

  it('are told of to whoever follows', async () => {
    await library.changes.clear();
    await setFlags([at(2)], { favourite: true }, later());
    expect((await library.changes.toArray()).map(({ id }) => id)).toEqual([at(2)]);
  });
});

describe('a row merged into another', () => {
  it('is changed by its old id too, as a page may have it open', async () => {
    const old = 'f'.repeat(32);
    await library.items
      .where('id')
      .equals(at(0))
      .modify({ aliases: [old] });
    const position = { block: 'b1', offset: 12, share: 0.4 };
    await setPosition(old, position, later());
    await setFlags([old, at(0)], { favourite: true }, later());
    await tagItems([old], { add: ['قراءة'], remove: [] }, later());
    await correctItem(old, { title: 'عنوان' }, later());
    const opened = await openItem(library, old);
    expect(opened?.item).toMatchObject({ id: at(0), position, favourite: true });
    expect(opened?.item.tags.map(({ name }) => name)).toEqual(['قراءة']);
    expect(opened?.item.corrected.title).toBe('عنوان');
    expect(await editsOf(library, old)).toEqual(opened?.edits);
    expect(await library.items.get(old)).toBeUndefined();
    expect((await library.changes.toArray()).some(({ id }) => id === old)).toBe(false);
  });
});

describe('a position', () => {
  it('is kept, and makes the row no longer unread', async () => {
    const position = { block: 'b1', offset: 12, share: 0.4 };
    await setPosition(at(0), position, later());
    expect((await openItem(library, at(0)))?.item.position).toEqual(position);
    expect(await titles({ only: ['unread'] })).toEqual(['c-1234567', 'b-1234567']);
  });
});

describe('orders', () => {
  it('go by published day, length and site, both ways', async () => {
    await saveArticle(article(), 'ask', later());
    await saveArticle(
      otherArticle({ url: 'https://z.example/x-1234567', publishedTime: '2026-11-25' }),
      'ask',
      later(2000),
    );
    const [long, short] = [article().title, otherArticle().title];
    const first = async (changes: object): Promise<string | undefined> =>
      (await titles(changes))[0];
    expect(await first({ order: 'published' })).toBe(short);
    expect(await first({ order: 'length' })).toBe(long);
    expect(await first({ order: 'site', ascending: true })).toBe('a-1234567');
    expect(await titles({ site: 'صحيفه المثال', order: 'length', ascending: true })).toEqual([
      short,
      long,
    ]);
  });
});

describe('tags', () => {
  it('are one where they fold alike, and are counted', async () => {
    await tagItems([at(0), at(1)], { add: ['إقتصاد'], remove: [] }, later());
    await tagItems([at(1), at(2)], { add: ['اقتصاد'], remove: [] }, later(2000));
    expect((await countTags(library)).map(({ count }) => count)).toEqual([3]);
    expect(await titles({ tag: 'أقتصاد' })).toHaveLength(3);
    await deleteItem(at(2), later(3000));
    expect((await libraryFacts(library)).tags).toMatchObject([{ count: 2 }]);
  });

  it('in two spellings on one item count once', async () => {
    await tagItems([at(0)], { add: ['مدرسة'], remove: [] }, later());
    const stamp = '000000000001-0000-bbbbbbbb';
    await library.items
      .where('id')
      .equals(at(0))
      .modify((item) => {
        item.tags.push({ name: 'مدرسه', stamp, removed: false });
      });
    expect(await countTags(library)).toMatchObject([{ count: 1 }]);
  });

  it('are merged by a new name, and the old one is gone', async () => {
    await tagItems([at(0)], { add: ['رياضة', 'كرة'], remove: [] }, later());
    await tagItems([at(1)], { add: ['كرة'], remove: [] }, later());
    await renameTag(ids, { from: 'كرة', to: 'رياضة' }, later(2000));
    expect(await countTags(library)).toEqual([{ name: 'رياضة', count: 2 }]);
  });

  it('renamed on some are on the others as they were, and done again on all', async () => {
    await tagItems(ids, { add: ['كرة', 'صور'], remove: [] }, later());
    const names = { from: 'كرة', to: 'رياضة' };
    await renameTag([at(0)], names, later(2000));
    expect(await countTags(library)).toMatchObject([
      { name: 'صور', count: 3 },
      { name: 'كرة', count: 2 },
      { name: 'رياضة', count: 1 },
    ]);
    expect(await taggedIds(library, 'كرة')).toEqual([at(1), at(2)].toSorted());
    // Done again, and on what never carried it: only what was left is written.
    expect((await renameTag(ids, names, later(3000))).map(({ id }) => id).toSorted()).toEqual(
      [at(1), at(2)].toSorted(),
    );
    expect(await renameTag(ids, names, later(4000))).toEqual([]);
    expect(await countTags(library)).toMatchObject([
      { name: 'رياضة', count: 3 },
      { name: 'صور', count: 3 },
    ]);
  });

  it('come off, and stay off until put on again', async () => {
    await tagItems([at(0)], { add: ['كرة'], remove: [] }, later());
    await tagItems([at(0)], { add: [], remove: ['كرة'] }, later(2000));
    expect(await countTags(library)).toEqual([]);
    await tagItems([at(0)], { add: ['كرة'], remove: [] }, later(3000));
    expect(await titles({ tag: 'كرة' })).toEqual(['a-1234567']);
  });

  it('are a line of words', () => {
    expect(tagName('  شؤون \n عربية ')).toBe('شؤون عربية');
    expect(tagName(' \u200F ')).toBeNull();
    expect(tagName('س'.repeat(300))).toHaveLength(80);
    expect(tagName(`${'س'.repeat(79)}😀`)).toBe('س'.repeat(79));
  });
});

describe('a correction', () => {
  it('stands over a new reading, and goes back', async () => {
    const saved = await saveArticle(article(), 'ask', context);
    const id = 'item' in saved ? saved.item.id : '';
    await correctItem(id, { title: 'عنوان أصح' }, later());
    await correctItem(id, { title: 'عنوان أصح بكثير', byline: 'كاتب' }, later(2000));
    await saveArticle(article({ text: `${article().text}\nمزيد.` }), 'ask', later(3000));
    const opened = await openItem(library, id);
    expect(opened?.item.corrected).toEqual({ title: 'عنوان أصح بكثير', byline: 'كاتب' });
    expect(opened?.item.title).toBe(article().title);
    expect(opened?.edits).toHaveLength(2);
    await correctItem(id, { title: null }, later(4000));
    expect((await openItem(library, id))?.item.corrected).toEqual({ title: null, byline: 'كاتب' });
  });

  it('of nothing is nothing', async () => {
    expect(await editItem('none', [], later())).toBeNull();
  });
});

describe('what was put back', () => {
  it('stands, over a new reading too, until it is taken out again', async () => {
    const saved = await saveArticle(article(), 'ask', context);
    const id = 'item' in saved ? saved.item.id : '';
    const edits = async () =>
      (await openItem(library, id))?.edits.map(({ value, removed }) => [value, removed]);
    await putBack(id, { removal: 'r1', back: true }, later());
    await putBack(id, { removal: 'r1', back: true }, later(2000));
    await saveArticle(article({ text: `${article().text}\nمزيد.` }), 'ask', later(3000));
    expect(await edits()).toEqual([['r1', false]]);
    await putBack(id, { removal: 'r1', back: false }, later(4000));
    expect(await edits()).toEqual([['r1', true]]);
    await putBack(id, { removal: 'r1', back: true }, later(5000));
    expect(await edits()).toEqual([['r1', false]]);
  });

  it('is taken out whatever its edit is called', async () => {
    const saved = await saveArticle(article(), 'ask', context);
    const id = 'item' in saved ? saved.item.id : '';
    const edit = { id: 'x', kind: 'put-back', anchor: null, value: 'r1', removed: false } as const;
    await editItem(id, [edit], later());
    await putBack(id, { removal: 'r1', back: false }, later(2000));
    expect((await openItem(library, id))?.edits).toMatchObject([{ id: 'x', removed: true }]);
  });

  it('is taken out by a tombstone where only its site was told to show it', async () => {
    const saved = await saveArticle(article(), 'ask', context);
    const id = 'item' in saved ? saved.item.id : '';
    await putBack(id, { removal: 'r1', back: false }, later());
    await putBack(id, { removal: 'r1', back: false }, later(2000));
    const edits = (await openItem(library, id))?.edits;
    expect(edits).toMatchObject([{ value: 'r1', removed: true }]);
    expect(Number.parseInt(edits?.[0]?.stamp ?? '', 16)).toBeLessThan(NOW + 2000);
  });

  it('is named by no more than a backup takes', async () => {
    const saved = await saveArticle(article(), 'ask', context);
    const id = 'item' in saved ? saved.item.id : '';
    expect(await putBack(id, { removal: 'r'.repeat(200), back: true }, later())).toBeNull();
    expect((await openItem(library, id))?.edits).toEqual([]);
  });
});

describe('purging', () => {
  it('takes all of a row, and leaves its id and time', async () => {
    const saved = await saveArticle(article(), 'ask', context);
    const id = 'item' in saved ? saved.item.id : '';
    await correctItem(id, { title: 'سر' }, later());
    await library.transaction('rw', library.pictures, library.bytes, async () => {
      const picture = { address: 'https://n.example/1', type: 'image/png', width: 1, height: 1 };
      for (const [row, hashes] of [
        [id, ['own', 'shared']],
        [at(0), ['shared']],
      ] as const) {
        const pictures = hashes.map((hash) => ({ ...picture, hash, size: 1 }));
        await library.pictures.put({ id: row, pictures, hashes: [...hashes] });
      }
      for (const hash of ['own', 'shared'])
        await library.bytes.put({ hash, type: 'image/png', bytes: new Uint8Array(1) });
    });
    expect(await purgeItems([id], later())).toEqual([]);
    await deleteItem(id, later(2000));
    expect(await purgeItems([id, at(0), 'none'], later(3000))).toEqual([id]);
    expect(JSON.stringify(await contents(library))).not.toContain('سر');
    expect(await library.texts.get(id)).toBeUndefined();
    expect((await library.bytes.toArray()).map(({ hash }) => hash)).toEqual(['shared']);
    expect(await library.purged.toArray()).toEqual([{ id, purgedAt: NOW + 3000 }]);
  });

  it('leaves the ids of rows merged into it too: an older file brings none back', async () => {
    const older = otherArticle({ url: 'https://news.example/story-7777777' });
    const alone = await emptyLibrary();
    await saveArticle(older, 'ask', alone.context);
    const merged = await saveArticle(article(), 'ask', context);
    const id = 'item' in merged ? merged.item.id : '';
    const [entry] = await readEntries(alone.library, await idsOf(alone.library));
    if (!entry) throw new Error('not saved');
    await library.items
      .where('id')
      .equals(id)
      .modify({ aliases: [entry.item.id] });
    await deleteItem(id, later(2000));
    expect(await purgeItems([id], later(3000))).toEqual([id]);
    const records = await library.purged.toArray();
    expect(records.map((record) => record.id).toSorted()).toEqual([id, entry.item.id].toSorted());
    const { deletedBefore, new: added } = await previewImport(library, sourceOf([{ entry }]));
    expect({ deletedBefore, added }).toEqual({ deletedBefore: 1, added: 0 });
  });

  it('by itself comes after thirty days', async () => {
    await deleteItem(at(0), later());
    const days = (count: number): WriteContext => later(1000 + count * 24 * 60 * 60 * 1000);
    expect(await expired(days(29))).toEqual([]);
    expect(await expired(days(30))).toEqual([at(0)]);
  });
});
