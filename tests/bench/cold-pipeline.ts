import { extractArticle } from '../../utils/article/extract.ts';

/** What the extension injects, as a script that has not run yet. */
export const run = (now: number, url: string) =>
  extractArticle(document, { now: new Date(now), url });
