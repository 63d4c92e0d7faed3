import { crc32 } from './crc32.ts';
import { FILE_HEADER_SIZE, readDirectory, viewOf, type ZipEntry } from './directory.ts';
import { ZipError } from './error.ts';
import { FILE_HEADER } from './signatures.ts';

export interface Zip {
  /** Files by name in the zip's order, folders left out. */
  entries: ReadonlyMap<string, ZipEntry>;
  /** The unpacked bytes in parts of at most a megabyte. Throws a `ZipError` when they are not what was packed. */
  read(entry: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>>;
  /** All of them at once, for files known to be small: `too-large` beyond `max` bytes. */
  bytes(entry: ZipEntry, max: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** What a zip may unpack to: so many times the file, past an allowance of bytes for small ones. */
export interface ZipBounds {
  ratio: number;
  allowance: number;
}

/** Of a backup: texts pack to a fourth or a tenth, bombs to a thousandth. */
const BACKUP: ZipBounds = { ratio: 50, allowance: 512 * 1024 * 1024 };
const PART = 1024 * 1024;
const PIECE = 16 * 1024;

/**
 * Opens a zip of any size (zip64 too) for reading here and there: nothing of it is held in memory
 * but its directory. Refused as a whole, by a `ZipError`, when names could lead astray or stand
 * twice, when files lie over one another, or when it states to unpack to absurdly much; that a file
 * does not unpack to more than it states is watched while reading.
 */
export async function openZip(file: Blob, bounds = BACKUP): Promise<Zip> {
  const entries = new Map<string, ZipEntry>();
  const names = new Set<string>();
  const listed = await readDirectory(file);
  for (const entry of listed) {
    if (!isPlainName(entry.name)) throw new ZipError('damaged', 'a name that leads elsewhere');
    // «A.txt» and «a.txt» are one file on many disks: what one tool shows another must not replace.
    const name = entry.name.normalize('NFC').toLowerCase();
    if (names.has(name)) throw new ZipError('damaged', 'a name that stands twice');
    names.add(name);
    if (!entry.name.endsWith('/')) entries.set(entry.name, entry);
  }
  refuseOverlaps(listed);
  const total = listed.reduce((sum, { size }) => sum + size, 0);
  if (total > Math.max(bounds.allowance, bounds.ratio * file.size)) {
    throw new ZipError('too-large', 'bomb');
  }
  const read = (entry: ZipEntry) => unpack(file, entry);
  return { entries, read, bytes: (entry, max) => collect(read, entry, max) };
}

function isPlainName(name: string): boolean {
  if (name === '' || name.length > 1000 || /^[a-z]:|\p{Cc}/iu.test(name)) return false;
  const parts = name.replace(/\/$/u, '').split('/');
  return parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Files that share their bytes are the one way to get more out of a zip than its packing allows. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  let end = 0;
  for (const { offset, packed, name } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < end) throw new ZipError('damaged', 'files that lie over one another');
    // In bytes the name is at least as long as in UTF-16 units.
    end = offset + FILE_HEADER_SIZE + name.length + packed;
  }
}

async function collect(
  read: Zip['read'],
  entry: ZipEntry,
  max: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.size > max) throw new ZipError('too-large', entry.name);
  const all = new Uint8Array(entry.size);
  let at = 0;
  for await (const part of read(entry)) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function* unpack(file: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const packed = await packedPart(file, entry);
  const parts = entry.packing === 'stored' ? slices(packed) : inflated(packed);
  let length = 0;
  let crc = 0;
  for await (const part of parts) {
    length += part.length;
    if (length > entry.size) throw new ZipError('damaged', 'more than stated');
    crc = crc32(part, crc);
    yield part;
  }
  if (length !== entry.size) throw new ZipError('damaged', 'less than stated');
  if (crc !== entry.crc) throw new ZipError('damaged', 'other bytes than were packed');
}

/** The file's own header says once more where its bytes begin, and may be longer than the directory knows. */
async function packedPart(file: Blob, { offset, packed }: ZipEntry): Promise<Blob> {
  const header = await viewOf(file, offset, offset + FILE_HEADER_SIZE);
  if (header.byteLength < FILE_HEADER_SIZE || header.getUint32(0, true) !== FILE_HEADER) {
    throw new ZipError('damaged', 'no file where one should be');
  }
  const start = offset + FILE_HEADER_SIZE + header.getUint16(26, true) + header.getUint16(28, true);
  return file.slice(start, start + packed);
}

async function* slices(blob: Blob, size = PART): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < blob.size; at += PART) {
    const part = new Uint8Array(await blob.slice(at, at + PART).arrayBuffer());
    for (let from = 0; from < part.length; from += size) yield part.subarray(from, from + size);
  }
}

/**
 * Through the browser's own inflater, which gives all of a piece before it takes the next: small
 * pieces, each of which swells to a thousand times itself at most.
 */
async function* inflated(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const pieces = slices(blob, PIECE);
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  const reader = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await readPart(reader);
      if (done) return;
      yield value;
    }
  } finally {
    // Left early: what is still to come is not unpacked.
    await reader.cancel().catch(() => undefined);
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

async function readPart(reader: Reader): ReturnType<Reader['read']> {
  try {
    return await reader.read();
  } catch (error) {
    // The file is gone, or whoever reads was told to stop: nothing is wrong with its bytes.
    if (error instanceof DOMException) throw error;
    throw new ZipError('damaged', 'packed bytes', { cause: error });
  }
}
