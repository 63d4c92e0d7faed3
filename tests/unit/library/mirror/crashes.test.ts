// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { setFlags } from '../../../../utils/library/change-items.ts';
import { isRecord } from '../../../../utils/library/mirror/chunk.ts';
import { readManifest } from '../../../../utils/library/mirror/manifest.ts';
import { lineOf } from '../../../../utils/library/mirror/read-rows.ts';
import { readEntries } from '../../../../utils/library/rows.ts';
import { contents } from '../samples.ts';
import {
  addPicture,
  decode,
  Ended,
  endingAt,
  everything,
  follow,
  loseDatabase,
  manifestOf,
  purge,
  reopen,
  save,
  sentence,
  setting,
  type Setting,
} from './support.ts';

const LEFT = ['none', 'half', 'all'] as const;
const ARTICLES = 12;

/** Numbers that look random and are the same each time (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** What was acknowledged of each id, in order: its line, or `gone`. */
type History = Map<string, string[]>;

async function acknowledge(on: Setting, history: History, id: string): Promise<void> {
  const [entry] = await readEntries(on.library, [id]);
  const states = history.get(id) ?? [];
  states.push(entry ? lineOf(entry) : 'gone');
  history.set(id, states);
}

class Story {
  readonly history: History = new Map();
  readonly numbers = new Map<string, number>();
  readonly pictures = new Map<string, string>();
  version = 0;
  readonly on: Setting;
  readonly roll: (sides: number) => number;

  constructor(on: Setting, roll: (sides: number) => number) {
    this.on = on;
    this.roll = roll;
  }

  async happen(): Promise<void> {
    const { on, roll } = this;
    this.version += 1;
    on.context = { ...on.context, now: on.context.now + 1000 };
    const ids = await on.library.items.toCollection().primaryKeys();
    const id = ids[roll(ids.length || 1)];
    const what = roll(10);
    if (what < 5 || !id) {
      const n = roll(ARTICLES);
      const saved = await save(on, n, this.version);
      this.numbers.set(saved, n);
      await acknowledge(on, this.history, saved);
      return;
    }
    if (what < 7) await purge(on, id);
    else if (what < 8) await setFlags([id], { favourite: roll(2) === 0 }, on.context);
    else this.pictures.set(await addPicture(on, id, `صورة ${roll(5)}`), id);
    await acknowledge(on, this.history, id);
  }

  /** How many states of each id were acknowledged by now. */
  mark(): Map<string, number> {
    return new Map([...this.history].map(([id, states]) => [id, states.length]));
  }
}

/** All of the second copy is readable, acknowledged, and no older than what was last followed. */
async function check({ on, history }: Story, followed: ReadonlyMap<string, number>): Promise<void> {
  if ((await readManifest(on.mirror)) === 'none') {
    expect(followed.size).toBe(0);
    return;
  }
  const lines = await decode(on);
  for (const [id, states] of history) {
    const line = lines.get(id);
    const state = line === undefined || isRecord(line) ? 'gone' : line;
    const allowed = states.slice(Math.max(0, (followed.get(id) ?? 0) - 1));
    if (!followed.has(id)) allowed.push('gone');
    expect(allowed, `state of ${id}`).toContain(state);
  }
  expect([...lines.keys()].filter((id) => !history.has(id))).toEqual([]);
}

/** It is as the library is, and nothing else lies about. */
async function checkSettled({ on, history, numbers }: Story): Promise<void> {
  const lines = await decode(on);
  const all = await everything(on);
  for (const [id, states] of history) {
    const line = lines.get(id);
    expect(line === undefined || isRecord(line) ? 'gone' : line).toBe(states.at(-1));
    const said = sentence(numbers.get(id) ?? -1);
    if (states.at(-1) === 'gone') expect(all.includes(`${said} `)).toBe(false);
  }
  const needed = (await on.library.pictures.toArray()).flatMap(({ hashes }) => hashes);
  const kept = await on.mirror.names('picture/');
  expect(kept.toSorted()).toEqual([...new Set(needed)].map((hash) => `picture/${hash}`).toSorted());
  expect(await on.mirror.names('chunk/')).toHaveLength((await manifestOf(on)).chunks.length);
  expect(await on.mirror.names('writing/')).toEqual([]);
}

describe('the second copy, ended anywhere', () => {
  it.each(Array.from({ length: 25 }, (_, seed) => seed))('story %i', async (seed) => {
    const on = await setting();
    const story = new Story(on, dice(seed));
    let followed = new Map<string, number>();
    for (let chapter = 0; chapter < 12; chapter += 1) {
      for (let n = story.roll(5); n >= 0; n -= 1) await story.happen();
      const left = LEFT[story.roll(3)] ?? 'none';
      const ending = endingAt(on.mirror, 1 + story.roll(30), left);
      try {
        const before = story.mark();
        const outcome = await follow(on, ending);
        expect(outcome).toMatchObject({ kind: 'followed', missing: [], unreadable: [] });
        followed = before;
      } catch (error) {
        expect(error).toBeInstanceOf(Ended);
      }
      await check(story, followed);
    }
    await follow(on);
    await checkSettled(story);

    const before = await contents(on.library);
    await loseDatabase(on);
    await reopen(on);
    expect(await contents(on.library)).toEqual(before);
    await follow(on);
    await checkSettled(story);
  });

  it('is right after each single step of one writing', async () => {
    for (let step = 1; ; step += 1) {
      const on = await setting();
      const first = await save(on, 1);
      await addPicture(on, first, 'أولى');
      const second = await save(on, 2);
      await follow(on);
      await purge(on, first);
      await save(on, 2, 5);
      const third = await save(on, 3);
      await addPicture(on, third, 'ثالثة');
      let ended = false;
      try {
        await follow(on, endingAt(on.mirror, step, 'half'));
      } catch (error) {
        expect(error).toBeInstanceOf(Ended);
        ended = true;
      }
      expect([...(await decode(on)).keys()], `step ${step}`).toContain(second);
      await purge(on, third);
      await follow(on);
      const all = await everything(on);
      expect(all.includes(sentence(1)), `step ${step}`).toBe(false);
      expect(all.includes(sentence(3)), `step ${step}`).toBe(false);
      expect(await on.mirror.names('picture/'), `step ${step}`).toEqual([]);
      expect(await on.mirror.names('chunk/'), `step ${step}`).toHaveLength(1);
      if (!ended) break;
      expect(step).toBeLessThan(100);
    }
  });
});
