import { describe, expect, it } from 'vitest';
import type { WriteContext } from '../../../../utils/library/commit.ts';
import type { Library } from '../../../../utils/library/database.ts';
import { setFlags } from '../../../../utils/library/change-items.ts';
import { purgeItems } from '../../../../utils/library/purge.ts';
import { catchUp } from '../../../../utils/library/search/catch-up.ts';
import { followIndex } from '../../../../utils/library/search/follow.ts';
import { beginMerge, continueMerge } from '../../../../utils/library/search/merge-segments.ts';
import { searchLibrary } from '../../../../utils/library/search/search.ts';
import { dropIndex, readHead, startIndex } from '../../../../utils/library/search/stored.ts';
import { emptyLibrary } from '../samples.ts';
import { idOf, keep } from './library.ts';
import { naiveSearch } from './naive.ts';

/** Seeded, so that a failure can be run again. */
function random(seed: number): (below: number) => number {
  let state = seed * 7919 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 14)) >>> 0) % below;
  };
}
type Pick = (below: number) => number;

/** Few words that are near one another in every way the levels know. */
const WORDS =
  'علي على عليه أحمد احمد وأحمد باحمد كامل الكامل أمل الأمل وأمل مدرسة المدرسة مدرسه بمدرسة للمدرسة مدرستها مدارس ' +
  'فكرة الفكرة كرة الكرة كرات لغة اللغة للغة لقاء للقاء مسؤول مسئول المسؤولون شيء شئ بشيء كُتُب كتاب الكتاب وكتابها ' +
  'ألمانيا المانيا الألمانية والده والدها وال الدم الأم ولمصر مصر المصري بمصر فمصر و ب م 5 ٢٠٢٦ 2026 Paris paris École حياة حياته كحول الكحول حول';
const words = WORDS.split(' ');

const word = (pick: Pick): string => words[pick(words.length)] ?? '';
const sentence = (pick: Pick, most: number): string =>
  Array.from({ length: 1 + pick(most) }, () => word(pick)).join(' ');

async function save(library: Library, pick: Pick): Promise<void> {
  const id = idOf(pick(14));
  const edits =
    pick(4) > 0
      ? []
      : [
          {
            id: 'n',
            kind: 'note' as const,
            anchor: null,
            value: sentence(pick, 3),
            stamp: 's',
            removed: pick(3) === 0,
          },
        ];
  const tags = pick(3) > 0 ? [] : [{ name: word(pick), stamp: 't', removed: pick(3) === 0 }];
  await keep(
    library,
    id,
    { title: sentence(pick, 3), text: sentence(pick, 8), siteName: pick(2) ? word(pick) : null },
    { savedAt: pick(5), archived: pick(4) === 0, tags },
    edits,
  );
}

async function change(library: Library, context: WriteContext, pick: Pick): Promise<void> {
  const ids = [idOf(pick(14)), idOf(pick(14))];
  const what = pick(13);
  if (what < 5) await save(library, pick);
  else if (what < 6) await setFlags(ids, { deleted: true }, context);
  else if (what < 7) await setFlags(ids, { deleted: false, archived: pick(2) === 0 }, context);
  else if (what < 8) await purgeItems(ids, context);
  else if (what < 12) await onlyOneStep(library, pick);
  else if (pick(8) === 0) await dropIndex(library);
  else await followIndex(library);
}

/** Leaves the index where somebody who was ended would have left it. */
async function onlyOneStep(library: Library, pick: Pick): Promise<void> {
  const pause = (): Promise<void> => Promise.resolve();
  const head = await readHead(library);
  if (!head) await startIndex(library);
  else if (head.merging) await continueMerge(library, head, head.merging, pause);
  else if (pick(2) === 0 && head.segments.length > 0) {
    const sources = head.segments.map(({ id }) => id).filter(() => pick(4) > 0);
    await beginMerge(library, head, sources);
  } else await catchUp(library, head, pause);
}

function typed(pick: Pick): string {
  const one = word(pick);
  const cut = pick(3) === 0 ? one.slice(0, 1 + pick(one.length)) : one;
  const end = pick(2) === 0 ? ' ' : '';
  if (pick(6) === 0) return `"${word(pick)} ${word(pick)}${pick(2) ? '"' : ''}`;
  if (pick(5) === 0) return `${word(pick)}${pick(3) ? ' ' : '-'}${cut}${end}`;
  if (pick(6) === 0) return `is:archived ${cut}${end}`;
  return `${cut}${end}`;
}

async function compare(library: Library, query: string): Promise<void> {
  const expected = await naiveSearch(library, query);
  const answer = await searchLibrary(library, query, { limit: 100 });
  expect(
    answer.results.map(({ item }) => item.id),
    `«${query}»`,
  ).toEqual(expected.map(({ id }) => id));
  expect(answer.total, `«${query}»`).toBe(expected.length);
}

describe('searching', () => {
  // oxlint-disable-next-line vitest/expect-expect -- `compare` is where it expects
  it.each(Array.from({ length: 24 }, (_, seed) => seed))(
    'finds what reading every text finds, in the same order (library %i)',
    async (seed) => {
      const pick = random(seed);
      const { library, context } = await emptyLibrary();
      await followIndex(library);
      for (let round = 0; round < 12; round++) {
        for (let at = pick(4); at >= 0; at--) await change(library, context, pick);
        // A dropped index, or one being made anew, answers with what it has, and says so.
        const { waiting } = await searchLibrary(library, 'علي', { limit: 1 });
        if (waiting > 0) await followIndex(library);
        for (let at = 0; at < 4; at++) await compare(library, typed(pick));
      }
      await followIndex(library);
      for (let at = 0; at < 12; at++) await compare(library, typed(pick));
    },
  );

  it('answers the same whatever the limit', async () => {
    const pick = random(99);
    const { library } = await emptyLibrary();
    for (let at = 0; at < 30; at++) await save(library, pick);
    await followIndex(library);
    const all = await searchLibrary(library, 'عل', { limit: 100 });
    for (const limit of [1, 2, 5]) {
      const some = await searchLibrary(library, 'عل', { limit });
      expect(some.results).toEqual(all.results.slice(0, limit));
      expect(some.total).toBe(all.total);
      expect(some.more).toBe(all.total > limit);
      const next = await searchLibrary(library, 'عل', { limit, offset: 2 });
      expect(next.results).toEqual(all.results.slice(2, 2 + limit));
      expect(next.more).toBe(all.total > 2 + limit);
    }
  });
});
