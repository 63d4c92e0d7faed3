import type { Article } from '../../article/article.ts';
import { normaliseAddress } from './normalise-address.ts';

/**
 * The id a thing saved from this (normalised) address gets: the first 128 bits of SHA-256 over `v1`
 * and the address, as 32 hex digits. `twinOf` tells a second article at the same address apart.
 */
export async function articleId(normalised: string, twinOf = ''): Promise<string> {
  const named = twinOf === '' ? `v1\n${normalised}` : `v1\n${normalised}\n${twinOf}`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(named));
  return Array.from(new Uint8Array(digest, 0, 16), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Every normalised address an article is known by; the first is the one its id is made from. */
export function addressesOf(page: Pick<Article, 'url' | 'canonicalUrl'>): [string, ...string[]] {
  const read = normaliseAddress(page.url);
  if (page.canonicalUrl === null || !acceptCanonical(page.url, page.canonicalUrl)) return [read];
  const stated = normaliseAddress(page.canonicalUrl);
  return stated === read ? [read] : [stated, read];
}

/**
 * Whether the address a page states as its own may stand for it. Sites state their front page, a
 * section, or the same address on every page; believing that would make two articles one.
 */
export function acceptCanonical(url: string, canonical: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(canonical)) return false;
  const page = new URL(normaliseAddress(url));
  const stated = new URL(normaliseAddress(canonical));
  if (!/^https?:$/.test(stated.protocol) || page.host !== stated.host) return false;
  if (isAbove(stated.pathname, page.pathname)) return false;
  const named = new Set(namesIn(stated));
  if (numbersAsked(page).some((value) => !named.has(value))) return false;
  return ownNames(page).some((name) => named.has(name));
}

/** A section lies above its articles; so does an article above its second page. */
function isAbove(stated: string, page: string): boolean {
  return stated === '/' || page.startsWith(`${stated}/`);
}

/** `?id=55`, `?page=2`: the same path with another number is another page. */
function numbersAsked(page: URL): string[] {
  return [...page.searchParams.values()].filter((value) => /^\d+$/u.test(value) && value !== '1');
}

/** What tells the page apart: its last telling segment, and numbers standing alone. */
function ownNames(page: URL): string[] {
  const segments = segmentsOf(page);
  const last = segments.findLast((segment) => withNumbers(segment).some(isTelling)) ?? '';
  const alone = segments.filter((segment) => /^\d+$/u.test(segment));
  return [...withNumbers(last), ...alone, ...page.searchParams.values()].filter(isTelling);
}

function namesIn(address: URL): string[] {
  return [...segmentsOf(address), ...address.searchParams.values()].flatMap(withNumbers);
}

function segmentsOf(address: URL): string[] {
  return address.pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map(withoutExtension);
}

/** `story-4821973`, `a4821973`: the number is the page's id whatever the slug before it. */
function withNumbers(name: string): string[] {
  return [name, ...(name.match(/\d{5,}/gu) ?? [])];
}

function withoutExtension(segment: string): string {
  return segment.replace(/\.(?:html?|s?html|aspx?|php|jsp)$/iu, '');
}

/**
 * A number of five digits or more, a slug of several words, or a long code. Years, section names,
 * languages and page numbers tell no article.
 */
function isTelling(name: string): boolean {
  const decoded = decode(name);
  if (/^\d+$/u.test(decoded)) return decoded.length >= 5 && !isDate(decoded);
  const words = decoded.split(/[-_\s+]+/u).filter((word) => word !== '');
  return words.length >= 3 || (decoded.length >= 8 && /\d/u.test(decoded));
}

function isDate(digits: string): boolean {
  return /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?$/u.test(digits);
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // Not valid percent-encoded UTF-8 (windows-1256 addresses exist): compared as it stands.
    return name;
  }
}
