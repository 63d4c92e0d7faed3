import { baseUri } from './dom.ts';

/** Absolute http(s) or picture data address of what the page writes at a node, or null. */
export function absolute(address: string, node: Node): string | null {
  const trimmed = address.trim();
  if (/^data:image\/(?:png|jpeg|gif|webp|avif)/i.test(trimmed)) return trimmed;
  const resolved = resolve(trimmed, node);
  return resolved && /^https?:/.test(resolved) ? resolved : null;
}

/** Absolute address of a link, or `#part` of the page; null for scripts and the like. */
export function linkAddress(raw: string, link: Node): string | null {
  if (/^#./.test(raw)) return raw;
  const resolved = raw === '' || raw === '#' ? null : resolve(raw, link);
  return resolved && /^(?:https?|mailto|tel):/.test(resolved) ? resolved : null;
}

/** An address's host without what names a site's edition: `www.`, `m.`, `arabic.`. */
export function bareHost(address: string): string {
  return new URL(address).hostname.replace(/^(?:www|m|amp|ar|arabic)\./, '');
}

function resolve(address: string, node: Node): string | null {
  const base = baseUri(node);
  return URL.canParse(address, base) ? new URL(address, base).href : null;
}
