/** The address the page states as its own, absolute and without fragment; null if it states none that is http(s). */
export function readCanonical(stated: readonly string[], url: string): string | null {
  return stated.map((address) => absolute(address, url)).find(Boolean) ?? null;
}

export function absolute(address: string, base: string): string | null {
  if (!address.trim() || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  url.hash = '';
  return /^https?:/.test(url.href) ? url.href : null;
}
