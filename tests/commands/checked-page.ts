import type { Extraction } from '../../utils/article/article.ts';
import { extractArticle } from '../../utils/article/extract.ts';
import { foreignLines } from '../properties/foreign.ts';
import { structureLost, type Lost } from '../properties/structure.ts';

/** What the gate asks of a page; runs in that page, in a world of its own. */
export interface CheckedPage {
  extraction: Extraction;
  foreign: string[];
  lost: Lost | null;
}

export function checkPage(now: number, url: string): CheckedPage {
  const extraction = extractArticle(document, { now: new Date(now), url });
  const html = extraction.ok ? extraction.article.html : null;
  return {
    extraction,
    foreign: html === null ? [] : foreignLines(html, document),
    lost: html === null ? null : structureLost(html, document),
  };
}

/** The article's text when its own output is the page; null where that is refused. */
export function readText(now: number, url: string): string | null {
  const extraction = extractArticle(document, { now: new Date(now), url });
  return extraction.ok ? extraction.article.text : null;
}
