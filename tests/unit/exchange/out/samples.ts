import type { Article } from '../../../../utils/article/article.ts';
import type { Exported, ExportWords } from '../../../../utils/exchange/out/exported.ts';
import { linkEntry, withText } from '../../../../utils/library/entry.ts';
import type { Edit, Item } from '../../../../utils/library/item.ts';
import { settle } from '../../../../utils/library/settle.ts';
import { article, NOW } from '../../library/samples.ts';

export { NOW };

/** Every control of direction, tashkeel, emoji of several parts, four-byte letters, both normal forms. */
export const HARD =
  'السَّلامُ عَلَيْكُم \u061C\u200E\u200F\u202A\u202B\u202D\u202E\u202C\u2066\u2067\u2068\u2069 👩‍👩‍👧‍👦 𐎠𠀋 ' +
  'آ\u0627\u0653 é\u0065\u0301 می\u200Cخواهم ﷺ ٢٠٢٦';

/** What XML has no place for, with the words around it. */
export const NOT_XML = 'قبل\u0000\u000B\u001F\uD800وسط\uDC00\uFFFE\uFFFFبعد';
export const NOT_XML_READ = 'قبلوسطبعد';

export const WORDS: ExportWords = {
  lang: 'ar',
  dir: 'rtl',
  title: 'مكتبة ورّاق',
  contents: 'المحتويات',
  source: 'المصدر:',
  notes: 'ملاحظاتي',
  incomplete: 'حجبت الصفحة بقية النص.',
  date: (iso) => (iso.startsWith('2026-11-24') ? '24 نوفمبر 2026' : null),
};

/** One pixel each, of kinds told by their first bytes. */
export const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
export const WEBP = new Uint8Array(
  Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64'),
);

export interface Sample {
  id?: string;
  article?: Partial<Article> | null;
  item?: Partial<Item>;
  edits?: Edit[];
  pictures?: Record<string, Uint8Array>;
}

/** A saved article, settled as a write settles it. */
export function exported(sample: Sample = {}): Exported {
  const id = sample.id ?? '0123456789abcdef0123456789abcdef';
  const url = sample.article?.url ?? 'https://news.example/story-4821973';
  const link = linkEntry(id, { url, title: 'رابط', addresses: ['news.example/story'] }, NOW);
  const entry =
    sample.article === null
      ? link
      : withText(link, { article: article(sample.article), chosenAt: null }, [], NOW);
  const { item, text, edits } = settle({
    ...entry,
    item: { ...entry.item, ...sample.item },
    edits: sample.edits ?? [],
  });
  return {
    item,
    text,
    edits,
    picture(address) {
      const bytes = sample.pictures?.[address];
      const hash = `${bytes?.length.toString(16).padStart(4, '0')}`.repeat(16);
      return Promise.resolve(bytes ? { hash, bytes } : null);
    },
  };
}

export function edit(kind: Edit['kind'], changes: Partial<Edit> = {}): Edit {
  return { id: kind, kind, anchor: null, value: null, stamp: '1', removed: false, ...changes };
}

export async function* each(...articles: Exported[]): AsyncGenerator<Exported> {
  yield* articles;
}
