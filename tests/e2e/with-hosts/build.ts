import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { build } from 'wxt';
import type { BrowserName } from '../../browser/types.ts';

const FOLDERS = { chromium: 'chrome', firefox: 'firefox' } satisfies Record<BrowserName, string>;

/**
 * The extension as it is once a reader has agreed to its asking hosts: a browser without a screen
 * shows no question to agree to, so this build, which only the tests make, has the right from the
 * start, and its library page lends the tests the functions named. Into a temporary folder, gone with
 * the tests; answers where it is.
 *
 * @param lent names of functions of `components/library/`, by their file
 */
export function withHosts(name: BrowserName, lent: Record<string, string> = {}): () => string {
  let folder: string | null = null;
  beforeAll(async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'warraq-with-hosts-'));
    const browser = FOLDERS[name];
    await build({
      browser,
      outDir,
      vite: () => ({ plugins: [lend(lent)] }),
      hooks: {
        'build:manifestGenerated': (_, manifest) => {
          manifest.host_permissions = manifest.optional_host_permissions;
          delete manifest.optional_host_permissions;
        },
      },
    });
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

function lend(lent: Record<string, string>) {
  const added = Object.entries(lent).map(
    ([file, name]) =>
      `import { ${name} } from '../../components/library/${file}';Object.assign(globalThis, { ${name} });`,
  );
  return {
    name: 'lend',
    transform: (code: string, id: string) =>
      id.endsWith('/entrypoints/reader/main.tsx') ? code + added.join('') : null,
  };
}
