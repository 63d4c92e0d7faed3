import { expect, test } from 'vitest';
import { PAIRS } from '../unit/library/search/pairs.ts';
import { article } from '../unit/library/samples.ts';
import { inBothBrowsers, startBrowser } from './support/browsers.ts';
import { found } from './support/search-field.ts';
import { seed } from './support/seed-library.ts';

/** Headlines without a letter of Arabic: only the texts are to be found. */
const titleOf = (index: number): string => `Text ${index}`;

/** The table of the unit test, typed into the library's own search field. */
inBothBrowsers('searching as people type', (name) => {
  test('finds each text, and none that it must not', { timeout: 240_000 }, async () => {
    const browser = await startBrowser(name, { network: 'cut' });
    const reader = await browser.openExtensionPage('reader.html');
    await seed(
      reader,
      PAIRS.map(({ text }, index) =>
        article({
          url: `https://news.example/text-${1_000_000 + index}`,
          title: titleOf(index),
          byline: null,
          siteName: 'Example',
          excerpt: '',
          html: `<p>${text}</p>`,
          text,
          removals: [],
        }),
      ),
    );
    await reader.waitFor('library-item');
    const wrong: string[] = [];
    for (const [index, { query, text, level }] of PAIRS.entries()) {
      const { names: titles } = await found(reader, query);
      const isFound = titles.includes(titleOf(index));
      if (isFound !== (level !== null))
        wrong.push(`«${query}» ${isFound ? 'finds' : 'misses'} «${text}»`);
    }
    expect(wrong).toEqual([]);
  });
});
