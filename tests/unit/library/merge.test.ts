import { describe, expect, it } from 'vitest';
import { linkEntry, withText } from '../../../utils/library/entry.ts';
import type { Edit, Entry, Picture, StampedTag } from '../../../utils/library/item.ts';
import { mergeEntries } from '../../../utils/library/merge.ts';
import { article } from './samples.ts';

/** Seeded, so that a failure can be run again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 14)) >>> 0) % below;
  };
}

type Pick = (below: number) => number;

const stamp = (pick: Pick): string =>
  `${pick(3).toString(16).padStart(12, '0')}-000${pick(2)}-${'ab'.charAt(pick(2)).repeat(8)}`;

const some = <T>(pick: Pick, make: () => T): T[] => Array.from({ length: pick(4) }, make);

/** Small ranges on purpose: ties are where a merge goes wrong. */
function entry(pick: Pick): Entry {
  const id = `id${pick(3)}`;
  const link = {
    url: `https://n.example/${pick(2)}`,
    title: `ع${pick(2)}`,
    addresses: [`a${pick(3)}`],
  };
  let made = linkEntry(id, link, pick(3));
  for (const version of some(pick, () => textVersion(pick))) {
    made = withText(made, version, [`a${pick(4)}`], pick(5));
  }
  const stamps: Entry['item']['stamps'] = {};
  if (pick(2)) stamps.deletedAt = stamp(pick);
  if (pick(2)) stamps.favourite = stamp(pick);
  if (pick(2)) stamps.archived = stamp(pick);
  if (pick(2)) stamps.position = stamp(pick);
  return mergeEntries(
    {
      ...made,
      item: {
        ...made.item,
        aliases: [`id${3 + pick(2)}`],
        deletedAt: stamps.deletedAt && pick(2) ? pick(9) : null,
        favourite: stamps.favourite !== undefined && pick(2) === 1,
        archived: stamps.archived !== undefined && pick(2) === 1,
        stamps,
        position: stamps.position && pick(2) ? { block: 'b', offset: pick(2), share: 0 } : null,
        tags: some(pick, () => tag(pick)),
      },
      edits: some(pick, () => edit(pick)),
      pictures: some(pick, () => picture(pick)),
    },
    made,
  );
}

const textVersion = (pick: Pick) => ({
  article: article({
    text: 'س'.repeat(1 + pick(3)),
    title: `عنوان ${pick(2)}`,
    complete: pick(2) === 1,
    extractorVersion: `0.${pick(2) * 9 + 1}.0`,
    extractedAt: `2026-11-2${pick(3)}T00:00:00.000Z`,
  }),
  chosenAt: pick(3) === 0 ? stamp(pick) : null,
});

const tag = (pick: Pick): StampedTag => ({
  name: `وسم ${pick(3)}`,
  stamp: stamp(pick),
  removed: pick(2) === 1,
});

const edit = (pick: Pick): Edit => ({
  id: `e${pick(3)}`,
  kind: (['note', 'title', 'byline'] as const)[pick(3)] ?? 'note',
  anchor: null,
  value: `v${pick(2)}`,
  stamp: stamp(pick),
  removed: pick(2) === 1,
});

const picture = (pick: Pick): Picture => ({
  address: `https://n.example/${pick(3)}.jpg`,
  hash: `${pick(3)}`,
  type: 'image/jpeg',
  width: pick(2),
  height: 1,
  size: 1,
});

const seeds = Array.from({ length: 150 }, (_, index) => index * 7919 + 1);

describe('merging', () => {
  it('does not depend on which copy comes first', () => {
    for (const seed of seeds) {
      const pick = random(seed);
      const [a, b] = [entry(pick), entry(pick)];
      expect(mergeEntries(a, b), `seed ${seed}`).toEqual(mergeEntries(b, a));
    }
  });

  it('does not depend on the order of three merges', () => {
    for (const seed of seeds) {
      const pick = random(seed);
      const [a, b, c] = [entry(pick), entry(pick), entry(pick)];
      expect(mergeEntries(mergeEntries(a, b), c), `seed ${seed}`).toEqual(
        mergeEntries(a, mergeEntries(b, c)),
      );
    }
  });

  it('changes nothing when done again', () => {
    for (const seed of seeds) {
      const pick = random(seed);
      const [a, b] = [entry(pick), entry(pick)];
      const merged = mergeEntries(a, b);
      expect(mergeEntries(a, a), `seed ${seed}`).toEqual(a);
      expect(mergeEntries(merged, b), `seed ${seed}`).toEqual(merged);
    }
  });

  it('knows every id and address of both, and is never its own alias', () => {
    for (const seed of seeds) {
      const pick = random(seed);
      const [a, b] = [entry(pick), entry(pick)];
      const { item } = mergeEntries(a, b);
      expect(new Set([item.id, ...item.aliases])).toEqual(
        new Set([a, b].flatMap(({ item: { id, aliases } }) => [id, ...aliases])),
      );
      expect(item.aliases).not.toContain(item.id);
      expect(new Set(item.addresses)).toEqual(new Set([...a.item.addresses, ...b.item.addresses]));
    }
  });

  it('lets the last deletion or return win, on either device', () => {
    const base = linkEntry('id', { url: 'https://n.example/', title: 'ع', addresses: [] }, 1);
    const at = (deletedAt: number | null, time: string): Entry => ({
      ...base,
      item: { ...base.item, deletedAt, stamps: { deletedAt: `${time}-0000-aaaaaaaa` } },
    });
    const deleted = at(5, '000000000005');
    const restored = at(null, '000000000006');
    expect(mergeEntries(deleted, restored).item.deletedAt).toBeNull();
    expect(mergeEntries(restored, at(7, '000000000007')).item.deletedAt).toBe(7);
  });
});
