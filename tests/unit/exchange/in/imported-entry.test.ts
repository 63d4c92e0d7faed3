import { describe, expect, it } from 'vitest';
import { listBlocks } from '../../../../utils/article/body/blocks.ts';
import { sanitizeArticle } from '../../../../utils/article/sanitize.ts';
import { importedEntry } from '../../../../utils/exchange/in/imported-entry.ts';
import type { Imported } from '../../../../utils/exchange/in/imported.ts';
import { withField, type WriteContext } from '../../../../utils/library/commit.ts';
import { withText } from '../../../../utils/library/entry.ts';
import type { Entry } from '../../../../utils/library/item.ts';
import { mergeEntries } from '../../../../utils/library/merge.ts';
import { settle } from '../../../../utils/library/settle.ts';
import { nextStamp } from '../../../../utils/library/stamp.ts';
import { validateArticle } from '../../../../utils/library/validate/validate.ts';
import { article } from '../../library/samples.ts';
import { fixture, NOW, read, row, rowsOf } from './support.ts';

const ADDRESS = 'https://news.example/story-4821973';
const SAVED = Date.UTC(2020, 8, 8);

function entryOf(fields: Partial<Imported>, now = NOW): Promise<Entry> {
  return importedEntry(row({ url: ADDRESS, ...fields }).row, now, { tool: 'wallabag', document });
}

const HTML =
  '<h1>عنوان</h1>نص سائب <b>مهم</b><p>فتحت المكتبة أبوابها صباح اليوم.</p>' +
  '<p onclick="alert(1)">«الكتب   للجميع»<script>alert(1)</script></p>' +
  '<img src="/a.jpg" onerror="alert(1)"><div>آخر سطر<br>وبعده سطر</div>';

describe('a row without a text', () => {
  it('is a link that says all the row says', async () => {
    const { item, text, edits } = await entryOf({
      title: 'افتتاح مكتبة',
      byline: 'سلمى حداد',
      siteName: 'صحيفة المثال',
      savedAt: SAVED,
      publishedTime: '2020-09-07',
      excerpt: 'فتحت المكتبة.',
      lang: 'ar',
      tags: ['ثقافة', 'مُدُن', 'مدن', '  ', '!'],
      archived: true,
      favourite: true,
      progress: 0.5,
      notes: [{ quote: 'الكتب', text: 'مهم', at: null }],
    });
    expect(text).toBeNull();
    expect(item).toMatchObject({
      kind: 'link',
      url: ADDRESS,
      title: 'افتتاح مكتبة',
      byline: 'سلمى حداد',
      siteName: 'صحيفة المثال',
      lang: 'ar',
      dir: 'rtl',
      publishedTime: '2020-09-07',
      excerpt: 'فتحت المكتبة.',
      savedAt: SAVED,
      updatedAt: SAVED,
      archived: true,
      favourite: true,
      position: null,
      deletedAt: null,
    });
    expect(item.sort).toMatchObject({ shelf: 'archive', favourite: 1, link: 1 });
    expect(item.tags.map(({ name }) => name)).toEqual(['ثقافة', 'مُدُن']);
    expect(edits).toMatchObject([{ kind: 'note', anchor: null, value: '«الكتب»\nمهم' }]);
  });

  it('is called by its address where it has no words, and is of now where it has no moment', async () => {
    const { item } = await entryOf({});
    expect(item).toMatchObject({ title: ADDRESS, savedAt: NOW, stamps: {}, tags: [] });
  });
});

