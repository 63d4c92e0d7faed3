import type { Author, LeadImage } from '../article.ts';
import { oneLine, queryAll, textOf } from './dom.ts';
import { readJsonLd } from './json-ld.ts';
import { metaValue, readMeta } from './meta.ts';

export interface MetadataInput {
  /** The page as it is; read only, never changed. */
  document: Document;
  /** The cleaned article, detached; null when there is none. Never changed. */
  body: Element | null;
  /** The page's clock, for «قبل 3 ساعات». */
  now: Date;
  /** Absolute address of the page. */
  url: string;
}

export interface ArticleMetadata {
  /** Empty only when the page has neither headline nor title. */
  title: string;
  kicker: string | null;
  deck: string | null;
  byline: string | null;
  authors: Author[];
  siteName: string | null;
  publishedTime: string | null;
  modifiedTime: string | null;
  /** As the page states it; null if it does not. The letters of the text have the last word. */
  lang: string | null;
  leadImage: LeadImage | null;
  canonicalUrl: string | null;
}

/** A block of the body that is the page's headline, byline or date once more. */
export interface MetadataBlock {
  element: Element;
  reason: 'repeated-headline' | 'byline' | 'date';
}

export interface MetadataReading {
  metadata: ArticleMetadata;
  /** To be taken out of the body by the caller, in document order. */
  blocks: MetadataBlock[];
}

export function readMetadata(input: MetadataInput): MetadataReading {
  const { document } = input;
  const meta = readMeta(document);
  const scripts = queryAll(document, 'script[type="application/ld+json" i]').map(
    (script) => script.textContent ?? '',
  );
  const jsonLd = readJsonLd(scripts);
  const heading = queryAll(document, 'h1').map(textOf).find(Boolean) ?? '';
  const authors: Author[] = jsonLd.authors
    .filter((author) => !author.organization)
    .map(({ name }) => ({ name, role: 'author' }));
  return {
    metadata: {
      title: metaValue(meta, 'og:title') || jsonLd.headline || heading || oneLine(document.title),
      kicker: null,
      deck: null,
      byline: authors.map(({ name }) => name).join('، ') || null,
      authors,
      siteName: metaValue(meta, 'og:site_name') || jsonLd.publisher || null,
      publishedTime: jsonLd.published || metaValue(meta, 'article:published_time') || null,
      modifiedTime: jsonLd.modified || null,
      lang: document.documentElement.lang || null,
      leadImage: null,
      canonicalUrl: null,
    },
    blocks: [],
  };
}
