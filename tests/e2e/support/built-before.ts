import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** Ms; half a minute where nothing else runs. */
const LONGEST_BUILD = 240_000;

/** A build made before the tests and gone with them, folder and all; answers where it is. */
export function builtBefore(make: () => Promise<string>): () => string {
  let folder: string | null = null;
  beforeAll(async () => {
    folder = await make();
  }, LONGEST_BUILD);
  afterAll(async () => {
    if (folder) await rm(dirname(folder), { recursive: true });
  });
  return () => {
    if (!folder) throw new Error('The build is made before the first test.');
    return folder;
  };
}
