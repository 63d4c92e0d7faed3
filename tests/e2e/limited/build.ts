import type { BrowserName } from '../../browser/types.ts';
import { buildOther } from '../../commands/other-build.ts';

/** Builds the extension without `unlimitedStorage`, into a temporary folder; returns that folder. */
export async function buildLimited(name: BrowserName): Promise<string> {
  let removed = 0;
  const folder = await buildOther(name, 'limited', {
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
  return folder;
}
