import { describe, expect, test } from 'vitest';
import type { Article } from '../../../utils/article/article.ts';
import { expectedOf, pageNames } from '../../fixtures/page-cases.ts';
import { paragraphsAgain, printedTwice } from '../../properties/doubled.ts';
import { foreignLines } from '../../properties/foreign.ts';
import { asOwnPage } from '../../properties/own-page.ts';
import { extract, markupOf } from './pages.ts';

/* What holds of every page there is, tried on every page we have. */

/** The simulated DOM is slow on deep trees. */
const PATIENCE = 60_000;

const PAGES = pageNames()
  .filter((name) => expectedOf(name).ok)
  .map((name) => ({ name, path: expectedOf(name).path ?? `/news/${name}-2026.html` }));

describe.each(PAGES)('$name', ({ name, path }) => {
  const read = (markup: string): Article => {
    const extraction = extract(markup, path);
    if (!extraction.ok) throw new Error(`refused: ${extraction.reason}`);
    return extraction.article;
  };
  const markup = markupOf(name);

  test('nothing is in the article that is not in the page', { timeout: PATIENCE }, () => {
    const page = new DOMParser().parseFromString(markup, 'text/html');
    expect(foreignLines(read(markup).html, page)).toEqual([]);
  });

  test('the article read again is the article', { timeout: PATIENCE }, () => {
    const article = read(markup);
    expect(linesOf(read(asOwnPage(article)))).toEqual(linesOf(article));
  });

  const doublings = [
    { how: 'container twice', double: printedTwice },
    { how: 'paragraphs again', double: paragraphsAgain },
  ];
  const printedAgain = (double: typeof printedTwice): { before: string[]; after: string[] } => {
    const before = linesOf(read(markup));
    const doubled = double(markup, before);
    if (doubled === null) throw new Error('a line of the article is nowhere in the page');
    return { before, after: linesOf(read(doubled)) };
  };

  test.each(doublings)(
    'printed again ($how) it is the article',
    ({ double }) => {
      const { before, after } = printedAgain(double);
      expect(after).toEqual(before);
    },
    PATIENCE,
  );
});

function linesOf({ text }: Article): string[] {
  return text.split('\n');
}
