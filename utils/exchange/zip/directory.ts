import { ZipError } from './error.ts';
import { END, END_64, ENTRY, FILE_HEADER, LOCATOR_64 } from './signatures.ts';

/** One packed file, as the directory at the end of the zip tells of it. */
export interface ZipEntry {
  name: string;
  packing: 'stored' | 'deflated';
  /** Bytes in the zip. */
  packed: number;
  /** Bytes unpacked, as stated: reading stops with an error at the first byte more. */
  size: number;
  crc: number;
  /** Where its own header begins in the file. */
  offset: number;
}

const END_SIZE = 22;
const LOCATOR_SIZE = 20;
const ENTRY_SIZE = 46;
export const FILE_HEADER_SIZE = 30;

/** The comment at the very end is at most this long. */
const MAX_COMMENT = 0xffff;
/** About half a million files: many times a large library's pictures. */
const MAX_DIRECTORY = 64 * 1024 * 1024;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The files of a zip in its order. Reads its end and its directory, nothing else. Throws a `ZipError`. */
export async function readDirectory(file: Blob): Promise<ZipEntry[]> {
  const { offset, size, count, end } = await findDirectory(file);
  if (offset + size > end) throw new ZipError('damaged', 'the directory lies beyond the end');
  if (size > MAX_DIRECTORY) throw new ZipError('too-large', 'directory');
  const view = await viewOf(file, offset, offset + size);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    const { entry, next } = readEntry(view, at);
    if (entry.offset + FILE_HEADER_SIZE + entry.packed > offset) {
      throw new ZipError('damaged', 'a file lies beyond the directory');
    }
    entries.push(entry);
    at = next;
  }
  return entries;
}

interface Directory {
  offset: number;
  size: number;
  count: number;
  /** Where what follows the directory begins. */
  end: number;
}

async function findDirectory(file: Blob): Promise<Directory> {
  const start = Math.max(0, file.size - END_SIZE - MAX_COMMENT);
  const tail = await viewOf(file, start, file.size);
  let at = tail.byteLength - END_SIZE;
  while (at >= 0 && !isEnd(tail, at)) at -= 1;
  if (at < 0) throw await endless(file);
  const classic = {
    size: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
    count: tail.getUint16(at + 10, true),
    end: start + at,
  };
  const locator = await viewOf(file, Math.max(0, start + at - LOCATOR_SIZE), start + at);
  const long = locator.byteLength === LOCATOR_SIZE && locator.getUint32(0, true) === LOCATOR_64;
  if (long) return findDirectory64(file, whole(locator, 8));
  if (tail.getUint32(at + 4, true) !== 0) throw new ZipError('damaged', 'one part of several');
  return classic;
}

/** Its comment must reach exactly to the end of the file, so that the signature inside a comment is none. */
function isEnd(tail: DataView, at: number): boolean {
  if (tail.getUint32(at, true) !== END) return false;
  return at + END_SIZE + tail.getUint16(at + 20, true) === tail.byteLength;
}

async function endless(file: Blob): Promise<ZipError> {
  const trouble = (await beginsAsZip(file)) ? 'truncated' : 'not-a-zip';
  return new ZipError(trouble, 'no directory at the end');
}

/** With a file, as a zip that holds one does; whether it is whole is another question. */
export async function beginsAsZip(file: Blob): Promise<boolean> {
  const head = await viewOf(file, 0, 4);
  return head.byteLength === 4 && head.getUint32(0, true) === FILE_HEADER;
}

async function findDirectory64(file: Blob, end: number): Promise<Directory> {
  const view = await viewOf(file, end, Math.min(end + 56, file.size));
  if (view.byteLength < 56 || view.getUint32(0, true) !== END_64) {
    throw new ZipError('damaged', 'no long end where it should be');
  }
  return { count: whole(view, 32), size: whole(view, 40), offset: whole(view, 48), end };
}

function readEntry(view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY) {
    throw new ZipError('damaged', 'directory entry');
  }
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extra = at + ENTRY_SIZE + nameLength;
  const next = extra + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw new ZipError('damaged', 'directory entry');
  if (view.getUint16(at + 8, true) & 1) throw new ZipError('encrypted', 'entry');
  const [size, packed, offset] = longSizes(view, extra, extra + extraLength, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_SIZE, nameLength);
  const entry: ZipEntry = {
    name: nameOf(bytes),
    packing: packing(view.getUint16(at + 10, true)),
    crc: view.getUint32(at + 16, true),
    size,
    packed,
    offset,
  };
  return { entry, next };
}

/**
 * With `/`, also where a tool of Windows wrote its own mark. In another encoding than UTF-8 the letters
 * cannot be told, but names that differ must go on differing: each such byte becomes a sign of its own.
 */
function nameOf(bytes: Uint8Array): string {
  return decoded(bytes).replaceAll('\\', '/');
}

function decoded(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    // Of the Private Use Area, where a letter has no capital and is no control.
    return String.fromCharCode(...Array.from(bytes, (byte) => byte + (byte < 0x80 ? 0 : 0xf700)));
  }
}

function packing(method: number): ZipEntry['packing'] {
  if (method === 0) return 'stored';
  if (method === 8) return 'deflated';
  throw new ZipError('damaged', `packed in way ${method}`);
}

type Sizes = [size: number, packed: number, offset: number];

/** Of the three only those that did not fit stand in the zip64 field, in this order. */
function longSizes(view: DataView, from: number, to: number, short: Sizes): Sizes {
  if (!short.includes(0xffffffff)) return short;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const long = (value: number): number => {
      if (value !== 0xffffffff) return value;
      if (next + 8 > to) throw new ZipError('damaged', 'zip64 field');
      next += 8;
      return whole(view, next - 8);
    };
    return [long(short[0]), long(short[1]), long(short[2])];
  }
  throw new ZipError('damaged', 'no zip64 field');
}

function whole(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ZipError('damaged', 'a size beyond all');
  return Number(value);
}

export async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}