describe('a row with its text', () => {
  it('is an article that may be kept, its text cleaned, its blocks those a view will find', async () => {
    const { item, text } = await entryOf({ html: HTML, title: 'افتتاح مكتبة', savedAt: SAVED });
    const reading = text!.article;
    expect(validateArticle(reading)).toEqual(reading);
    expect(reading.html).not.toMatch(/script|onclick|onerror/u);
    expect(reading.text).toBe(
      'عنوان\nنص سائب مهم\nفتحت المكتبة أبوابها صباح اليوم.\n«الكتب للجميع»\nآخر سطر وبعده سطر',
    );
    const shown = sanitizeArticle(reading.html, { document, images: 'none', baseUrl: ADDRESS });
    expect(listBlocks(shown).map(({ key }) => key)).toEqual(reading.blocks);
    expect(reading).toMatchObject({
      title: 'افتتاح مكتبة',
      complete: false,
      extractorVersion: 'import-wallabag',
      dir: 'rtl',
    });
    expect(item).toMatchObject({ kind: 'article', textLength: reading.text.length });
    expect(item.sort).toMatchObject({ partial: 1 });
  });

  it('takes its first words where it has no headline', async () => {
    const { item } = await entryOf({ html: `<p>${'كلمة '.repeat(100)}</p>` });
    expect(item.title).toMatch(/^كلمة .*…$/u);
    expect(item.title.length).toBeLessThanOrEqual(80);
  });

  it.each(['', '<script>alert(1)</script>', '<img src="https://n.example/a.jpg">', '<p> </p>'])(
    'is a link where nothing can be read in it: %j',
    async (html) => {
      expect((await entryOf({ html })).text).toBeNull();
    },
  );

  it('highlights what was highlighted, and keeps as a note what is not found', async () => {
    const [first] = rowsOf(await read(fixture('wallabag.json')));
    const { text, edits } = await importedEntry(first!, NOW, { tool: 'wallabag', document });
    const found = edits.filter(({ kind }) => kind === 'highlight');
    expect(found).toHaveLength(1);
    const { block, start, end } = found[0]!.anchor!;
    const line = text!.article.text.split('\n')[text!.article.blocks.indexOf(block)]!;
    expect(line.slice(start, end)).toBe('الكتب للجميع');
    const notes = edits.filter(({ kind }) => kind === 'note');
    expect(notes.map(({ value, anchor }) => [value, anchor?.block ?? null])).toEqual(
      expect.arrayContaining([
        ['مهم', block],
        ['«جملة ليست في النص»', null],
      ]),
    );
  });

  it('stands where it was read to', async () => {
    const html = '<p>12345</p><p>67890</p>';
    const { item, text } = await entryOf({ html, progress: 0.7, savedAt: SAVED });
    expect(item.position).toEqual({ block: text!.article.blocks[1], offset: 2, share: 0.7 });
    expect(item.stamps.position).toBeDefined();
    expect((await entryOf({ html, progress: 1 })).item.position?.offset).toBe(5);
    expect((await entryOf({ html, progress: 0 })).item.position).toBeNull();
  });
});

describe('merged into a library', () => {
  const given = {
    html: HTML,
    title: 'افتتاح مكتبة',
    savedAt: SAVED,
    archived: true,
    tags: ['ثقافة'],
  };

  it('gives the same whenever and wherever the file is read', async () => {
    expect(await entryOf(given, NOW + 1e9)).toEqual(await entryOf(given));
    const twice = mergeEntries(await entryOf(given), await entryOf(given, NOW + 1e9));
    expect(twice).toEqual(await entryOf(given));
  });

  it('gives way to our own reading of the page, and to all the reader has set since', async () => {
    const entry = await entryOf(given);
    const later = { now: NOW, device: 'aaaaaaaa' } as WriteContext;
    const reading = { article: article({ url: ADDRESS, title: 'افتتاح مكتبة' }), chosenAt: null };
    const saved = withText(entry, reading, [], NOW);
    const [tag] = saved.item.tags;
    const removed = { ...tag!, stamp: nextStamp(NOW, 'aaaaaaaa', []), removed: true };
    const item = { ...withField(saved.item, 'archived', false, later), tags: [removed] };
    const before = settle({ ...saved, item });
    expect(before).toMatchObject({ text: { article: { complete: true } } });
    const after = mergeEntries(before, await entryOf(given));
    expect(after).toEqual(before);
    expect(after.item.archived).toBe(false);
    expect(after.item.tags).toMatchObject([{ name: 'ثقافة', removed: true }]);
  });

  it('adds to what is here what it knows more', async () => {
    const link = await entryOf({ title: 'افتتاح', savedAt: SAVED + 1 });
    const merged = mergeEntries(link, await entryOf(given));
    expect(merged.item).toMatchObject({ kind: 'article', archived: true, savedAt: SAVED });
  });
});

describe('a hostile text', () => {
  it.each([
    `<p>نص</p>${'<div>'.repeat(200)}<p>آخر</p>`,
    '<form><input name="parentNode"><p>نص</p></form>',
    '<svg><p>نص</p><script>alert(1)</script></svg><p>آخر</p>',
    '</div></body></html><p>نص</p>',
    '<plaintext><p>نص',
    `<p>نص</p><math><mtext><table><mglyph><style><img src=x onerror=alert(1)>`,
    '<p>نص</p><a href="javascript:alert(1)">رابط</a><iframe srcdoc="<script>"></iframe>',
  ])('gives nothing that runs (%#)', async (html) => {
    const { text } = await entryOf({ html });
    const kept = text?.article.html ?? '';
    expect(kept).not.toMatch(/<script|<iframe|<svg|onerror|javascript:|<form|<input|<style/iu);
  });
});
