import type { Library } from './database.ts';

/** What the library takes of this device, and what keeps the browser from throwing it away. Bytes. */
export interface StorageFacts {
  /** Articles and links, those in the trash left out. */
  kept: number;
  trash: number;
  /** All that lies here, the second copy and the index too; null where the browser does not say. */
  used: number | null;
  /** Of it the bytes of kept pictures, each counted once. */
  pictures: number;
  /** What may still be added; null where the browser does not say. */
  left: number | null;
  /** Whether the browser has promised not to throw it away when the device runs full. */
  protected: boolean;
}

/** Under this many bytes left the reader is warned. */
const LITTLE = 200 * 1024 * 1024;

export interface StorageWorld {
  storage: Pick<StorageManager, 'estimate' | 'persisted'>;
  /** Whether the extension holds `unlimitedStorage`, which protects what it keeps. */
  unlimited: () => Promise<boolean>;
}

export async function storageFacts(library: Library, world: StorageWorld): Promise<StorageFacts> {
  const { items } = library;
  const [{ used, left }, pictures, all, trash, isProtected] = await Promise.all([
    room(world),
    pictureBytes(library),
    items.count(),
    items.where('sort.shelf').equals('trash').count(),
    protection(world),
  ]);
  return { kept: all - trash, trash, used, pictures, left, protected: isProtected };
}

/** What is used and left, in bytes. */
export async function room({
  storage,
}: Pick<StorageWorld, 'storage'>): Promise<Pick<StorageFacts, 'used' | 'left'>> {
  const { usage, quota } = await storage.estimate();
  const left = usage === undefined || quota === undefined ? null : Math.max(0, quota - usage);
  return { used: usage ?? null, left };
}

export function isLittle(left: number | null): boolean {
  return left !== null && left < LITTLE;
}

async function protection({ storage, unlimited }: StorageWorld): Promise<boolean> {
  return (await unlimited()) || (await storage.persisted());
}

/** From the rows that tell of pictures: their bytes are not read. */
async function pictureBytes({ pictures }: Library): Promise<number> {
  const sizes = new Map<string, number>();
  await pictures.each((row) => {
    for (const { hash, size } of row.pictures) sizes.set(hash, size);
  });
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
