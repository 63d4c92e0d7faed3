import type { Article } from '../../article/article.ts';

/** Pictures kept of one article: more is a gallery, not an article. */
const MOST = 60;

/**
 * Addresses of an article's pictures as its view asks for them, the lead first: absolute, of the
 * web, each once. Read from the markup as text, since a service worker has no parser; what a
 * strange markup makes of it is asked for in vain and shown nowhere.
 */
export function pictureAddresses(article: Pick<Article, 'url' | 'html' | 'leadImage'>): string[] {
  const { url, html, leadImage } = article;
  const addresses = new Set<string>();
  if (leadImage) add(leadImage.src, url, addresses);
  for (const tag of pictureTags(html)) {
    const written = sourceIn(tag);
    if (written !== null) add(unescaped(written), url, addresses);
  }
  return [...addresses].slice(0, MOST);
}

/** Where the small copy of a picture, which lists show, stands among the pictures of an article. */
export function smallCopyOf(address: string): string {
  return `${SMALL}${address}`;
}

/**
 * A small copy is a picture beside the others, so that all that carries pictures (merge, second
 * copy, backup) carries it without knowing.
 */
const SMALL = 'small:';

export function isSmallCopy(address: string): boolean {
  return address.startsWith(SMALL);
}

/** By position and not by pattern, which a text of nothing but beginnings would keep for minutes. */
function* pictureTags(html: string): Generator<string> {
  for (let at = html.indexOf('<img '); at >= 0; at = html.indexOf('<img ', at)) {
    const end = html.indexOf('>', at);
    if (end < 0) return;
    yield html.slice(at, end);
    at = end;
  }
}

function sourceIn(tag: string): string | null {
  const start = /\ssrc=(["'])/u.exec(tag);
  if (!start?.[1]) return null;
  const from = start.index + start[0].length;
  const end = tag.indexOf(start[1], from);
  return end < 0 ? null : tag.slice(from, end);
}

function add(written: string, base: string, addresses: Set<string>): void {
  if (!URL.canParse(written.trim(), base)) return;
  const address = new URL(written.trim(), base);
  if (/^https?:$/u.test(address.protocol)) addresses.add(address.href);
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** As `markup.ts` and the HTML standard write values: https://html.spec.whatwg.org/#escapingString */
function unescaped(value: string): string {
  return value.replace(/&(amp|lt|gt|quot|nbsp);/gu, (whole, name: string) => SIGNS[name] ?? whole);
}
