import { describe, expect, it } from 'vitest';
import {
  askedBy,
  onlyFilters,
  parseQuery,
  printFilter,
  STATES,
  withFilter,
  withoutFilter,
  type FilterGiven,
} from '../../../../utils/library/search/query.ts';

/** A query in short: words with … where their end is open, phrases in quotation marks, filters as they are printed. */
function told(typed: string): string[] {
  const { words, phrases, filters } = parseQuery(typed);
  const word = (one: { surface: string; isPrefix: boolean }): string =>
    one.surface + (one.isPrefix ? '…' : '');
  return [
    ...words.map(word),
    ...phrases.map((phrase) => `"${phrase.words.map(word).join(' ')}"`),
    ...filters.map((filter) => printFilter(filter, 'en')),
  ];
}

describe('what was typed', () => {
  it.each([
    ['', []],
    ['  ، ! ', []],
    ['مصر', ['مصر…']],
    ['مصر ', ['مصر']],
    ['وزير الخارجية', ['وزير', 'الخارجية…']],
    ['مصر!', ['مصر']],
    ['"مجلس الأمن"', ['"مجلس الأمن"']],
    ['«مجلس الأمن» أمس', ['أمس…', '"مجلس الأمن"']],
    ['“مجلس الأمن', ['"مجلس الأمن…"']],
    ['"مصر"', ['مصر']],
    ['""', []],
    ['"', []],
    ['site:example.com مصر ', ['مصر', 'site:example.com']],
    ['موقع:الجزيرة', ['site:الجزيرة']],
    ['وسم:"كرة القدم" هدف', ['هدف…', 'tag:"كرة القدم"']],
    ['tag:«كرة القدم»', ['tag:"كرة القدم"']],
    ['étiquette:sport', ['tag:sport']],
    ['Etiquette:sport', ['tag:sport']],
    ['حالة:غير-مقروء', ['is:unread']],
    ['حاله:غير-مقروءه', ['is:unread']],
    ['état:non-lu', ['is:unread']],
    ['is:archived is:favorite is:link', ['is:archived', 'is:favourite', 'is:link']],
    ['وَسْم:اقتصاد', ['tag:اقتصاد']],
    ['CNN: قال', ['cnn', 'قال…']],
    ['CNN:قال', ['cnn', 'قال…']],
    ['F-16', ['"f 16"']],
    ['2.5 مليار', ['مليار…', '"2 5"']],
    ['أ ف ب ', ['أ', 'ف', 'ب']],
    ['COVID-19 ', ['covid', '19']],
    ['is:nothing', ['is', 'nothing…']],
    ['site:', []],
    ['مصر موقع: ', ['مصر']],
    ['مصر وسم:«', ['مصر']],
    ['موقع: مصر', ['موقع', 'مصر…']],
    ['حالة:مؤر', []],
    ['حالة:غير-', []],
    ['حالة:مؤر ', ['حالة', 'مؤر']],
    ['site:!', ['site']],
    ['__proto__:xx constructor:yy', ['proto', 'xx', 'constructor', 'yy…']],
  ])('%s', (typed, expected) => expect(told(typed)).toEqual(expected));

  it('is bounded', () => {
    expect(parseQuery('كلمة '.repeat(10_000)).words).toHaveLength(32);
    expect(parseQuery(`"${'كلمة '.repeat(10_000)}"`).phrases[0]?.words).toHaveLength(32);
  });
});

it('says what is asked for, and whether by words', () => {
  expect(askedBy(' مصر موقع:')).toBe('مصر');
  expect(askedBy('حالة:')).toBe('');
  expect(askedBy('؟')).toBe('؟');
  expect(onlyFilters('حالة:مؤرشفة موقع:')).toBe(true);
  expect(onlyFilters('حالة:مؤرشفة مصر')).toBe(false);
  expect(onlyFilters('؟')).toBe(false);
});

describe('a filter', () => {
  const filters: FilterGiven[] = [
    { kind: 'site', value: 'news.example' },
    { kind: 'tag', value: 'كرة القدم' },
    { kind: 'tag', value: 'a"b' },
    ...STATES.map((value) => ({ kind: 'is' as const, value })),
  ];

  it.each(
    (['ar', 'en', 'fr'] as const).flatMap((language) =>
      filters.map((filter) => ({ language, filter })),
    ),
  )('is read again as printed in $language: $filter.value', ({ language, filter }) => {
    const typed = withFilter('مصر', filter, language);
    const [read] = parseQuery(typed).filters;
    expect(read).toMatchObject({ kind: filter.kind, value: filter.value.replaceAll('"', '') });
    expect(read && withoutFilter(typed, read)).toBe('مصر');
  });

  it('is taken out from between words', () => {
    const typed = 'مصر tag:كأس القاهرة';
    const [filter] = parseQuery(typed).filters;
    expect(filter && withoutFilter(typed, filter)).toBe('مصر القاهرة');
  });
});
