import type { Author, LeadImage } from '../article.ts';
import { bylineOf, readAuthors } from './byline.ts';
import { readCanonical } from './canonical.ts';
import { foldWords } from '../../arabic/fold.ts';
import { attribute, queryAll, textOf } from './dom.ts';
import { readDeck, readKicker } from './deck.ts';
import { readJsonLd, type JsonLd } from './json-ld.ts';
import { readLeadImage } from './lead-image.ts';
import { metaValue, readMeta, type Meta } from './meta.ts';
import { readTimes } from './published.ts';
import { ownLines, type OwnLine } from './own-lines.ts';
import { readSiteNames } from './site-name.ts';
import { readTitle } from './title.ts';
import { findZone, nearLines, type PageLine } from './zone.ts';

export interface MetadataInput<L extends PageLine> {
  /** The page as it is; read only, never changed. */
  document: Document;
  /** Every line of the page's copy, in order. */
  page: readonly L[];
  /** Those of them that are the article; empty when there is none. */
  article: readonly L[];
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

export interface MetadataReading<L extends PageLine> {
  metadata: ArticleMetadata;
  /** Lines of the article that are its headline, byline or date once more: for the caller to leave out. */
  ownLines: OwnLine<L>[];
}

export function readMetadata<L extends PageLine>({
  document,
  page,
  article,
  now,
  url,
}: MetadataInput<L>): MetadataReading<L> {
  const meta = readMeta(document);
  const scripts = queryAll(document, 'script[type="application/ld+json" i]');
  const jsonLd = readJsonLd(scripts.map((script) => script.textContent ?? ''));
  const documentTitle = queryAll(document, 'head > title').map(textOf)[0] ?? '';
  const body = article.filter((line) => line.words !== '');
  const title = readTitle(meta, jsonLd, documentTitle, page, body);
  const zone = findZone(page, body, foldWords(title));
  const near = nearLines(zone);
  const site = readSiteNames(
    document,
    meta,
    jsonLd,
    documentTitle,
    title,
    page,
    new URL(url).hostname,
  );
  const times = readTimes(document, meta, jsonLd, near, now, url);
  const titles = [title, metaValue(meta, 'og:title'), documentTitle];
  const authors = readAuthors({ document, meta, jsonLd, zone, near, titles, site: site.all });
  return {
    metadata: {
      title,
      kicker: readKicker(zone, site.all, now),
      deck: readDeck(zone, meta, now),
      byline: bylineOf(authors),
      authors,
      siteName: site.name,
      publishedTime: times.published,
      modifiedTime: times.modified,
      lang: readLanguage(document, meta, jsonLd),
      leadImage: readLeadImage(document, meta, jsonLd, title, url),
      canonicalUrl: readCanonical(document, meta, url),
    },
    ownLines: ownLines<L>(body, title, authors, site.all, now),
  };
}

function readLanguage(document: Document, meta: Meta, jsonLd: JsonLd): string | null {
  const stated = [
    ...queryAll(document, 'html').map((html) => attribute(html, 'lang')),
    jsonLd.language,
    metaValue(meta, 'og:locale', 'dcterms.language', 'content-language'),
  ];
  return stated.map(languageTag).find((tag) => tag !== null) ?? null;
}

/** `ar_AR`, `AR-eg` as BCP 47; null for what is no tag. */
function languageTag(value: string): string | null {
  const tag = value.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag)) return null;
  return tag.replace(/^[^-]+/, (language) => language.toLowerCase());
}
