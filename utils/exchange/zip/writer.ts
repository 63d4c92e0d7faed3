import { Deflate, deflateSync } from 'fflate';
import { joinedBytes } from '../../joined-bytes.ts';
import type { Sink } from '../sink.ts';
import { crc32 } from './crc32.ts';
import {
  centralHeader,
  dataDescriptor,
  dosTime,
  endRecords,
  localHeader,
  type ZipEntry,
} from './records.ts';

export interface ZipWriter {
  /**
   * A file whose bytes are all here; `store` keeps them as they are, for pictures and what must stand
   * plain. Its length stands before it, so that it can be read from a stream.
   */
  add(name: string, bytes: Uint8Array, options?: { store?: boolean }): Promise<void>;
  /** A file that comes in pieces, always packed: one that is only stored cannot be told from what follows it. */
  add(name: string, chunks: AsyncIterable<Uint8Array>): Promise<void>;
  /** Writes the list of files, which closes the archive. */
  end(): Promise<void>;
}

/** Pieces no larger are packed at once, so that no step takes long. */
const PIECE = 64 * 1024;
/** The list of files is written in pieces too. */
const LIST_PIECE = 256 * 1024;
const LARGEST_FILE = 0xffffffff;
const OLDEST = new Date(Date.UTC(1980, 0, 1));

/**
 * A zip archive written as it is made: nothing but the list of names is kept, and no file begins
 * before `write` has taken the one before it. Files may be many (zip64 from the 65,535th on, or past
 * 4 GB of archive), each of less than 4 GB. Call `add` for one file after the other and await each.
 *
 * @param modified time of every file (UTC); by default the oldest there is, so that the same files
 * give the same bytes.
 * @throws RangeError for a file of 4 GB; Error when two files are added at once.
 */
export function createZip(write: Sink, modified: Date = OLDEST): ZipWriter {
  const entries: ZipEntry[] = [];
  const time = dosTime(modified);
  let offset = 0;
  let busy = false;

  const send = async (bytes: Uint8Array): Promise<void> => {
    offset += bytes.byteLength;
    await write(bytes);
  };
  const alone = async (work: () => Promise<void>): Promise<void> => {
    if (busy) throw new Error('A zip takes one file at a time: await the one before.');
    busy = true;
    await work();
    // Not after a failure: half a file is in the archive, and nothing can follow it.
    busy = false;
  };
  const begin = (name: string, known: Partial<ZipEntry>): ZipEntry => {
    const entry: ZipEntry = {
      name: new TextEncoder().encode(name),
      stored: false,
      streamed: false,
      crc: 0,
      packed: 0,
      size: 0,
      offset,
      ...known,
    };
    entries.push(entry);
    return entry;
  };

  const addBytes = async (name: string, bytes: Uint8Array, store: boolean): Promise<void> => {
    const packed = store ? bytes : deflateSync(bytes);
    const stored = packed.byteLength >= bytes.byteLength;
    const content = stored ? bytes : packed;
    if (bytes.byteLength >= LARGEST_FILE) throw new RangeError(`${name} is too large for a zip.`);
    const entry = begin(name, {
      stored,
      crc: crc32(bytes),
      packed: content.byteLength,
      size: bytes.byteLength,
    });
    await send(localHeader(entry, time));
    await send(content);
  };

  const addChunks = async (name: string, chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    const entry = begin(name, { streamed: true });
    await send(localHeader(entry, time));
    let ready: Uint8Array[] = [];
    const packer = new Deflate((chunk) => ready.push(chunk));
    const drain = async (): Promise<void> => {
      const taken = ready;
      ready = [];
      for (const chunk of taken) {
        entry.packed += chunk.byteLength;
        if (chunk.byteLength > 0) await send(chunk);
      }
    };
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.byteLength; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        entry.crc = crc32(piece, entry.crc);
        entry.size += piece.byteLength;
        packer.push(piece);
        await drain();
      }
      if (entry.size >= LARGEST_FILE) throw new RangeError(`${name} is too large for a zip.`);
    }
    packer.push(new Uint8Array(), true);
    await drain();
    await send(dataDescriptor(entry));
  };

  const writeList = async (): Promise<void> => {
    const start = offset;
    let piece: Uint8Array[] = [];
    let size = 0;
    const flush = async (): Promise<void> => {
      const joined = joinedBytes(piece);
      piece = [];
      size = 0;
      await send(joined);
    };
    for (const entry of entries) {
      const header = centralHeader(entry, time);
      piece.push(header);
      size += header.byteLength;
      if (size >= LIST_PIECE) await flush();
    }
    await flush();
    await send(endRecords(entries.length, offset - start, start));
  };

  return {
    add: (name: string, data: Uint8Array | AsyncIterable<Uint8Array>, { store = false } = {}) =>
      alone(() =>
        data instanceof Uint8Array ? addBytes(name, data, store) : addChunks(name, data),
      ),
    end: () => alone(writeList),
  };
}
