import { list, nullable, number, record } from '../shapes.ts';
import { CHUNKS, fromName, type Chunk } from './chunk.ts';
import { sha256 } from '../sha256.ts';
import type { MirrorStore } from './store.ts';

/** What the second copy holds and how far it has followed. Written last: what it does not list is not there. */
export interface Manifest {
  format: 1;
  /** The database it was made from: see `generation.ts`. */
  library: string;
  /** Of the last change followed; null while not everything has been followed once. */
  cursor: number | null;
  /** Rows of the database that could not be read when everything was followed. */
  unread: number;
  /** Counts the writings, from 1. */
  pass: number;
  /** Milliseconds since the epoch. */
  writtenAt: number;
  chunks: Chunk[];
}

/** `newer`: of a later version of the extension, not to be touched. */
export type FoundManifest = Manifest | 'none' | 'newer';

const FORMAT = 1;
const MAX_CHUNKS = 1_000_000;
/**
 * Two places, written in turn: putting a piece over another first takes the old one away, and being
 * ended just then would leave neither.
 */
const PLACES = ['manifest/0', 'manifest/1'] as const;

export async function writeManifest(store: MirrorStore, manifest: Manifest): Promise<void> {
  const said = encode(JSON.stringify(manifest));
  const sum = encode(await sha256(said));
  const bytes = new Uint8Array(sum.length + said.length);
  bytes.set(sum);
  bytes.set(said, sum.length);
  await store.write(PLACES[manifest.pass % 2 === 0 ? 0 : 1], bytes);
}

/** The last one written that is whole. */
export async function readManifest(store: MirrorStore): Promise<FoundManifest> {
  const found = await Promise.all(PLACES.map((place) => readPlace(store, place)));
  if (found.includes('newer')) return 'newer';
  const whole = found.filter((one) => typeof one === 'object');
  return whole.toSorted((a, b) => b.pass - a.pass)[0] ?? 'none';
}

async function readPlace(store: MirrorStore, place: string): Promise<FoundManifest> {
  const bytes = await store.read(place);
  if (!bytes) return 'none';
  const said = bytes.slice(SUM);
  const sum = new TextDecoder().decode(bytes.slice(0, SUM));
  if (sum !== (await sha256(said))) return 'none';
  return asManifest(JSON.parse(new TextDecoder().decode(said)));
}

/** Hex digits of the checksum before the text. */
const SUM = 64;

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function asManifest(value: unknown): FoundManifest {
  const from = record(value);
  if ((number(from?.['format']) ?? 0) > FORMAT) return 'newer';
  const library = from?.['library'];
  const cursor = nullable(from?.['cursor'], number);
  const unread = number(from?.['unread']);
  const pass = number(from?.['pass']);
  const writtenAt = number(from?.['writtenAt']);
  const chunks = list(from?.['chunks'], MAX_CHUNKS, asChunk);
  if (typeof library !== 'string' || !chunks) return 'none';
  if (cursor === undefined || unread === undefined) return 'none';
  if (pass === undefined || writtenAt === undefined) return 'none';
  return { format: 1, library, cursor, unread, pass, writtenAt, chunks };
}

function asChunk(value: unknown): Chunk | undefined {
  const from = record(value);
  const { leaf, sha256: sum } = from ?? {};
  const pass = number(from?.['pass']);
  const bytes = number(from?.['bytes']);
  const rows = number(from?.['rows']);
  if (typeof leaf !== 'string' || typeof sum !== 'string') return undefined;
  if (pass === undefined || bytes === undefined || rows === undefined) return undefined;
  return { leaf, pass, sha256: sum, bytes, rows };
}

/** Items it holds. */
export function rowsOf({ chunks }: Manifest): number {
  return chunks.reduce((sum, { rows }) => sum + rows, 0);
}

/** The chunks there are, for when no manifest tells, last writing first. How many rows they have is not known. */
export async function chunksByName(store: MirrorStore): Promise<Chunk[]> {
  const names = await store.names(CHUNKS);
  const chunks = names.map(fromName).filter((chunk) => chunk !== null);
  return chunks.toSorted((a, b) => b.pass - a.pass || b.leaf.length - a.leaf.length);
}
