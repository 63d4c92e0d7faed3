import type { BrowserName } from '../../browser/types.ts';
import { buildOther } from '../../commands/other-build.ts';
import { builtBefore } from '../support/built-before.ts';

/**
 * The extension as it is once a reader has agreed to its asking hosts: a browser without a screen
 * shows no question to agree to, so this build, which only the tests make, has the right from the
 * start, and its library page lends the tests the functions named. Answers where it is.
 *
 * @param lent names of functions of `components/library/`, by their file
 */
export function withHosts(name: BrowserName, lent: Record<string, string> = {}): () => string {
  return builtBefore(() =>
    buildOther(name, 'with-hosts', {
      vite: () => ({ plugins: [lend(lent)] }),
      hooks: {
        'build:manifestGenerated': (_, manifest) => {
          manifest.host_permissions = manifest.optional_host_permissions;
          delete manifest.optional_host_permissions;
        },
      },
    }),
  );
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
