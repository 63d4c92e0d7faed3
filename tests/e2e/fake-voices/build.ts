import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { build } from 'wxt';
import type { BrowserName } from '../../browser/types.ts';

const VOICES = fileURLToPath(new URL('voices.ts', import.meta.url));
const FOLDERS = { chromium: 'chrome', firefox: 'firefox' } satisfies Record<BrowserName, string>;

/**
 * The extension with the stand-in's voices in its full tabs from before they start, in the place of the
 * machine's. Into a temporary folder, gone with the tests; answers where it is.
 */
export function withFakeVoices(name: BrowserName): () => string {
  let folder: string | null = null;
  beforeAll(async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'warraq-fake-voices-'));
    const browser = FOLDERS[name];
    await build({ browser, outDir, vite: () => ({ plugins: [fakeVoices] }) });
    folder = join(outDir, `${browser}-mv3`);
  });
  afterAll(async () => {
    if (folder) await rm(dirname(folder), { recursive: true });
  });
  return () => {
    if (!folder) throw new Error('The build is made before the first test.');
    return folder;
  };
}

const fakeVoices = {
  name: 'fake-voices',
  // The first import of a module runs first.
  transform: (code: string, id: string) =>
    /\/entrypoints\/(?:reader|live)\/main\.tsx$/.test(id)
      ? `import ${JSON.stringify(VOICES)};${code}`
      : null,
};
