import { extractArticle as extract } from '../../../utils/article/extract.ts';

/** Leaves on the page how long it took. */
export const extractArticle: typeof extract = (...given) => {
  const start = performance.now();
  const extraction = extract(...given);
  document.documentElement.dataset['benchExtraction'] = String(performance.now() - start);
  return extraction;
};
