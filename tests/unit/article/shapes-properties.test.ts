import { beforeAll, expect, test } from 'vitest';
import type { Article } from '../../../utils/article/article.ts';
import { line, textIn } from '../../fixtures/shapes/differences.ts';
import { NOT_YET, NOT_YET_TWICE } from '../../fixtures/shapes/not-yet.ts';
import { markupOf, type Side } from '../../fixtures/shapes/page.ts';
import { SHAPES } from '../../fixtures/shapes/shapes.ts';
import { extract } from './pages.ts';

/* What holds for every page, whether its shape is understood or not. */
const ADDRESS = '/news/2026/11/story-4417.html';
const read = (markup: string): Article | null => {
  const extraction = extract(markup, ADDRESS);
  return extraction.ok ? extraction.article : null;
};

interface Reading {
  name: string;
  side: Side;
  markup: string;
  article: Article | null;
}
const READINGS: Reading[] = [];
beforeAll(() => {
  for (const { shape, removed, kept } of SHAPES) {
    for (const side of [...removed, ...kept]) {
      const markup = markupOf(side);
      READINGS.push({ name: `${shape}: ${side.what}`, side, markup, article: read(markup) });
    }
  }
}, 120_000);

test('no line stands in the article that the page does not hold', () => {
  const invented = broken(({ markup, article }) => {
    const page = letters(textIn(markup));
    return linesOf(article).filter((text) => !page.includes(letters(text)));
  });
  expect(invented).toEqual({});
});

test('the article read again is the same article', { timeout: 120_000 }, () => {
  const changed = broken(({ name, article }) => {
    // What is noise in a page may be told from text in a shorter one.
    if (!article || name in NOT_YET) return [];
    const { title, html } = article;
    const page = `<html lang="ar" dir="rtl"><head><title>${title}</title></head><body><article><h1>${title}</h1>${html}</article></body></html>`;
    return changes(article, read(page));
  });
  expect(changed).toEqual({});
});

test('the article printed twice is the same article', { timeout: 120_000 }, () => {
  const changed = broken(({ side, article }) =>
    changes(article, read(markupOf(side, { twice: true }))),
  );
  expect(Object.keys(changed), JSON.stringify(changed, null, 1)).toEqual(
    Object.keys(NOT_YET_TWICE),
  );
});

/** The pages for which something does not hold, each with the lines that say so. */
function broken(check: (reading: Reading) => string[]): Record<string, string[]> {
  const found = READINGS.map((reading) => [reading.name, check(reading)] as const);
  return Object.fromEntries(found.filter(([, lines]) => lines.length > 0));
}

function changes(before: Article | null, after: Article | null): string[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  if (old.join('\n') === now.join('\n')) return [];
  return [
    `${old.length} lines became ${now.length}`,
    ...old.filter((text) => !now.includes(text)).map((text) => `- ${text}`),
    ...now.filter((text) => !old.includes(text)).map((text) => `+ ${text}`),
  ];
}

function linesOf(article: Article | null): string[] {
  return article?.text.split('\n').map(line) ?? [];
}

function letters(text: string): string {
  return text.replace(/\s+/g, '');
}
