/** The address if it is one of the web, else null: nothing else is ever made a link. */
export function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  return /^https?:$/.test(new URL(address).protocol) ? address : null;
}

/** Our own page for a saved article; the page itself without one. */
export function readerAddress(id: string | null): string {
  return id === null ? '/reader.html' : `/reader.html?${new URLSearchParams({ id }).toString()}`;
}

/** The host an address names, without `www.`; null where it is no address. */
export function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}
