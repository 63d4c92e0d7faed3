import type { NoArticleReason } from './article.ts';
import { linkDensity, type Line } from './lines.ts';

/** Characters; the shortest true news items seen have about 150. */
const FEWEST_CHARACTERS = 140;

/** Why the page is not an article, or null when it is one. `page`: every line of it; `article`: the lines taken for one. */
export function verdictOn(
  page: readonly Line[],
  article: readonly Line[],
  url: string,
): NoArticleReason | null {
  if (page.every((line) => !line.text)) return 'empty';
  const text = article.reduce((sum, line) => sum + line.text.length, 0);
  const root =
    URL.canParse(url) &&
    /^\/(?:[a-z]{2}\/?|index\.\w+)?$/.test(new URL(url).pathname) &&
    !new URL(url).search;
  const all = page.reduce((sum, line) => sum + line.text.length, 0);
  const linked = page.reduce((sum, line) => sum + line.linked, 0);
  const sentences = article.filter(
    (line) => line.text.length >= 60 && linkDensity(line) < 0.3,
  ).length;
  if (root && (linked / all > 0.4 || sentences < 5)) return 'home-page';
  if (text < FEWEST_CHARACTERS) return linked / all > 0.6 ? 'list' : 'too-little-text';
  return null;
}
