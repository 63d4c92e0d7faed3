import { joinedBytes } from '../../joined-bytes.ts';
import { createPauses } from '../pauses.ts';
import { Refused } from './refusal.ts';

/** Bytes that can be read from the start as often as needed: a file, or a part of a zip. */
export interface Source {
  /** Bytes read from the disk for one reading; what comes out of a zip is more. */
  size: number;
  chunks(): AsyncGenerator<Uint8Array>;
}

/** What every reading is told. */
export interface Reading {
  signal?: AbortSignal | undefined;
  /** Milliseconds since the epoch. */
  now: number;
  /** Told of bytes taken from the disk. */
  progress?: ((bytes: number) => void) | undefined;
}

/** Small enough that a page is not held up for 50 ms while one is worked through. */
export const CHUNK = 256 * 1024;

/** A file, piece by piece: never whole in memory. */
export function blobSource(file: Blob, reading: Reading): Source {
  return { size: file.size, chunks: () => blobChunks(file, reading) };
}

async function* blobChunks(file: Blob, reading: Reading): AsyncGenerator<Uint8Array> {
  const pause = createPauses();
  for (let at = 0; at < file.size; at += CHUNK) {
    await pause();
    reading.signal?.throwIfAborted();
    const chunk = await bytesOf(file, at, at + CHUNK);
    reading.progress?.(chunk.length);
    yield chunk;
  }
}

/** @throws Refused `unreadable` where the browser no longer gets at the file */
async function bytesOf(file: Blob, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch (error) {
    throw new Refused('unreadable', { cause: error });
  }
}

/** The first bytes of a source, at most `most` or a chunk more. */
export async function headOf(source: Source, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.chunks()) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= most) break;
  }
  return joinedBytes(parts);
}
