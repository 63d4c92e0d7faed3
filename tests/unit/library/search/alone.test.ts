import { expect, it } from 'vitest';
import { followIndex } from '../../../../utils/library/search/follow.ts';
import { searchLibrary } from '../../../../utils/library/search/search.ts';
import { emptyLibrary } from '../samples.ts';
import { idOf, keep } from './library.ts';
import { PAIRS } from './pairs.ts';

/** A new library tells nothing about words: what the table says holds there too. */
it.each(PAIRS)('«$query» and «$text», alone in a library: $level', async (pair) => {
  const { library } = await emptyLibrary();
  await keep(library, idOf(1), { text: pair.text });
  await followIndex(library);
  const { results } = await searchLibrary(library, pair.query, { limit: 1 });
  expect(results[0]?.level ?? null).toBe(pair.level);
});
