import type { Extraction } from './article.ts';
import { giveBase, getAttribute, queryAll } from './page/dom.ts';
import { extractArticle } from './extract.ts';

/**
 * The article of a page that was asked for and never shown. `page` is a document of `DOMParser`,
 * which has the address of whoever parsed it: its own is given here, with the base it names.
 *
 * @param url where it was answered from; a fragment does not count
 */
export function extractFetched(page: Document, url: string, now = new Date()): Extraction {
  const own = new URL(url);
  own.hash = '';
  giveBase(page, baseIn(page, own.href));
  return extractArticle(page, { now, url: own.href });
}

function baseIn(page: Document, url: string): string {
  const [base] = queryAll(page, 'base[href]');
  const stated = base && getAttribute(base, 'href');
  if (!stated || !URL.canParse(stated, url)) return url;
  const resolved = new URL(stated, url);
  return /^https?:$/u.test(resolved.protocol) ? resolved.href : url;
}
