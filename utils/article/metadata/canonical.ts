import { attribute, queryAll } from './dom.ts';
import { metaValue, type Meta } from './meta.ts';

/** The address the page states as its own, absolute and without fragment; null if it states none that is http(s). */
export function readCanonical(document: Document, meta: Meta, url: string): string | null {
  const links = queryAll(document, 'link[rel~="canonical" i]').map((link) =>
    attribute(link, 'href'),
  );
  for (const stated of [...links, metaValue(meta, 'og:url')]) {
    const address = absolute(stated, url);
    if (address) return address;
  }
  return null;
}

export function absolute(address: string, base: string): string | null {
  if (!address.trim() || !URL.canParse(address.trim(), base)) return null;
  const url = new URL(address.trim(), base);
  url.hash = '';
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}
