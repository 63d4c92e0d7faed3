// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Library } from '../../../../utils/library/database.ts';
import { runImport, type ImportContext } from '../../../../utils/library/import/run.ts';
import type { ImportSource } from '../../../../utils/library/import/source.ts';
import { finishImports } from '../../../../utils/library/import/undo.ts';
import { failAt } from '../faults.ts';
import { contents, emptyLibrary, NOW } from '../samples.ts';
import { generated, random, type Generated } from './generated.ts';
import { fill, importContext, sourceOf } from './sources.ts';

// Much is done in each: a guard against hanging, not a bar.
vi.setConfig({ testTimeout: 120_000 });

async function several(seed: number, from: number, to: number): Promise<Generated[]> {
  const pick = random(seed);
  const made: Generated[] = [];
  for (let n = from; n < to; n += 1) made.push(await generated(pick, n));
  return made;
}

const here = await several(1, 0, 40);
/** Some as they are here, some otherwise, some twice, some new; some were purged here. */
const file = [
  ...here.slice(0, 10),
  ...(await several(2, 5, 30)),
  ...(await several(3, 35, 80)),
  ...(await several(4, 70, 75)),
];
const newest = file.slice(-40).map(({ entry }) => entry.item.id);

async function filled(): Promise<Library> {
  const { library } = await emptyLibrary();
  await fill(library, here);
  await library.purged.bulkPut(newest.slice(-8).map((id) => ({ id, purgedAt: NOW - 99 })));
  return library;
}

function source(): ImportSource {
  const elsewhere = { purged: { id: 'c'.repeat(32), purgedAt: NOW - 5 } };
  return sourceOf([elsewhere, ...file.map(({ entry }) => ({ entry })), elsewhere], file);
}

const OPTIONS = { bringBackDeleted: true };

/** As when the page is closed or the browser ends: from the given request for the lock on nothing happens. */
function dying(context: ImportContext, at: number): ImportContext {
  let count = 0;
  const request = (name: string, ...rest: unknown[]): Promise<unknown> => {
    if (name === 'library-write') count += 1;
    if (count >= at) throw new Error('the page is gone');
    return (context.locks.request as (...all: unknown[]) => Promise<unknown>)(name, ...rest);
  };
  return { ...context, locks: { request } as ImportContext['locks'] };
}

afterEach(() => vi.restoreAllMocks());

describe('an import cut off', () => {
  it('changes the library when it is not', async () => {
    const library = await filled();
    const before = await contents(library);
    const result = await runImport(importContext(library), source(), OPTIONS);
    expect(result).toMatchObject({ kind: 'done', counts: { total: file.length } });
    expect(await contents(library)).not.toEqual(before);
  });

  it('by the page’s end before any transaction is taken back at the next start', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    let leftBehind = 0;
    for (let at = 1; ; at += 1) {
      const library = await filled();
      const before = await contents(library);
      const context = importContext(library);
      const result = await runImport(dying(context, at), source(), OPTIONS);
      if (result.kind === 'done') break;
      expect(result).toMatchObject({ kind: 'failed', undone: false });
      if ((await library.importJournal.count()) > 0) leftBehind += 1;
      await finishImports(library, context.locks);
      expect(await contents(library)).toEqual(before);
      expect(await library.importJournal.count()).toBe(0);
    }
    expect(leftBehind).toBeGreaterThan(3);
  });

  it('while being taken back is taken back the rest of the way', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const library = await filled();
    const before = await contents(library);
    const context = importContext(library);
    await runImport(dying(context, 5), source(), OPTIONS);
    for (let left = await library.importJournal.count(); left > 0; left -= 1) {
      // One more record each time.
      const again = finishImports(library, dying(context, 2).locks);
      await expect(again).rejects.toThrow('the page is gone');
      expect(await library.importJournal.count()).toBe(left - 1);
    }
    expect(await contents(library)).toEqual(before);
  });

  it.each(['abort', 'quota'] as const)(
    'by any request failing (%s) leaves nothing',
    async (fault) => {
      vi.spyOn(console, 'error').mockReturnValue();
      let failures = 0;
      const reasons = new Set<string>();
      for (let step = 1; ; step += 97) {
        const library = await filled();
        const before = await contents(library);
        const context = importContext(library);
        const failed = failAt(step, fault);
        const result = await runImport(context, source(), OPTIONS);
        const cameToIt = failed();
        vi.restoreAllMocks();
        vi.spyOn(console, 'error').mockReturnValue();
        if (!cameToIt) break;
        failures += 1;
        expect(result.kind).toBe('failed');
        reasons.add(result.kind === 'failed' ? result.reason : result.kind);
        await finishImports(library, context.locks);
        expect(await contents(library)).toEqual(before);
      }
      expect(failures).toBeGreaterThan(3);
      expect(reasons.has('no-space')).toBe(fault === 'quota');
    },
  );

  it('by the reader anywhere leaves nothing', async () => {
    for (let at = 1; at <= file.length; at += 17) {
      const library = await filled();
      const before = await contents(library);
      const stop = new AbortController();
      const result = await runImport(importContext(library), source(), {
        ...OPTIONS,
        signal: stop.signal,
        progress: (done) => void (done >= at && stop.abort()),
      });
      expect(result).toEqual({ kind: 'cancelled', undone: true });
      expect(await contents(library)).toEqual(before);
    }
  });

  it('by a file that ends before it should leaves nothing', async () => {
    const library = await filled();
    const before = await contents(library);
    const whole = source();
    const broken: ImportSource = {
      ...whole,
      async *rows() {
        let count = 0;
        for await (const row of whole.rows()) {
          count += 1;
          if (count > 70) throw new Error('no more');
          yield row;
        }
      },
    };
    const result = await runImport(importContext(library), broken, OPTIONS);
    expect(result).toMatchObject({ kind: 'failed', reason: 'file', undone: true });
    expect(await contents(library)).toEqual(before);
  });

  it('is left alone while it is under way', async () => {
    const library = await filled();
    const context = importContext(library);
    let meanwhile: boolean | null = null;
    const slow: ImportSource = {
      ...source(),
      async *rows() {
        for (const { entry } of file) {
          if ((await library.importJournal.count()) > 0) {
            meanwhile ??= await finishImports(library, context.locks);
          }
          yield { entry };
        }
      },
    };
    const result = await runImport(context, slow, OPTIONS);
    expect(meanwhile).toBe(false);
    expect(result.kind).toBe('done');
  });
});
