import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { build } from 'wxt';
import type { BrowserName } from '../../browser/types.ts';

const FOLDERS = { chromium: 'chrome', firefox: 'firefox' } satisfies Record<BrowserName, string>;

/**
 * The extension with a module that its full tabs import before all others: a stand-in for something of
 * the browser's. Into a temporary folder, gone with the tests; answers where it is.
 */
export function withFirstImport(name: BrowserName, module: URL): () => string {
  const path = fileURLToPath(module);
  const plugin = {
    name: 'first-import',
    // The first import of a module runs first.
    transform: (code: string, id: string) =>
      /\/entrypoints\/(?:reader|live)\/main\.tsx$/.test(id)
        ? `import ${JSON.stringify(path)};${code}`
        : null,
  };
  let folder: string | null = null;
  beforeAll(async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'warraq-first-import-'));
    const browser = FOLDERS[name];
    await build({ browser, outDir, vite: () => ({ plugins: [plugin] }) });
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
