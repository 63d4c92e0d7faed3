import { createPauses } from '../pauses.ts';
import { blobChunks, bytesOf, type Reading, type Source } from './source.ts';
import { Refused } from './refusal.ts';

/** What may still be unpacked; shared by every part of a file and every reading of them. */
export interface Budget {
  left: number;
}

/** A file within a zip. */
export interface ZipPart extends Source {
  /** Its path, with `/`. */
  name: string;
  /** As the zip says, in bytes. */
  unpackedSize: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
const END_SEARCH = 22 + 65_535;
const MAX_DIRECTORY = 64 * 1024 ** 2;

/** Lists of addresses and texts pack ten to thirty times; what packs a hundred times over is a bomb. */
export function budgetFor(file: Blob): Budget {
  return { left: Math.min(64 * 1024 ** 2 + file.size * 100, 4 * 1024 ** 3) };
}

export async function isZip(file: Blob): Promise<boolean> {
  const head = await bytesOf(file, 0, 4);
  return head.length === 4 && viewOf(head).getUint32(0, true) === LOCAL;
}

/**
 * The files of a zip, by its directory, which stands at its end: without one the zip is cut off.
 * A part is unpacked only as far as it is read, and every byte unpacked is counted.
 *
 * @throws Refused
 */
export async function zipParts(file: Blob, budget: Budget, reading: Reading): Promise<ZipPart[]> {
  const from = Math.max(0, file.size - END_SEARCH);
  const tail = await bytesOf(file, from, file.size);
  const view = viewOf(tail);
  let at = tail.length - 22;
  while (at >= 0 && view.getUint32(at, true) !== END) at -= 1;
  if (at < 0) throw new Refused('truncated');
  const size = view.getUint32(at + 12, true);
  const start = view.getUint32(at + 16, true);
  // 64-bit sizes: four gigabytes and more.
  if (size === 0xffffffff || start === 0xffffffff) throw new Refused('too-large');
  if (size > MAX_DIRECTORY) throw new Refused('bomb');
  if (start + size > from + at) throw new Refused('truncated');
  return directory(await bytesOf(file, start, start + size), file, budget, reading);
}

function directory(bytes: Uint8Array, file: Blob, budget: Budget, reading: Reading): ZipPart[] {
  const view = viewOf(bytes);
  const names = new TextDecoder();
  const parts: ZipPart[] = [];
  for (let at = 0; at + 46 <= bytes.length;) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Refused('damaged');
    const [nameLength, extra, comment] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    );
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength!));
    const place = {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      unpackedSize: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    at += 46 + nameLength! + extra! + comment!;
    // Folders, and what a Mac adds beside each file.
    if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\._)/u.test(name)) continue;
    parts.push({
      name,
      size: place.size,
      unpackedSize: place.unpackedSize,
      chunks: () => unpacked(file, place, budget, reading),
    });
  }
  return parts;
}

interface Place {
  encrypted: boolean;
  method: number;
  size: number;
  unpackedSize: number;
  offset: number;
}

async function* unpacked(
  file: Blob,
  place: Place,
  budget: Budget,
  reading: Reading,
): AsyncGenerator<Uint8Array> {
  const packed = await packedBytes(file, place);
  // A stream hands over what it has unpacked without letting the page have its turn.
  const pause = createPauses();
  let length = 0;
  for await (const chunk of place.method === 0
    ? blobChunks(packed, reading)
    : inflated(packed, reading)) {
    length += chunk.length;
    budget.left -= chunk.length;
    // Longer than its own directory says: made to get past whoever believes it.
    if (budget.left < 0 || length > place.unpackedSize) throw new Refused('bomb');
    yield chunk;
    await pause();
  }
  if (length < place.unpackedSize) throw new Refused('damaged');
}

async function packedBytes(file: Blob, place: Place): Promise<Blob> {
  const head = await bytesOf(file, place.offset, place.offset + 30);
  if (head.length < 30 || viewOf(head).getUint32(0, true) !== LOCAL) throw new Refused('damaged');
  if (place.encrypted || (place.method !== 0 && place.method !== 8)) {
    throw new Refused('not-recognised');
  }
  const view = viewOf(head);
  const start = place.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + place.size > file.size) throw new Refused('truncated');
  return file.slice(start, start + place.size);
}

/** What an inflater is given at once: it unpacks all of it, a thousand times as much, before it hands anything on. */
const MOUTHFUL = 8 * 1024;

/** The browser's own inflater. It takes the next piece when what came of the last has been read. */
async function* inflated(packed: Blob, reading: Reading): AsyncGenerator<Uint8Array> {
  const inflater = new DecompressionStream('deflate-raw');
  const feeding = feed(inflater.writable, packed, reading);
  const reader = inflater.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await feeding;
  } catch (error) {
    await feeding;
    if (error instanceof Refused || reading.signal?.aborted) throw error;
    throw new Refused('damaged', { cause: error });
  } finally {
    // Also where whoever reads has seen enough: ends the feeding too.
    await reader.cancel().catch(() => undefined);
  }
}

/** Hands the packed bytes on; where they cannot be read, so cannot the inflater's end be. */
async function feed(
  into: WritableStream<BufferSource>,
  packed: Blob,
  reading: Reading,
): Promise<void> {
  const writer = into.getWriter();
  try {
    for await (const chunk of blobChunks(packed, reading)) {
      for (let at = 0; at < chunk.length; at += MOUTHFUL) {
        await writer.write(chunk.subarray(at, at + MOUTHFUL) as Uint8Array<ArrayBuffer>);
      }
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
