/** Names below which anybody has a site of their own: `co.uk`, `com.eg`. */
const OPEN_SUFFIX =
  /^(?:ac|co|com|edu|gen|go|gob|gouv|gov|info|mil|ne|net|nom|or|org|sch)\.[a-z]{2}$/u;

/**
 * Whether a picture lies with the page that shows it: on its host, below it, or beside it below one
 * name (`images.news.example` for `www.news.example`). Where the browser's list of suffixes would
 * know better, the host itself still has to agree (CORS) before the page may read it.
 */
export function isOwnSite(page: string, picture: string): boolean {
  if (!URL.canParse(page) || !URL.canParse(picture)) return false;
  const site = siteOf(new URL(page).hostname);
  const host = new URL(picture).hostname;
  return host === site || host.endsWith(`.${site}`);
}

function siteOf(host: string): string {
  if (/^[\d.]+$|:/u.test(host)) return host;
  const labels = host.split('.');
  if (labels.length <= 2) return host;
  const parts = OPEN_SUFFIX.test(labels.slice(-2).join('.')) ? 3 : 2;
  return labels.slice(-parts).join('.');
}
