import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../../utils/library/database.ts';
import { followIndex } from '../../../../utils/library/search/follow.ts';
import { searchLibrary, type SearchAnswer } from '../../../../utils/library/search/search.ts';
import { emptyLibrary } from '../samples.ts';
import { idOf, keep } from './library.ts';
import { PAIRS } from './pairs.ts';

let library: Library;
beforeAll(async () => {
  ({ library } = await emptyLibrary());
  for (const [index, { text }] of PAIRS.entries()) await keep(library, idOf(index), { text });
  await followIndex(library);
});

function search(query: string): Promise<SearchAnswer> {
  return searchLibrary(library, query, { limit: 500 });
}

describe('what people type', () => {
  it('is a table long enough', () => {
    expect(PAIRS.filter(({ level }) => level !== null).length).toBeGreaterThanOrEqual(90);
    expect(PAIRS.filter(({ level }) => level === null).length).toBeGreaterThanOrEqual(25);
  });

  it.each(PAIRS.map((pair, index) => ({ ...pair, index })))(
    '«$query» and «$text»: $level',
    async ({ query, level, index }) => {
      const { results } = await search(query);
      const found = results.find(({ item }) => item.id === idOf(index));
      expect(found?.level ?? null).toBe(level);
    },
  );
});
