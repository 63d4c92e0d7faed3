import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { ImportPreview } from '../../../components/exchange/import-preview.tsx';
import { I18nContext } from '../../../components/ui/i18n-context.ts';
import { createI18n } from '../../../utils/i18n.ts';
import type { Item } from '../../../utils/library/item.ts';
import { noCounts } from '../../../utils/library/import/source.ts';
import type { Locale } from '../../../utils/locale.ts';
import { itemOf } from './library-page.tsx';

/** The preview of a file with these articles first of so many new ones. */
function shown(first: Item[], all: number, locale: Locale = 'ar'): HTMLElement {
  const place = document.createElement('div');
  const foreseen = { ...noCounts(), new: all, first };
  void act(() =>
    render(
      <I18nContext.Provider value={createI18n(locale)}>
        <ImportPreview foreseen={foreseen} bringBack={false} onBringBack={vi.fn()} />
      </I18nContext.Provider>,
      place,
    ),
  );
  return place;
}

const named = (place: HTMLElement): string[] =>
  [...place.querySelectorAll('[data-testid=import-first] li')].map((row) =>
    (row.textContent ?? '').trim(),
  );
const more = (place: HTMLElement): string | undefined =>
  place.querySelector('[data-testid=import-more]')?.textContent;

test('the first articles are named with their source, and how many more there are', () => {
  const items = ['1', '2', '3'].map((id) =>
    itemOf(id, {
      title: `خبر ${id}`,
      siteName: id === '3' ? null : 'صحيفة المثال',
      url: 'https://news.example/1',
    }),
  );
  const place = shown(items, 15);
  expect(named(place)).toEqual(['خبر 1صحيفة المثال', 'خبر 2صحيفة المثال', 'خبر 3news.example']);
  expect(more(place)).toBe('و12 مقالة أخرى');
  expect(more(shown(items, 4))).toBe('ومقالة أخرى');
  expect(more(shown(items, 5))).toBe('ومقالتان أخريان');
  expect(more(shown(items, 6, 'en'))).toBe('and 3 more articles');
  expect(more(shown(items, 4, 'fr'))).toBe('et 1 autre article');
  expect(more(shown(items, 3))).toBeUndefined();
});

test('a hostile headline is text, in the direction of its words', () => {
  const title = '<img src=x onerror=alert(1)>\u202E خبر من </li><script>بيروت';
  const place = shown([itemOf('1', { title, siteName: '<b>site</b>' })], 1);
  expect(place.querySelector('img, script, b')).toBeNull();
  const name = place.querySelector('.name');
  expect(name?.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(name?.getAttribute('dir')).toBe('rtl');
});

test('nothing is named where nothing would come in', () => {
  expect(shown([], 0).querySelector('[data-testid=import-first]')).toBeNull();
});
