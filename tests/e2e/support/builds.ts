import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserName } from '../../browser/types.ts';

const FOLDERS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } satisfies Record<
  BrowserName,
  string
>;

/** The folder `npm run build` wrote for this browser, the very one users install; `BUILDS` names another place. */
export function buildOf(name: BrowserName): string {
  const folder = resolve(process.env['BUILDS'] ?? '.output', FOLDERS[name]);
  if (!existsSync(folder)) throw new Error(`${folder} is missing: run \`npm run build\` first.`);
  return folder;
}
