import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Extraction } from '../../../utils/article/article.ts';
import { extractArticle } from '../../../utils/article/extract.ts';
import { decodingLabel } from '../../browser/charset.ts';
import { PAGES } from '../../fixtures/page-cases.ts';

const NOW = new Date('2026-11-24T09:00:00Z');

export function markupOf(name: string): string {
  const bytes = readFileSync(join(PAGES, `${name}.html`));
  return new TextDecoder(decodingLabel(bytes)).decode(bytes);
}

function documentOf(markup: string): Document {
  return new DOMParser().parseFromString(markup, 'text/html');
}

export function extract(markup: string, path = '/news/story-2026.html'): Extraction {
  return extractArticle(documentOf(markup), { now: NOW, url: `https://news.example${path}` });
}

/** The body's lines as a reader meets them. */
export function linesOf(html: string): string[] {
  const body = documentOf(`<body>${html}</body>`).body;
  return [...body.querySelectorAll('p,h2,h3,h4,h5,h6,li,blockquote,figcaption,td,th,pre')]
    .filter((element) => !element.querySelector('p,li,blockquote,figcaption,td,th'))
    .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
}
