import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../browser/open.ts';
import type { Browser, BrowserName, View } from '../browser/types.ts';
import { random } from '../bench/library/generate.ts';
import { bundleScript } from '../commands/extractor-bundle.ts';
import { buildOf } from '../e2e/support/builds.ts';
import type { Acknowledged, Found } from './page.ts';
import type * as inPage from './page.ts';

interface InPage {
  warraq: typeof inPage;
}

export interface Plan {
  browser: BrowserName;
  /** How many times the browser is killed. */
  rounds: number;
  /** Acknowledged saves of a round. */
  saves: number;
  /** Called after each round's look at what is there. */
  told?: (round: number, found: Found & { acknowledged: number; inFlight: boolean }) => void;
}

export interface Outcome {
  acknowledged: number;
  kills: number;
  /** Kills with a save under way. */
  inFlight: number;
  lost: number[];
  torn: number[];
  halves: number;
}

/**
 * Saves, kills the whole browser with SIGKILL, starts it again with the same profile and looks at
 * what is there, round after round. Every third kill falls into a save that was not yet answered.
 */
export async function killRounds({ browser, rounds, saves, told }: Plan): Promise<Outcome> {
  const script = await bundleScript(new URL('page.ts', import.meta.url));
  const profile = await mkdtemp(join(tmpdir(), 'warraq-kill-'));
  const next = random(rounds);
  const acknowledged: Acknowledged[] = [];
  const lost = new Set<number>();
  const torn = new Set<number>();
  let [inFlight, halves, number] = [0, 0, 0];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const running = await openBrowser(browser, {
        extension: buildOf(browser),
        profile,
        network: 'cut',
      });
      const view = await ready(running, script);
      const found = await view.evaluate(inspect, acknowledged);
      for (const one of found.lost) lost.add(one);
      for (const one of found.torn) torn.add(one);
      halves += found.halves;
      const withSave = round % 3 === 2;
      told?.(round, { ...found, acknowledged: acknowledged.length, inFlight: withSave });
      if (round === rounds) {
        await running.close();
        break;
      }
      for (let turn = 0; turn < saves; turn += 1, number += 1) {
        acknowledged.push({ number, id: await view.evaluate(save, number) });
      }
      if (withSave) {
        inFlight += 1;
        await view.evaluate(beginSave, number);
        number += 1;
        await new Promise((later) => setTimeout(later, next() * 40));
      }
      await running.kill();
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return {
    acknowledged: acknowledged.length,
    kills: rounds,
    inFlight,
    lost: [...lost],
    torn: [...torn],
    halves,
  };
}

async function ready(browser: Browser, script: string): Promise<View> {
  const view = await browser.openExtensionPage('live.html');
  // Firefox runs it in a scope of its own, before the page's.
  await view.addScript(`${script}\nwindow.warraq = warraq;`);
  return view;
}

// These run in the page.

function save(number: number): Promise<string> {
  return (globalThis as unknown as InPage).warraq.save(number);
}

function beginSave(number: number): void {
  void (globalThis as unknown as InPage).warraq.save(number);
}

function inspect(acknowledged: readonly Acknowledged[]): Promise<Found> {
  return (globalThis as unknown as InPage).warraq.inspect(acknowledged);
}
