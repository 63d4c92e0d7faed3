import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Article } from '../../../utils/article/article.ts';
import type { WriteContext } from '../../../utils/library/commit.ts';
import { openLibrary, type Library } from '../../../utils/library/database.ts';
import type { ListQuery } from '../../../utils/library/list.ts';

/** An article as a page gives it. */
export function article(changes: Partial<Article> = {}): Article {
  return {
    schema: 1,
    url: 'https://news.example/story-4821973',
    canonicalUrl: null,
    title: 'افتتاح مكتبة عامة في المدينة القديمة',
    kicker: null,
    deck: null,
    byline: 'سلمى حداد',
    authors: [{ name: 'سلمى حداد', role: 'author' }],
    siteName: 'صحيفة المثال',
    publishedTime: '2026-11-24T09:30:00+03:00',
    modifiedTime: null,
    lang: 'ar',
    dir: 'rtl',
    excerpt: 'فتحت المكتبة أبوابها صباح اليوم.',
    html: '<p>فتحت المكتبة أبوابها صباح اليوم.</p><p>وحضر مئات من القراء.</p>',
    text: 'فتحت المكتبة أبوابها صباح اليوم.\nوحضر مئات من القراء.',
    leadImage: null,
    endNotes: [],
    complete: true,
    incompleteReason: null,
    fromSelection: false,
    wordCount: 9,
    readingMinutes: { min: 1, max: 1 },
    blocks: ['a1', 'b2'],
    removals: [
      {
        id: 'r1',
        step: 'inner-noise',
        reason: 'read-also',
        phrase: 'اقرأ أيضا',
        text: 'اقرأ أيضا',
        html: '<p>اقرأ أيضا</p>',
        count: 1,
        at: 'b2',
      },
    ],
    extractedAt: '2026-11-24T18:00:00.000Z',
    extractorVersion: '0.1.0',
    ...changes,
  };
}

/** Another article altogether: neither headline nor text in common. */
export function otherArticle(changes: Partial<Article> = {}): Article {
  return article({
    title: 'تراجع أسعار القمح في الأسواق العالمية',
    html: '<p>انخفض السعر للشهر الثالث.</p>',
    text: 'انخفض السعر للشهر الثالث.',
    ...changes,
  });
}

export const NOW = Date.UTC(2026, 10, 24, 18);

/** A library of its own in memory. */
export async function emptyLibrary(): Promise<{ library: Library; context: WriteContext }> {
  const library = await openLibrary({ indexedDB: new IDBFactory(), IDBKeyRange });
  return { library, context: { library, now: NOW, device: 'aaaaaaaa' } };
}

/** The reading list, newest first. */
export function query(changes: Partial<ListQuery> = {}): ListQuery {
  return {
    shelf: 'list',
    order: 'saved',
    ascending: false,
    tag: null,
    site: null,
    only: [],
    offset: 0,
    limit: 50,
    ...changes,
  };
}

/** Everything the library holds, to compare before and after. */
export async function contents(library: Library): Promise<unknown> {
  const { items, texts, edits, pictures, bytes, purged } = library;
  const tables = [items, texts, edits, pictures, bytes, purged] as const;
  return Promise.all(tables.map((table) => table.toArray()));
}
