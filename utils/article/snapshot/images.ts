import { getAttribute } from '../page/dom.ts';

const LAZY = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-lazy',
  'data-img-src',
  'data-hi-res-src',
  'data-full-src',
];
/** Loaders' attributes too, in which other scripts keep the page's address or a number. */
const AMBIGUOUS = ['data-url', 'data-image'];
const FILE = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)/i;
const LAZY_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];
/** Pixels; smaller pictures are icons and counters. */
const SMALLEST = 60;
/** CSS pixels: wider than any column this is shown in. */
const WIDE_ENOUGH = 1200;
/** Inline pictures shorter than this stand in for one not loaded yet. */
const PLACEHOLDER_LENGTH = 2000;

/** A picture's real address as the page writes it, wherever its lazy loader keeps it; null for none, for icons and for place-holders. */
export function imageAddress(image: Element, sources: readonly Element[]): string | null {
  if (isIcon(image)) return null;
  for (const candidate of candidates(image, sources)) {
    if (candidate && isPicture(candidate)) return candidate;
  }
  return null;
}

/** Raw addresses, the most trusted first: a loader's attribute is there for the real picture. */
function* candidates(image: Element, sources: readonly Element[]): Generator<string | null> {
  for (const name of LAZY) yield getAttribute(image, name);
  for (const name of AMBIGUOUS) {
    const address = getAttribute(image, name);
    if (address && FILE.test(address)) yield address;
  }
  yield getAttribute(image, 'src');
  for (const name of AMBIGUOUS) {
    const address = getAttribute(image, name);
    if (address && /^(?:https?:)?\//.test(address)) yield address;
  }
  for (const element of [image, ...sources]) {
    for (const name of LAZY_SETS) yield bestOfSet(getAttribute(element, name));
  }
  for (const source of sources) for (const name of LAZY) yield getAttribute(source, name);
}

function isIcon(image: Element): boolean {
  // The two figures may be a proportion then.
  if (getAttribute(image, 'layout') === 'responsive') return false;
  return ['width', 'height'].some((name) => {
    const size = Number((getAttribute(image, name) ?? '').replace(/px\s*$/, ''));
    return size > 0 && size < SMALLEST;
  });
}

/** Files of such a name and nothing more: «google-pixel-10.jpg» and «unloading.jpg» are pictures. */
const STAND_IN =
  /placeholder[^/]*\.(?:gif|png|svg|jpe?g|webp)(?:\?|$)|(?:^|[/_-])(?:(?:blank|spacer|transparent|loading|lazy)[^/]*|(?:[a-z]+[-_])?pixel|1x1)\.(?:gif|png|svg)(?:\?|$)/i;

function isPicture(address: string): boolean {
  const trimmed = address.trim();
  if (!trimmed || trimmed.startsWith('#')) return false;
  if (/^data:/i.test(trimmed)) return trimmed.length > PLACEHOLDER_LENGTH;
  return !STAND_IN.test(trimmed);
}

/** The smallest candidate of a `srcset` that is wide enough, else the largest. */
function bestOfSet(set: string | null): string | null {
  if (!set) return null;
  const sizes = [...set.matchAll(/(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g)].map(
    ([, address = '', size, unit]) => ({
      address,
      width: unit === 'w' ? Number(size) : Number(size ?? 1) * 600,
    }),
  );
  sizes.sort((a, b) => a.width - b.width);
  const best = sizes.find(({ width }) => width >= WIDE_ENOUGH) ?? sizes.at(-1);
  return best?.address ?? null;
}
