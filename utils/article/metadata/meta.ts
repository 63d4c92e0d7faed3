import { attribute, oneLine, queryAll } from './dom.ts';
import { decode } from './json-ld.ts';

/** Values of `<meta>` by lower-case name, property or itemprop, in the page's order. */
export type Meta = Map<string, string[]>;

export function readMeta(document: Document): Meta {
  const meta: Meta = new Map();
  for (const element of queryAll(document, 'meta[content]')) {
    const content = oneLine(decode(attribute(element, 'content')));
    if (!content) continue;
    const names = ['property', 'name', 'itemprop'].map((kind) =>
      attribute(element, kind).trim().toLowerCase(),
    );
    for (const name of new Set(names.filter(Boolean))) {
      const values = meta.get(name);
      if (values) values.push(content);
      else meta.set(name, [content]);
    }
  }
  return meta;
}

/** The first value of the first of these names that the page gives. */
export function metaValue(meta: Meta, ...names: string[]): string {
  for (const name of names) {
    const value = meta.get(name)?.[0];
    if (value) return value;
  }
  return '';
}
