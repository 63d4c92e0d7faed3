import { foldWords } from '../../../utils/arabic/fold.ts';
import { generatedArticle } from './generate.ts';

/** How many distinct words, folded, the first so many generated articles have. */
export function distinctWords(articles: number): number {
  const found = new Set<string>();
  for (let number = 0; number < articles; number += 1) {
    for (const word of foldWords(generatedArticle(number).text).split(/[\s.]+/u)) found.add(word);
  }
  return found.size;
}
