import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'wxt';
import type { BrowserName } from '../../browser/types.ts';

const FOLDERS = { chromium: 'chrome', firefox: 'firefox' } satisfies Record<BrowserName, string>;

/** Builds the extension without `unlimitedStorage`, into a temporary folder; returns that folder. */
export async function buildLimited(name: BrowserName): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'warraq-limited-'));
  const browser = FOLDERS[name];
  let removed = 0;
  await build({
    browser,
    outDir,
    hooks: {
      'build:manifestGenerated': (_, manifest) => {
        const { permissions = [] } = manifest;
        const kept = permissions.filter((permission) => permission !== 'unlimitedStorage');
        removed = permissions.length - kept.length;
        manifest.permissions = kept;
      },
    },
  });
  if (removed !== 1) throw new Error('The manifest asks for no `unlimitedStorage` to leave out.');
  return join(outDir, `${browser}-mv3`);
}
