import { describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../../utils/library/item.ts';
import { validateEntry } from '../../../utils/library/validate/entry.ts';
import { generated, random } from './import/generated.ts';
import { NOW } from './samples.ts';

// Much is done in each: a guard against hanging, not a bar.
vi.setConfig({ testTimeout: 120_000 });

const CLOCK = { now: NOW, latest: NOW };
const YEAR_9999 = Date.UTC(9999, 0, 1);
const LATE_STAMP = `${YEAR_9999.toString(16).padStart(12, '0')}-0001-00000000`;

/** What becomes of strings, numbers, lists and objects when a file lies. */
const STRANGE: unknown[] = [
  undefined,
  null,
  0,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e300,
  true,
  '',
  'x',
  [],
  {},
  [[]],
  { __html: '<img src=x onerror=alert(1)>' },
  { type: 'div', props: { dangerouslySetInnerHTML: { __html: '<b>' } }, constructor: undefined },
  { toString: 'x' },
  { length: 1e9 },
];

async function sample(seed = 1): Promise<Entry> {
  const pick = random(seed);
  for (;;) {
    const { entry } = await generated(pick, 1);
    const { item, text, edits, pictures } = entry;
    const rich = text?.previous && edits.length > 0 && pictures.length > 0;
    if (rich && item.tags.length > 0 && item.position && item.stamps.archived) return entry;
  }
}

/** Every place in a value, as the path to it. */
function* placesIn(value: unknown, path: string[] = []): Generator<string[]> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* placesIn(part, [...path, key]);
}

function withPart(value: unknown, [key, ...rest]: readonly string[], part: unknown): unknown {
  if (key === undefined) return part;
  if (Array.isArray(value))
    return value.with(Number(key), withPart(value[Number(key)], rest, part));
  const from = value as Record<string, unknown>;
  return { ...from, [key]: withPart(from[key], rest, part) };
}

/** Whether every part is of the type it has in a sound entry, all the way down. */
function isAlike(a: unknown, b: unknown): boolean {
  if (a === null || b === null) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.every((part) => isAlike(part, b[0] ?? part));
  if (typeof a !== 'object') return typeof a === typeof b;
  if (typeof b !== 'object' || Array.isArray(b)) return false;
  return Object.entries(a).every(([key, part]) => {
    const other = (b as Record<string, unknown>)[key];
    return other === undefined || isAlike(part, other);
  });
}

describe('checking an entry of a file', () => {
  it('answers what the library wrote as it was', async () => {
    const pick = random(9);
    for (let n = 0; n < 200; n += 1) {
      const { entry } = await generated(pick, n);
      expect(validateEntry(JSON.parse(JSON.stringify(entry)), CLOCK)).toEqual(entry);
    }
  });

  it('lets nothing of a strange type through, whatever stands in whatever place', async () => {
    const entry = await sample();
    let refused = 0;
    for (const place of placesIn(entry)) {
      if (place.includes('sort')) continue;
      for (const part of STRANGE) {
        const checked = validateEntry(withPart(entry, place, part), CLOCK);
        if (checked === null) refused += 1;
        else
          expect(isAlike(checked, entry), `${place.join('.')} = ${JSON.stringify(part)}`).toBe(
            true,
          );
      }
    }
    expect(refused).toBeGreaterThan(1_000);
  });

  it('takes nothing from prototypes and leaves out what it does not know', async () => {
    const entry = await sample();
    const json = JSON.stringify(entry)
      .replace(
        '{"item":{',
        '{"__proto__":{"text":null},"item":{"__proto__":{"x":1},"other":{"a":[]},',
      )
      .replace('"addresses":', '"constructor":1,"addresses":');
    expect(validateEntry(JSON.parse(json), CLOCK)).toEqual(entry);
    const { text: _absent, ...rest } = entry;
    const borrowed = JSON.parse(JSON.stringify(rest).replace('{', '{"__proto__":{"text":null},'));
    expect(validateEntry(borrowed, CLOCK)).toBeNull();
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('makes anew what follows from the rest', async () => {
    const entry = await sample();
    const lying = {
      ...entry,
      item: {
        ...entry.item,
        kind: 'link',
        title: 'عنوان آخر',
        textLength: 9_999_999,
        thumbnail: 'https://elsewhere.example/pixel.gif',
        corrected: { title: { __html: 'x' }, byline: 3 },
        sort: { shelf: 'nowhere' },
        addresses: [...entry.item.addresses, ...entry.item.addresses],
        aliases: [entry.item.id],
      },
    };
    expect(validateEntry(lying, CLOCK)).toEqual(entry);
  });

  it('brings moments and stamps of the year 9999 back, the same at every reading', async () => {
    const entry = await sample();
    const late = structuredClone(entry);
    late.item.savedAt = YEAR_9999;
    late.item.updatedAt = YEAR_9999;
    late.item.deletedAt = YEAR_9999;
    late.item.stamps = { archived: LATE_STAMP, deletedAt: LATE_STAMP };
    for (const stamped of [...late.item.tags, ...late.edits]) stamped.stamp = LATE_STAMP;
    const made = NOW - 5_000;
    const [first, second] = [NOW, NOW + 1e9].map((now) =>
      validateEntry(late, { now, latest: made }),
    );
    expect(first).toEqual(second);
    expect(first?.item).toMatchObject({ savedAt: made, updatedAt: made, deletedAt: made });
    expect(JSON.stringify(first)).not.toContain(LATE_STAMP.slice(0, 12));
    const stamp = `${made.toString(16).padStart(12, '0')}-0001-00000000`;
    expect(first?.item.stamps).toEqual({ archived: stamp, deletedAt: stamp });
  });

  it('leaves a stamp of the next day, where another clock is a little ahead', async () => {
    const entry = await sample();
    const tomorrow = NOW + 20 * 60 * 60 * 1000;
    const stamp = `${tomorrow.toString(16).padStart(12, '0')}-0000-00000000`;
    const ahead = { ...entry, item: { ...entry.item, stamps: { archived: stamp } } };
    expect(validateEntry(ahead, CLOCK)?.item.stamps).toEqual({ archived: stamp });
  });

  it('of two things with one name keeps the later', async () => {
    const entry = await sample();
    const tag = (removed: boolean, at: number) => ({
      name: 'وسم',
      removed,
      stamp: `${at.toString(16).padStart(12, '0')}-0000-00000000`,
    });
    const twice = { ...entry, item: { ...entry.item, tags: [tag(true, 9), tag(false, 5)] } };
    expect(validateEntry(twice, CLOCK)?.item.tags).toEqual([tag(true, 9)]);
  });

  it('is not stopped by depth', async () => {
    const entry = JSON.stringify(await sample());
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(validateEntry(JSON.parse(entry.replace('{', `{"x":${deep},`)), CLOCK)).not.toBeNull();
    expect(
      validateEntry(JSON.parse(entry.replace(/"edits":\[/, `"edits":[${deep},`)), CLOCK),
    ).toBeNull();
    expect(validateEntry(JSON.parse(deep), CLOCK)).toBeNull();
  });
});
