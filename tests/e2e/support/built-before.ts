import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** A build made before the tests and gone with them, folder and all; answers where it is. */
export function builtBefore(make: () => Promise<string>): () => string {
  let folder: string | null = null;
  beforeAll(async () => {
    folder = await make();
  });
  afterAll(async () => {
    if (folder) await rm(dirname(folder), { recursive: true });
  });
  return () => {
    if (!folder) throw new Error('The build is made before the first test.');
    return folder;
  };
}
