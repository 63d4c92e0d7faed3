import { foldWords } from '../../arabic/fold.ts';
import { textDirection } from '../../arabic/direction.ts';
import { holdsGivenName } from '../../arabic/given-names.ts';
import { looksLikePerson } from '../../arabic/names.ts';
import { matchPhrase } from '../../arabic/phrases.ts';
import { bareHost } from '../page/addresses.ts';
import { titleNames } from '../page/title-parts.ts';
import type { JsonLd } from './json-ld.ts';
import { metaValue, metaValues, type Meta } from './meta.ts';
import type { PageLine } from './zone.ts';

export interface SiteNames {
  name: string | null;
  /** Every name of the site the page gives, as `foldWords` gives it: what is never a byline nor part of a headline. */
  all: Set<string>;
}

const COMPANY = /^(?:ال)?(?:شركه|منظمه|مؤسسه|موسسه|مجموعه) /;

/** What kind of site it is, which may stand before its name. Folded. */
export const OUTLET = /^(?:صحيفه|جريده|موقع|شبكه|قناه|مجله|وكاله|بوابه|موسوعه|منتديات|مدونه) /;
/** Words of a title, or part of one, that names an outlet and nothing more; «الأنباء الأردنية المحلية» and the like say nothing else, however many. */
const LONGEST_OUTLET = 3;
const DEFINITE = /^\S+(?: و?ال\S+)+$/;

/** Whether a title or a part of one is an outlet's name by its own words. */
export function namesOutlet(title: string): boolean {
  const words = foldWords(title);
  if (!OUTLET.test(words) || describesOutlet(words)) return false;
  return words.split(' ').length <= LONGEST_OUTLET || DEFINITE.test(words);
}

/** «جريدة إلكترونية مغربية» says what a site is, not its name. */
function describesOutlet(words: string): boolean {
  return OUTLET.test(words) && /^\S+ الكترونيه(?: \S+يه)*$/.test(words);
}

/**
 * The site's name: as its metadata states it, in Arabic where one of them does and the page is
 * Arabic; else the part of `<title>` that is not the headline; else the name beside the rights
 * notice at the page's end, which also speaks where all the others are Latin, or its host.
 */
