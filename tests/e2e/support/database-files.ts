import { appendFile, open, readdir, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserName } from '../../browser/types.ts';

/** What happens to a database between two starts. */
export type Damage = 'deleted' | 'truncated' | 'noise' | 'holes' | 'values' | 'pointer' | 'torn';

/** Where each browser keeps the databases of an extension, and there the files of large values. */
const PLACES = {
  chromium: { all: /IndexedDB\/chrome-extension_/u, values: /\.indexeddb\.blob\// },
  firefox: { all: /\/moz-extension\+\+\+[^/^]+\/idb\//u, values: /\.files\// },
} satisfies Record<BrowserName, { all: RegExp; values: RegExp }>;

/** Checksum, length (900 bytes) and kind (a whole one) of a LevelDB record whose body was not written. */
const RECORD_WITHOUT_BODY = Uint8Array.of(1, 2, 3, 4, 0x84, 3, 1);

/**
 * Damages the library's files in a profile whose browser has ended. `deleted`: all of them.
 * `truncated`, `noise`: each to its half, each wholly. `holes`: noise here and there in what holds
 * rows. `values`: only the files of large values go. `pointer`: noise in the middle of the small file
 * that says which state holds, where the browser has one. `torn`: the log of what was written last
 * ends in the middle of a record, as a killed browser leaves it. Answers how many files it came to.
 */
export async function damageDatabase(
  name: BrowserName,
  profile: string,
  damage: Damage,
): Promise<number> {
  const { all, values } = PLACES[name];
  const found = (await filesUnder(profile)).filter((path) => all.test(path));
  const wanted = found.filter((path) => {
    if (damage === 'deleted') return true;
    if (damage === 'values') return values.test(path);
    if (damage === 'pointer') return path.endsWith('/CURRENT');
    if (damage === 'torn') return path.endsWith('.log');
    return !values.test(path) && (damage !== 'holes' || /\.(?:ldb|log|sqlite)$/u.test(path));
  });
  for (const path of wanted) await damageFile(path, damage);
  return wanted.length;
}

async function damageFile(path: string, damage: Damage): Promise<void> {
  const { size } = await stat(path);
  if (damage === 'deleted' || damage === 'values') return rm(path);
  if (damage === 'truncated') return truncate(path, Math.floor(size / 2));
  if (damage === 'torn') return appendFile(path, RECORD_WITHOUT_BODY);
  const file = await open(path, 'r+');
  try {
    if (damage === 'noise') await file.write(noise(size), 0, size, 0);
    if (damage === 'pointer') await file.write(noise(5), 0, 5, 5);
    // Past the head, so that it still looks like a database.
    for (let at = 5000; damage === 'holes' && at < size; at += 8000) {
      await file.write(noise(2000), 0, Math.min(2000, size - at), at);
    }
  } finally {
    await file.close();
  }
}

/** The same each time; never a line end, which would make Chromium's pointer file look whole. */
function noise(size: number): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length: size }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return ((state >> 16) & 0xff) | 0x80;
  });
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
