import { sha256 } from '../sha256.ts';
import { pack, unpack } from './pack.ts';
import type { MirrorStore } from './store.ts';

/** One piece of the second copy: the lines of some ids, compressed. Never written twice under one name. */
export interface Chunk {
  /** Bits the hashes of its ids begin with: see `leaves.ts`. */
  leaf: string;
  /** The writing it came with; a later one speaks for the same ids in place of an earlier one. */
  pass: number;
  /** Of the compressed bytes, in hex. */
  sha256: string;
  /** Compressed. */
  bytes: number;
  /** Items in it; records of purges are not counted. */
  rows: number;
}

/** Lines by id, each JSON. */
export type Lines = Map<string, string>;

/** Uncompressed bytes a chunk may have before it splits: one save rewrites one chunk. */
export const MAX_CHUNK = 512 * 1024;

export const CHUNKS = 'chunk/';

/** The name says all that a lost list of chunks would have said. */
export function chunkName({ leaf, pass, sha256: sum }: Chunk): string {
  return `${CHUNKS}${pass}.${leaf}.${sum}`;
}

export function fromName(name: string): Chunk | null {
  const [, pass = '', leaf = '', sum = ''] =
    /^chunk\/(\d{1,15})\.([01]{0,32})\.([\da-f]{64})$/.exec(name) ?? [];
  return sum === '' ? null : { leaf, pass: Number(pass), sha256: sum, bytes: 0, rows: 0 };
}

/** A chunk ready to be written. */
export async function encodeChunk(
  leaf: string,
  pass: number,
  lines: Lines,
): Promise<{ chunk: Chunk; bytes: Uint8Array<ArrayBuffer> }> {
  const order = [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const bytes = await pack(order.map(([id, line]) => `${id} ${line}\n`).join(''));
  const rows = order.filter(([, line]) => !isRecord(line)).length;
  const sum = await sha256(bytes);
  return { chunk: { leaf, pass, sha256: sum, bytes: bytes.length, rows }, bytes };
}

/** Its lines, or null when it is missing or damaged. */
export async function readChunk(store: MirrorStore, chunk: Chunk): Promise<Lines | null> {
  const bytes = await store.read(chunkName(chunk));
  if (!bytes || (await sha256(bytes)) !== chunk.sha256) return null;
  const text = await unpack(bytes);
  if (text === null) return null;
  const lines: Lines = new Map();
  for (const line of text.split('\n')) {
    const end = line.indexOf(' ');
    if (end > 0) lines.set(line.slice(0, end), line.slice(end + 1));
  }
  return lines;
}

const encoder = new TextEncoder();

export function lineSize(id: string, line: string): number {
  return id.length + 2 + encoder.encode(line).length;
}

/** The line of an id that was purged: that and when, nothing of what it was. */
export function recordLine(purgedAt: number): string {
  return JSON.stringify({ purgedAt });
}

export function isRecord(line: string): boolean {
  return line.startsWith('{"purgedAt":');
}

/** A purge is remembered for a year, like in the database. */
const RECORD_MS = 366 * 24 * 60 * 60 * 1000;

/** @param now milliseconds since the epoch */
export function withoutOldRecords(lines: Lines, now: number): Lines {
  const isOld = (line: string): boolean =>
    isRecord(line) && Number(/\d+/.exec(line)?.[0]) < now - RECORD_MS;
  return new Map([...lines].filter(([, line]) => !isOld(line)));
}
