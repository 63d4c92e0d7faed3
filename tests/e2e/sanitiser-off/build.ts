import { fileURLToPath } from 'node:url';
import type { BrowserName } from '../../browser/types.ts';
import { buildOther } from '../../commands/other-build.ts';

const STAND_IN = fileURLToPath(new URL('sanitize.ts', import.meta.url));

/** Builds the extension with the stand-in for its sanitiser, into a temporary folder; returns that folder. */
export async function buildSanitiserOff(name: BrowserName): Promise<string> {
  let replaced = 0;
  const folder = await buildOther(name, 'sanitiser-off', {
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
  return folder;
}
