import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import type { BrowserName } from '../../browser/types.ts';

const STAND_IN = fileURLToPath(new URL('sanitize.ts', import.meta.url));
const FOLDERS = { chromium: 'chrome', firefox: 'firefox' } satisfies Record<BrowserName, string>;

/** Builds the extension with the stand-in for its sanitiser, into a temporary folder; returns that folder. */
export async function buildSanitiserOff(name: BrowserName): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'warraq-sanitiser-off-'));
  const browser = FOLDERS[name];
  let replaced = 0;
  await build({
    browser,
    outDir,
    vite: () => ({
      plugins: [
        {
          name: 'sanitiser-off',
          enforce: 'pre',
          resolveId(source, importer) {
            if (!source.endsWith('/sanitize.ts') || importer === undefined) return null;
            replaced++;
            return STAND_IN;
          },
        },
      ],
    }),
  });
  if (replaced === 0)
    throw new Error('No module asked for the sanitiser: the stand-in stands nowhere.');
  return join(outDir, `${browser}-mv3`);
}
