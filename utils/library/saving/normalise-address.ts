/**
 * Address normalisation, version 1. FROZEN: ids of saved things are made from its output, so it may
 * never answer differently for any address. A better rule is a version 2 beside it.
 *
 * Two addresses become one where they differ only in: scheme http/https, letter case of the host,
 * `www.` `m.` `mobile.` `amp.` in front of it, default port, user name, fragment, slashes (doubled,
 * trailing), `index.html` and the like, AMP markers, way of percent-encoding, order of parameters,
 * and parameters that only say where the reader came from.
 */
export function normaliseAddress(address: string): string {
  const url = new URL(address.trim());
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    url.hash = '';
    return url.href;
  }
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  return `https://${hostOf(url)}${port}${pathOf(url)}${queryOf(url)}`;
}

const HOST_PREFIX = /^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.[^.])/u;

function hostOf(url: URL): string {
  let host = url.hostname.replace(/\.$/u, '');
  while (HOST_PREFIX.test(host)) host = host.replace(HOST_PREFIX, '');
  return host;
}

const INDEX = /^(?:index|default)\.(?:html?|php|aspx?|jsp)$/iu;

function pathOf(url: URL): string {
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  if (INDEX.test(segments.at(-1) ?? '')) segments.pop();
  if (segments.length > 1 && segments[0]?.toLowerCase() === 'amp') segments.shift();
  if (segments.length > 1 && segments.at(-1)?.toLowerCase() === 'amp') segments.pop();
  return `/${segments.map(encoded).join('/')}`;
}

const TRACKING = new Set([
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  'amp',
  'at_campaign',
  'at_medium',
  'cmpid',
  'dclid',
  'fbclid',
  'fb_action_ids',
  'fb_action_types',
  'fb_source',
  'gbraid',
  'gclid',
  'gclsrc',
  'igsh',
  'igshid',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'ncid',
  'ocid',
  'outputtype',
  'ref_src',
  'ref_url',
  's_cid',
  'sfnsn',
  'smid',
  'srsltid',
  'taid',
  'traffic_source',
  'ttclid',
  'twclid',
  'wbraid',
  'yclid',
]);

function isTracking(name: string): boolean {
  const folded = name.toLowerCase();
  return folded.startsWith('utm_') || folded.startsWith('at_') || TRACKING.has(folded);
}

/** Parameters in order of name; equal names keep their order, which may mean something. */
function queryOf(url: URL): string {
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const cut = pair.indexOf('=');
      const name = cut < 0 ? pair : pair.slice(0, cut);
      const value = cut < 0 ? '' : pair.slice(cut + 1);
      return { name: encoded(spaced(name)), value: encoded(spaced(value)) };
    })
    .filter(({ name }) => !isTracking(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  if (kept.length === 0) return '';
  return `?${kept.map(({ name, value }) => (value === '' ? name : `${name}=${value}`)).join('&')}`;
}

/** In a query a plus sign is a space. */
function spaced(part: string): string {
  return part.replaceAll('+', '%20');
}

/**
 * One way to write each character: UTF-8, upper-case hex, NFC, and nothing encoded that need not
 * be. A part that is not valid UTF-8 keeps its bytes, with upper-case hex.
 */
function encoded(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part).normalize('NFC'));
  } catch {
    return part.replace(/%[\da-f]{2}/giu, (escape) => escape.toUpperCase());
  }
}
