import { describe, expect, test } from 'vitest';
import { directBlocks } from '../../../utils/article/body/direct-blocks.ts';
import { sanitizeArticle } from '../../../utils/article/sanitize.ts';
import { expectedOf, pageNames } from '../../fixtures/page-cases.ts';
import { blocksOf } from '../../properties/lines.ts';
import { structureLost } from '../../properties/structure.ts';
import { extract, markupOf } from './pages.ts';

/* What a count of words does not see: that links are still links, headings headings, and lists lists. */

/** The simulated DOM is slow on deep trees. */
const PATIENCE = 60_000;
const PAGES = pageNames().filter((name) => expectedOf(name).ok);
const STRUCTURED = PAGES.filter((name) => expectedOf(name).structure);

function bodyOf(name: string): { html: string; body: DocumentFragment } {
  const extraction = extract(markupOf(name), expectedOf(name).path ?? `/news/${name}-2026.html`);
  if (!extraction.ok) throw new Error(`refused: ${extraction.reason}`);
  const { html, url } = extraction.article;
  return { html, body: sanitizeArticle(html, { document, images: 'network', baseUrl: url }) };
}

test.each(PAGES)(
  '%s loses no link, heading, item, picture or caption of its paragraphs',
  (name) => {
    const page = new DOMParser().parseFromString(markupOf(name), 'text/html');
    const none = { links: [], headings: [], items: [], pictures: [], captions: [] };
    expect(structureLost(bodyOf(name).html, page)).toEqual(none);
  },
  PATIENCE,
);

test.each(PAGES)(
  '%s is read line by line in the direction of its letters',
  (name) => {
    const { body } = bodyOf(name);
    directBlocks(body);
    const { paragraphs, dir, structure } = expectedOf(name);
    const wanted = structure?.directions ?? paragraphs?.map(() => dir);
    expect(blocksOf(body).map((block) => directionOf(block) ?? dir)).toEqual(wanted);
  },
  PATIENCE,
);

describe.each(STRUCTURED)('%s, as a reader gets it,', (name) => {
  const wanted = expectedOf(name).structure;

  test('has its links under their words', () => {
    const links = [...bodyOf(name).body.querySelectorAll('a[href]')];
    expect(
      Object.fromEntries(links.map((link) => [textOf(link), link.getAttribute('href')])),
    ).toEqual(wanted?.links);
  });

  test('has its headings, items, quotations and cells', () => {
    const { body } = bodyOf(name);
    const texts = (selector: string) => [...body.querySelectorAll(selector)].map(textOf);
    expect(texts('h2,h3,h4,h5,h6')).toEqual(wanted?.headings);
    expect(texts('ul > li, ol > li')).toEqual(wanted?.items);
    expect(texts('blockquote')).toEqual(wanted?.quotations);
    expect(texts('table td, table th')).toEqual(wanted?.cells);
  });

  test('has each caption with its picture', () => {
    const figures = [...bodyOf(name).body.querySelectorAll('figure')].map((figure) => [
      figure.querySelector('img')?.getAttribute('src')?.split('/').at(-1),
      textOf(figure),
    ]);
    expect(Object.fromEntries(figures)).toEqual(wanted?.captions);
  });
});

function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The nearest that is stated; null leaves it to the article's own. */
function directionOf(block: Element): string | null {
  return block.closest('[dir]')?.getAttribute('dir') ?? null;
}
