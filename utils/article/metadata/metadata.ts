import type { Author, LeadImage } from '../article.ts';
import { authorsOf, bylineOf, readAuthors } from './byline.ts';
import { readCanonical } from './canonical.ts';
import { foldWords } from '../../arabic/fold.ts';
import { readDeck, readKicker } from './deck.ts';
import { readJsonLd } from './json-ld.ts';
import { readLeadImage } from './lead-image.ts';
import { metaValue, readHead, type Head } from './meta.ts';
import { readTimes } from './published.ts';
import { ownLines, type OwnLine } from './own-lines.ts';
import { readSiteNames } from './site-name.ts';
import { readTitle, withoutByline } from './title.ts';
import { findZone, nearLines, type PageLine } from './zone.ts';

export interface MetadataInput<L extends PageLine> {
  /** The page as it is; read only, never changed. */
  document: Document;
  /** What the page says of itself, where it was read before. */
  head?: Head;
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
  head = readHead(document),
  page,
  article,
  now,
  url,
}: MetadataInput<L>): MetadataReading<L> {
  const { meta, scripts, title: documentTitle, lang, canonical } = head;
  const jsonLd = readJsonLd(scripts);
  const body = article.filter((line) => line.words !== '');
  const printed = readTitle(document, meta, jsonLd, documentTitle, page, body);
  const title = withoutByline(printed);
  const zone = findZone(page, body, foldWords(printed));
  const near = nearLines(zone);
  const site = readSiteNames(meta, jsonLd, documentTitle, title, page, url);
  const times = readTimes({ document, meta, jsonLd, zone, near, now, url });
  const titles = [printed, metaValue(meta, 'og:title'), documentTitle];
  const named = readAuthors({ document, meta, jsonLd, zone, near, titles, site: site.all });
  return {
    metadata: {
      title,
      kicker: readKicker(zone, site.all, now),
      deck: readDeck(zone, meta, now),
      byline: bylineOf(named),
      authors: authorsOf(named),
      siteName: site.name,
      publishedTime: times.published,
      modifiedTime: times.modified,
      lang: readLanguage([
        lang,
        jsonLd.language,
        metaValue(meta, 'og:locale', 'dcterms.language', 'content-language'),
      ]),
      leadImage: readLeadImage(document, meta, jsonLd, title, url),
      canonicalUrl: readCanonical([...canonical, metaValue(meta, 'og:url')], url),
    },
    ownLines: ownLines<L>(body, printed, named, site.all, now),
  };
}

/** The first that is a BCP 47 tag, once `ar_AR`, `AR-eg` are written as one. */
function readLanguage(stated: readonly string[]): string | null {
  return (
    stated
      .map((value) => value.trim().replaceAll('_', '-'))
      .find((tag) => /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag))
      ?.replace(/^[^-]+/, (language) => language.toLowerCase()) ?? null
  );
}