export function readSiteNames(
  meta: Meta,
  jsonLd: JsonLd,
  documentTitle: string,
  headline: string,
  lines: readonly PageLine[],
  address: string,
): SiteNames {
  const stated = [
    metaValue(meta, 'og:site_name'),
    jsonLd.publisher,
    jsonLd.webSite,
    metaValue(meta, 'article:publisher', 'application-name', 'apple-mobile-web-app-title'),
    metaValue(meta, 'dcterms.publisher', 'dc.publisher', 'publisher', 'copyright-holder'),
  ].filter((name) => name.length > 1 && name.length < 80 && !/^\d+$|\/\//.test(name));
  const otherTitle = titleNames(metaValue(meta, 'og:title'));
  const inTitle = namesInTitle(documentTitle, foldWords(headline));
  // Where another title ends in the same name, what that one leaves out is a section.
  const endsAlike = otherTitle.includes(inTitle.at(-1) ?? '');
  const sections = metaValues(meta, /section$/);
  const ownParts = inTitle.filter(
    (part) => (!endsAlike || otherTitle.includes(part)) && !sections.includes(part),
  );
  const fromTitle = ownParts.length > 0 ? ownParts : inTitle;
  const host = bareHost(address);

  const names = [...stated, ...fromTitle];
  let name = stated[0] ?? fromTitle.at(-1) ?? nameInRights(lines) ?? host;
  // The slogan behind the name is in no title.
  const isInTitle = (part: string) => fromTitle.some((one) => foldWords(one) === foldWords(part));
  name = titleNames(name).find(isInTitle) ?? name;
  if (textDirection(headline) === 'rtl' && textDirection(name) === 'ltr') {
    const owner = /[\u0621-\u064a]/.test(name) ? null : nameInRights(lines);
    // Who owns a site is called otherwise.
    const rights = owner && COMPANY.test(foldWords(owner)) ? null : owner;
    const others = [rights ?? '', ...names];
    name = others.findLast((other) => textDirection(other) === 'rtl') ?? name;
  }
  // «العنوان - فلان - الموقع»: who stands between is the author.
  const named = fromTitle.filter(
    (part, at) => at === fromTitle.length - 1 || !isAuthor(foldWords(part)),
  );
  // «أكادير | Agadir» is two names and one.
  const known = (stated.length > 0 ? stated : named).flatMap((one) => [one, ...titleNames(one)]);
  const all = [...known, name, host.split('.')[0]!].flatMap((one) => {
    const words = foldWords(one);
    // A byline is parted at figures too («عربي21»).
    return [words, words.replace(OUTLET, ''), words.replace(/(?<=[^\s\d])\d+$/, '')];
  });
  return { name: name || null, all: new Set(all.filter(Boolean)) };
}

/** A part of the site that stands in titles where its name is looked for. Folded. */
const SECTION = /^(?:ال)?(?:اخبار|مقالات?|راي|تقارير|محليات|رياضه|منوعات|اقتصاد|ثقافه)$/;

/** A person's name: with a given name that is known, or of three words, which few sites have. */
const isAuthor = (words: string): boolean =>
  looksLikePerson(words) && (holdsGivenName(words) || words.split(' ').length > 2);

/** Short parts of `<title>` after (or before) the headline; «latest news» behind them names no site. */
function namesInTitle(documentTitle: string, headline: string): string[] {
  const parts = titleNames(documentTitle);
  const outlets = parts.filter(namesOutlet);
  if (outlets.length > 0) return outlets;
  const others = parts.filter(
    (part) =>
      part.length <= 40 &&
      !describesOutlet(foldWords(part)) &&
      !headline.includes(foldWords(part)) &&
      matchPhrase(part)?.place !== 'whole' &&
      !SECTION.test(foldWords(part)),
  );
  if (headline && parts.length > 1) {
    // The site's name stands at the end far from the headline; a section between them.
    if (headline.includes(foldWords(parts.at(-1)!))) others.reverse();
    return others.length < parts.length ? others : [];
  }
  // «Name: Headline», as blogs have it.
  const [name = ''] = /^[^:]{2,40}(?=: )/.exec(documentTitle) ?? [];
  const isBefore = headline && foldWords(documentTitle) === `${foldWords(name)} ${headline}`;
  return name && isBefore ? [name] : [];
}

/** What a rights notice says beside the name and the years. */
const RIGHTS =
  /(?:\S+ )?(?:ال)?حقوق.{0,20} محفوظة\s*(?:لدى|لـ|ل(?:موقع )?(?=\S))?|حقوق \S+(?: و\S+)? ©|©|\(c\)|copyright|all rights reserved/i;
/** What ends a name. */
const END = /[-–—|:.,،()@]/;

/** «جميع الحقوق محفوظة لصحيفة كذا © 2020», «© 2017 Name, All Rights Reserved»; before the notice only where nothing stands behind. */
function nameInRights(lines: readonly PageLine[]): string | null {
  for (const { text } of lines.slice(-25).toReversed()) {
    // «Copyright © 2005 by …. This is free software»: who made the system; «محفوظة لكل مسلم»: nobody's.
    if (text.length > 160 || /software|لكل م/i.test(text)) continue;
    const [before = '', ...after] = text
      .replaceAll(/["«»]|(?:powered|تصميم).*|developed[^|©-]*/gi, '')
      .split(RIGHTS);
    const name = [...after.flatMap((part) => part.split(END)), before]
      .map((part) => part.replaceAll(/[\d٠-٩]{4}/g, '').trim())
      .find(
        (part) =>
          after.length > 0 &&
          part.length > 2 &&
          part.length < 40 &&
          !END.test(part) &&
          !matchPhrase(part),
      );
    // «محفوظة للوكالة …»: before the article's ل its alef is not written.
    if (name?.startsWith('ل') && OUTLET.test(foldWords(name.slice(1)))) return `ا${name}`;
    if (name) return name;
  }
  return null;
}
