import type { Sink } from '../sink.ts';

/** A file being written for the reader to save. */
export interface ExportFile {
  write: Sink;
  /** The whole, lying on the disk where the browser has one for us: it is never in memory at once. */
  finish(): Promise<Blob>;
  /** Drops what was written. */
  discard(): Promise<void>;
}

const FOLDER = 'exports';
/** A file is left to the download that copies it for so long, ms. */
const KEPT = 60 * 60 * 1000;
/** Bytes gathered before they are handed to the browser as a part. */
const PART = 8 * 1024 * 1024;

/**
 * A file to write an export into: in the origin's own file system, from where the browser copies it to
 * where the reader wants it. That way 1.5 GB go out in both browsers, and in Firefox too, which has no
 * dialog to write into a chosen file and keeps blobs made by a page in memory. Where there is no such
 * file system (a private window) parts are handed to the browser one by one.
 */
export async function openExportFile(
  storage: Pick<StorageManager, 'getDirectory'> = navigator.storage,
): Promise<ExportFile> {
  let folder: FileSystemDirectoryHandle;
  try {
    folder = await (await storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  } catch (error) {
    console.warn(error);
    return inParts();
  }
  const name = crypto.randomUUID();
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  return {
    // What is given is this side's own, never shared memory.
    write: (chunk) => stream.write(chunk as Uint8Array<ArrayBuffer>),
    async finish() {
      await stream.close();
      return handle.getFile();
    },
    async discard() {
      // Not closed, nothing of it is kept; but the name is.
      await stream.abort().catch(() => undefined);
      await folder.removeEntry(name).catch(console.warn);
    },
  };
}

function inParts(): ExportFile {
  let parts: Blob[] = [];
  let gathered: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const hand = (): void => {
    parts.push(new Blob(gathered));
    gathered = [];
    size = 0;
  };
  return {
    write(chunk) {
      gathered.push(chunk.slice());
      size += chunk.length;
      if (size >= PART) hand();
      return Promise.resolve();
    },
    finish() {
      hand();
      return Promise.resolve(new Blob(parts));
    },
    discard() {
      parts = [];
      gathered = [];
      return Promise.resolve();
    },
  };
}

/** Removes the files of earlier exports, which have long been copied. To be called when a page opens; never rejects. */
export async function removeOldExports(
  now: number,
  storage: Pick<StorageManager, 'getDirectory'> = navigator.storage,
): Promise<void> {
  try {
    const folder = await (await storage.getDirectory()).getDirectoryHandle(FOLDER);
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'file' && now - (await handle.getFile()).lastModified > KEPT)
        await folder.removeEntry(name);
    }
  } catch (error) {
    // None was ever made, or one is being written: the next opening tries again.
    if (!(error instanceof DOMException)) throw error;
  }
}
