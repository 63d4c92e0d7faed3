import { foldWords } from '../../arabic/fold.ts';
import { textDirection } from '../../arabic/direction.ts';
import { attribute, oneLine, queryAll } from './dom.ts';
import type { JsonLd } from './json-ld.ts';
import { metaValue, type Meta } from './meta.ts';
import { titleParts } from './title-parts.ts';
import type { PageLine } from './zone.ts';

export interface SiteNames {
  name: string | null;
  /** Every name of the site the page gives, as `foldWords` gives it: what is never a byline nor part of a headline. */
  all: Set<string>;
}

/**
 * The site's name: as its metadata states it, in Arabic where one of them does and the page is
 * Arabic; else the part of `<title>` that is not the headline; else the name beside the rights
 * notice at the page's end, on its logo, or its host.
 */
export function readSiteNames(
  document: Document,
  meta: Meta,
  jsonLd: JsonLd,
  documentTitle: string,
  headline: string,
  lines: readonly PageLine[],
  host: string,
): SiteNames {
  const stated = [
    metaValue(meta, 'og:site_name'),
    jsonLd.publisher,
    jsonLd.webSite,
    metaValue(meta, 'article:publisher'),
    metaValue(meta, 'application-name', 'apple-mobile-web-app-title'),
    metaValue(meta, 'dcterms.publisher', 'dc.publisher', 'publisher', 'copyright-holder'),
  ].filter((name) => name.length > 1 && name.length < 80 && !/^https?:|^\d+$|\/\//.test(name));
  const fromTitle = namesInTitle(documentTitle, headline);
  const all = new Set(
    (stated.length > 0 ? stated : fromTitle).flatMap(namesWithin).map(foldWords).filter(Boolean),
  );
  all.add(foldWords(bareHost(host).split('.')[0] ?? ''));

  let name: string | null =
    stated[0] ?? fromTitle.at(-1) ?? nameInRights(lines) ?? logoName(document) ?? bareHost(host);
  if (name && textDirection(headline) === 'rtl' && textDirection(name) === 'ltr') {
    name = [...stated, ...fromTitle].findLast((other) => textDirection(other) === 'rtl') ?? name;
  }
  if (name) all.add(foldWords(name));
  return { name, all };
}

/** «أكادير | Agadir» is two names and one. */
function namesWithin(name: string): string[] {
  const parts = titleParts(name);
  const arabic = name.replace(/^(?:صحيفة|جريدة|موقع|شبكة|قناة|مجلة|وكالة|بوابة)\s+/, '');
  return [name, arabic, ...(parts.length > 1 ? parts : [])];
}

/** Short parts of `<title>` after (or before) the headline. */
function namesInTitle(documentTitle: string, headline: string): string[] {
  const words = foldWords(headline);
  const parts = titleParts(documentTitle);
  if (parts.length < 2 || !words) return [];
  const others = parts.filter((part) => !words.includes(foldWords(part)) && part.length <= 40);
  return others.length < parts.length ? others.filter((part) => foldWords(part) !== '') : [];
}

/** «جميع الحقوق محفوظة لصحيفة كذا © 2020», «© 2017 Name, All Rights Reserved». */
function nameInRights(lines: readonly PageLine[]): string | null {
  for (const { text } of lines.slice(-25).toReversed()) {
    if (text.length > 160) continue;
    const arabic =
      /(?:الحقوق|حقوق [^\s\d]+) محفوظة\s*(?:لدى|لـ|ل|:|-|–)?\s*(?:ل(?=[^\s\d]))?([^-–—|©:.,،()]{3,40})/.exec(
        text,
      )?.[1];
    const latin =
      /(?:©|\(c\)|copyright)\s*(?:20\d\d)?(?:\s*-\s*20\d\d)?[\s,:-]*([^,|–©:()]{3,40}?)(?:[,.|–-]|\s*(?:all rights|جميع|20\d\d|$))/i.exec(
        text,
      )?.[1];
    const name = (arabic ?? latin ?? '').replace(/[\d\s]+$/, '').trim();
    if (name.length > 2) return name;
  }
  return null;
}

/** What the picture that stands for the site says it is. */
function logoName(document: Document): string | null {
  const logos = queryAll(
    document,
    '[class*="logo" i] img[alt], img[class*="logo" i][alt], header a > img[alt]',
  );
  const names = logos.map((logo) => oneLine(attribute(logo, 'alt')));
  return names.find((name) => name.length > 2 && name.length < 40 && !/^logo$/i.test(name)) ?? null;
}

function bareHost(host: string): string {
  return host.replace(/^(?:www|m|amp|ar|arabic)\./, '');
}
