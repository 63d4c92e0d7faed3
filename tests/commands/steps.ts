import { existsSync } from 'node:fs';

/** One step of `npm test`: what it is called, and the command (found in `node_modules/.bin`). */
export interface Step {
  name: string;
  command: string[];
  /** Why it cannot run here; it counts as skipped, and by name. */
  skipped?: string | null;
}

/** Real pages with labels made by readers, beside the project: they are their publishers', and not everybody has them. */
export const LABELLED = '../shared/eval';
export const UNLABELLED = `no labelled pages at ${LABELLED}`;

const WXT_BROWSERS = ['chrome', 'firefox'];

/** Each counts as one test. Lint and types need what `wxt prepare` writes, the tests need the builds. */
export const CHECKS: Step[] = [
  { name: 'project types', command: ['wxt', 'prepare'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'unused code', command: ['knip'] },
  ...WXT_BROWSERS.map((browser) => ({
    name: `build for ${browser}`,
    command: ['wxt', 'build', '-b', browser],
  })),
  {
    name: 'rules of addons.mozilla.org',
    command: ['web-ext', 'lint', '-s', '.output/firefox-mv3'],
  },
  {
    name: 'quality on labelled pages',
    command: ['node', 'tests/commands/quality.ts'],
    skipped: existsSync(LABELLED) ? null : UNLABELLED,
  },
];

/** Each test of these counts as one. */
export const TESTS: Step[] = [
  { name: 'unit tests', command: ['vitest', 'run', '--config', 'tests/vitest.config.ts'] },
  { name: 'browser tests', command: ['vitest', 'run', '--config', 'tests/e2e/vitest.config.ts'] },
];
