import { named, textContent } from '../page/dom.ts';
import { attribute, oneLine, textOf } from './dom.ts';
import { decode } from './entities.ts';

/** What the page says of itself beside its text, in the page's order. */
export interface Head {
  /** Values of `<meta>` by lower-case name, property or itemprop. */
  meta: Meta;
  /** Texts of the `application/ld+json` scripts. */
  scripts: string[];
  /** Text of `<title>`. */
  title: string;
  /** Language of the whole page, as stated. */
  lang: string;
  canonical: string[];
}
export type Meta = Map<string, string[]>;

/** Characters; what a page says of itself in one place is shorter, be it a description. */
const LONGEST_VALUE = 2_000;

export function readHead(document: Document): Head {
  const meta: Meta = new Map();
  for (const element of named(document, 'meta')) addMeta(meta, element);
  const [title] = named(document, 'title');
  const [html] = named(document, 'html');
  return {
    meta,
    scripts: named(document, 'script')
      .filter((script) => /^application\/ld\+json$/i.test(attribute(script, 'type').trim()))
      .map((script) => textContent(script) ?? ''),
    title: title ? textOf(title).slice(0, LONGEST_VALUE) : '',
    lang: html ? attribute(html, 'lang') : '',
    canonical: named(document, 'link')
      .filter((link) => /(?:^|\s)canonical(?:\s|$)/i.test(attribute(link, 'rel')))
      .map((link) => attribute(link, 'href')),
  };
}

/** What the page says its title is, in all places: one text to look for headlines in. */
export function statedTitle({ title, meta }: Head): string {
  const titles = ['og:title', 'twitter:title'].flatMap((name) => meta.get(name) ?? []);
  return [title, ...titles].join(' / ');
}

function addMeta(meta: Meta, element: Element): void {
  const content = oneLine(decode(attribute(element, 'content').slice(0, LONGEST_VALUE)));
  if (!content) return;
  for (const kind of ['property', 'name', 'itemprop']) {
    const name = attribute(element, kind).trim().toLowerCase();
    const values = meta.get(name);
    if (!name || values?.includes(content)) continue;
    if (values) values.push(content);
    else meta.set(name, [content]);
  }
}

/** The first value of the first of these names that the page gives. */
export function metaValue(meta: Meta, ...names: string[]): string {
  for (const name of names) {
    const value = meta.get(name)?.[0];
    if (value) return value;
  }
  return '';
}

/** Every value of the names that fit a pattern. */
export function metaValues(meta: Meta, pattern: RegExp): string[] {
  return [...meta].flatMap(([name, values]) => (pattern.test(name) ? values : []));
}
