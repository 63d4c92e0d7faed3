import { fileURLToPath } from 'node:url';
import type { BrowserName } from '../../browser/types.ts';
import { buildOther } from '../../commands/other-build.ts';
import { builtBefore } from './built-before.ts';

/**
 * The extension with a module that its full tabs import before all others: a stand-in for something of
 * the browser's. Answers where it is.
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
  return builtBefore(() =>
    buildOther(name, 'first-import', { vite: () => ({ plugins: [plugin] }) }),
  );
}
