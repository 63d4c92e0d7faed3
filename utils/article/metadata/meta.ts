import { localName, textContent } from '../dom.ts';
import { attribute, oneLine, queryAll, textOf } from './dom.ts';
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

/** In one search of the document: each costs as much as the page has elements. */
export function readHead(document: Document): Head {
  const head: Head = { meta: new Map(), scripts: [], title: '', lang: '', canonical: [] };
  const wanted =
    'html[lang],head>title,meta[content],link[rel~="canonical" i],script[type="application/ld+json" i]';
  for (const element of queryAll(document, wanted)) {
    const name = localName(element);
    if (name === 'meta') addMeta(head.meta, element);
    else if (name === 'script') head.scripts.push(textContent(element) ?? '');
    else if (name === 'title') head.title ||= textOf(element);
    else if (name === 'link') head.canonical.push(attribute(element, 'href'));
    else head.lang ||= attribute(element, 'lang');
  }
  return head;
}

function addMeta(meta: Meta, element: Element): void {
  const content = oneLine(decode(attribute(element, 'content')));
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
