import type { Library } from '../database.ts';
import { noChanges, updateLines, type Changes } from './changes-of.ts';
import {
  chunkName,
  encodeChunk,
  lineSize,
  MAX_CHUNK,
  readChunk,
  withoutOldRecords,
  type Chunk,
  type Lines,
} from './chunk.ts';
import { bitsOf, leafFinder, splitLeaf } from './leaves.ts';
import { writeManifest, type Manifest } from './manifest.ts';
import { copyPictures } from './pictures.ts';
import type { HeldIds } from './read-rows.ts';
import type { MirrorStore } from './store.ts';
import { noteHashes } from './under-way.ts';

/** No more new ids than this are taken into one chunk's lines before they are divided. */
const MAX_NEW = 256;
/** Chunks after which the manifest is written, so that being ended does not undo more. */
const MANIFEST_EVERY = 32;

export interface Rewriting {
  library: Library;
  store: MirrorStore;
  /** As found, or an empty one. */
  manifest: Manifest;
  now: number;
  /** Hashes of pictures the second copy has; null where each is to be asked for. */
  present: ReadonlySet<string> | null;
  /** Every id of the database in a leaf: for a chunk that cannot be read. */
  idsIn(leaf: string): Promise<string[]>;
  /** Chunks to be looked at though none of the ids is in them. */
  leaves: readonly string[];
  /** Look at every id a chunk has too, not only at those named. */
  whole: boolean;
  heldIds: HeldIds | undefined;
  alive(): Promise<unknown>;
}

export interface Rewritten extends Changes {
  /** The one that stands now. */
  manifest: Manifest;
}

interface State extends Rewritten {
  chunks: Map<string, Chunk>;
  /** Of the next manifest. */
  pass: number;
  /** Names of pieces the next manifest does not list. */
  outdated: string[];
}

/**
 * Brings what the second copy says of these ids to what the database says, chunk by chunk. Pieces
 * are written under new names, then the manifest, then what it no longer lists is taken away: ended
 * anywhere, the manifest that is there lists pieces that are there.
 */
export async function rewrite(on: Rewriting, ids: Iterable<string>): Promise<Rewritten> {
  const { manifest } = on;
  const chunks = new Map(manifest.chunks.map((chunk) => [chunk.leaf, chunk]));
  const state: State = { ...noChanges(), manifest, chunks, pass: manifest.pass + 1, outdated: [] };
  let written = 0;
  for (const [leaf, group] of groupIds(on, chunks, ids)) {
    written += await rewriteLeaf(on, state, leaf, group);
    if (written < MANIFEST_EVERY) continue;
    await listChunks(on, state);
    written = 0;
  }
  if (written > 0) await listChunks(on, state);
  return state;
}

function groupIds(
  { leaves }: Rewriting,
  chunks: ReadonlyMap<string, Chunk>,
  ids: Iterable<string>,
): Map<string, Set<string>> {
  const leafOf = leafFinder(chunks.keys());
  const groups = new Map<string, Set<string>>();
  const group = (leaf: string): Set<string> => {
    const known = groups.get(leaf) ?? new Set();
    groups.set(leaf, known);
    return known;
  };
  for (const id of ids) group(leafOf(id)).add(id);
  for (const leaf of leaves) group(leaf);
  return groups;
}

/** The manifest of what is done so far, which has followed nothing to its end yet. */
async function listChunks(on: Rewriting, state: State): Promise<void> {
  const { store, now } = on;
  await on.alive();
  const { pass, chunks } = state;
  state.manifest = { ...state.manifest, pass, writtenAt: now, chunks: [...chunks.values()] };
  await writeManifest(store, state.manifest);
  state.pass += 1;
  await store.remove(state.outdated.splice(0));
}

/** Answers how many chunks came or went. */
async function rewriteLeaf(
  on: Rewriting,
  state: State,
  leaf: string,
  named: ReadonlySet<string>,
): Promise<number> {
  const old = state.chunks.get(leaf);
  const read = old ? await readChunk(on.store, old) : new Map<string, string>();
  const ids = new Set(named);
  if (read && on.whole) for (const id of read.keys()) ids.add(id);
  if (!read) for (const id of await on.idsIn(leaf)) ids.add(id);
  const branches = divide({ leaf, lines: read ?? new Map(), ids });
  const isWhole = read !== null && branches.length === 1;
  let written = 0;
  for (const { lines, ...branch } of branches) {
    const changes = await updateLines(on.library, lines, [...branch.ids], on.heldIds);
    await takePictures(on, changes);
    gather(state, changes);
    if (isWhole && !changes.changed) return 0;
    if (written === 0 && old) {
      state.chunks.delete(leaf);
      state.outdated.push(chunkName(old));
    }
    written += 1 + (await writeLines(on, state, branch.leaf, lines));
  }
  return written;
}

interface Branch {
  leaf: string;
  lines: Lines;
  ids: Set<string>;
}

/** In as many parts as keep a great import from being held in memory at once. */
function divide(branch: Branch): Branch[] {
  const { leaf, lines, ids } = branch;
  const added = [...ids].filter((id) => !lines.has(id)).length;
  if (added <= MAX_NEW) return [branch];
  return ['0', '1'].flatMap((bit) => {
    const half = leaf + bit;
    const inHalf = (id: string): boolean => bitsOf(id).startsWith(half);
    return divide({
      leaf: half,
      lines: new Map([...lines].filter(([id]) => inHalf(id))),
      ids: new Set([...ids].filter(inHalf)),
    });
  });
}

/** Notes down which pictures come and go before any does, and copies those that come. */
async function takePictures(on: Rewriting, { changed, named, unnamed }: Changes): Promise<void> {
  const { library, store, present } = on;
  const come = [...named].filter((hash) => !present?.has(hash));
  if (changed || come.length > 0) await noteHashes(store, [...come, ...unnamed]);
  await copyPictures(library, store, come);
}

function gather(state: State, changes: Changes): void {
  state.changed ||= changes.changed;
  state.missing.push(...changes.missing);
  state.unreadable.push(...changes.unreadable);
  state.beyond.push(...changes.beyond);
  for (const id of changes.held) state.held.add(id);
  for (const hash of changes.named) state.named.add(hash);
  for (const hash of changes.unnamed) state.unnamed.add(hash);
}

/** Answers how many chunks the lines took: none where there are none. */
async function writeLines(
  { store, now }: Rewriting,
  state: State,
  leaf: string,
  lines: Lines,
): Promise<number> {
  const kept = withoutOldRecords(lines, now);
  if (kept.size === 0) return 0;
  const parts = splitLeaf(leaf, kept, MAX_CHUNK, lineSize);
  for (const [part, partLines] of parts) {
    const { chunk, bytes } = await encodeChunk(part, state.pass, partLines);
    await store.write(chunkName(chunk), bytes);
    state.chunks.set(part, chunk);
  }
  return parts.size;
}
