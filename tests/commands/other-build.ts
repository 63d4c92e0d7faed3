import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type InlineConfig } from 'wxt';
import type { BrowserName } from '../browser/types.ts';

const FOLDERS = { chromium: 'chrome', firefox: 'firefox' } satisfies Record<BrowserName, string>;

/**
 * Builds the extension otherwise than it ships, into a temporary folder of its own.
 *
 * @param about what is other in it, for the folder's name
 * @param changed what it is built with besides the project's own settings
 * @returns the folder of the extension, the only one in its parent, which is the caller's to remove
 */
export async function buildOther(
  name: BrowserName,
  about: string,
  changed: Omit<InlineConfig, 'browser' | 'outDir'>,
): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), `warraq-${about}-`));
  const browser = FOLDERS[name];
  await build({ ...changed, browser, outDir });
  return join(outDir, `${browser}-mv3`);
}
