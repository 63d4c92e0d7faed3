import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../browser/open.ts';
import type { Browser, BrowserName, View } from '../browser/types.ts';
import { random } from '../bench/library/generate.ts';
import { bundleScript } from '../commands/extractor-bundle.ts';
import { buildOf } from '../e2e/support/builds.ts';
import type { Acknowledged, Found, Mirrored } from './page.ts';
import type * as inPage from './page.ts';

interface InPage {
  warraq: typeof inPage;
}

/** Where the kill falls: after the last answer, into a save, into the writing of the second copy, into an import. */
export type Moment = 'idle' | 'save' | 'mirror' | 'import';

export interface Plan {
  browser: BrowserName;
  /** Of each kill, in order. */
  moments: readonly Moment[];
  /** Acknowledged saves before each. */
  saves: number;
  /** Called after each look at what is there. */
  told?: (round: number, acknowledged: number, faults: Faults) => void;
}

/** All of these are to be empty. */
export interface Faults {
  /** Numbers of acknowledged articles the library no longer has, or has otherwise than they were saved. */
  lost: number[];
  torn: number[];
  /** Rows without their text. */
  halves: number;
  /** Pieces of the second copy that cannot be decoded, and articles it has otherwise than they were saved. */
  mirrorUnreadable: number;
  mirrorTorn: number[];
  /** Articles the second copy does not have though the browser lived on for a settling period after them. */
  mirrorBehind: number[];
  /** Imports of which a part stayed, as rows here. */
  halfImports: number[];
}

export interface Outcome extends Faults {
  acknowledged: number;
  kills: Record<Moment, number>;
  /** How the import ended that was left to its end after all kills, and whether all of it is there; null before. */
  lastImport: { kind: string; isWhole: boolean } | null;
}

/** Milliseconds after a change at which the second copy is written, and by which it is. */
const SETTLING = 2_000;
const SETTLED = 15_000;

/**
 * Saves, kills the whole browser with SIGKILL, starts it again with the same profile and looks at
 * what is there, kill after kill. At the end the second copy is given its time, and must have it all.
 */
export async function killRounds({ browser, moments, saves, told }: Plan): Promise<Outcome> {
  const script = await bundleScript(new URL('page.ts', import.meta.url));
  const profile = await mkdtemp(join(tmpdir(), 'warraq-kill-'));
  const next = random(moments.length + 1);
  const acknowledged: Acknowledged[] = [];
  const faults: Faults = {
    lost: [],
    torn: [],
    halves: 0,
    mirrorUnreadable: 0,
    mirrorTorn: [],
    mirrorBehind: [],
    halfImports: [],
  };
  const kills: Record<Moment, number> = { idle: 0, save: 0, mirror: 0, import: 0 };
  let number = 0;
  let lastImport: Outcome['lastImport'] = null;
  try {
    for (const [round, moment] of [...moments, null].entries()) {
      const running = await openBrowser(browser, {
        extension: buildOf(browser),
        profile,
        network: 'cut',
      });
      const view = await ready(running, script);
      await look(view, acknowledged, faults);
      told?.(round, acknowledged.length, faults);
      if (moment === null) {
        await save(view, number).then((id) => acknowledged.push({ number, id }));
        await pause(SETTLED);
        const { missing } = await view.evaluate(inspectMirror, acknowledged);
        faults.mirrorBehind.push(...missing);
        // One nobody cuts off: without it imports that never write would look as well.
        lastImport = await view.evaluate(importWhole);
        await running.close();
        break;
      }
      for (let turn = 0; turn < saves; turn += 1, number += 1) {
        acknowledged.push({ number, id: await save(view, number) });
      }
      kills[moment] += 1;
      if (moment === 'save') {
        await view.evaluate(beginSave, number);
        number += 1;
        await pause(next() * 40);
      }
      if (moment === 'mirror') await pause(SETTLING - 50 + next() * 300);
      if (moment === 'import') {
        await view.evaluate(beginImport);
        await pause(50 + next() * 500);
      }
      await running.kill();
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return { acknowledged: acknowledged.length, kills, lastImport, ...faults };
}

async function look(view: View, acknowledged: Acknowledged[], faults: Faults): Promise<void> {
  const found = await view.evaluate(inspect, acknowledged);
  faults.lost.push(...found.lost);
  faults.torn.push(...found.torn);
  faults.halves += found.halves;
  const mirrored = await view.evaluate(inspectMirror, acknowledged);
  faults.mirrorUnreadable += mirrored.unreadable;
  faults.mirrorTorn.push(...mirrored.torn);
  const { here, all } = await view.evaluate(importedRows);
  if (here !== 0 && here !== all) faults.halfImports.push(here);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((later) => setTimeout(later, milliseconds));
}

function save(view: View, number: number): Promise<string> {
  return view.evaluate(saveIn, number);
}

async function ready(browser: Browser, script: string): Promise<View> {
  const view = await browser.openExtensionPage('live.html');
  await view.addScript(script);
  return view;
}

// These run in the page.

function saveIn(number: number): Promise<string> {
  return (globalThis as unknown as InPage).warraq.save(number);
}

function beginSave(number: number): void {
  void (globalThis as unknown as InPage).warraq.save(number);
}

function inspect(acknowledged: readonly Acknowledged[]): Promise<Found> {
  return (globalThis as unknown as InPage).warraq.inspect(acknowledged);
}

function inspectMirror(acknowledged: readonly Acknowledged[]): Promise<Mirrored> {
  return (globalThis as unknown as InPage).warraq.inspectMirror(acknowledged);
}

function importedRows(): Promise<{ here: number; all: number }> {
  return (globalThis as unknown as InPage).warraq.importedRows();
}

function beginImport(): void {
  void (globalThis as unknown as InPage).warraq.importMany();
}

async function importWhole(): Promise<{ kind: string; isWhole: boolean }> {
  const { warraq } = globalThis as unknown as InPage;
  const { kind } = await warraq.importMany();
  const { here, all } = await warraq.importedRows();
  return { kind, isWhole: here === all };
}
