import type { Library } from '../database.ts';
import { isRecord, recordLine, type Lines } from './chunk.ts';
import { entryOf, lineOf, readRows, type Found, type HeldIds } from './read-rows.ts';

/** Rows read from the database at one moment. */
const BATCH = 50;

/** What following some ids into their chunk's lines brought to light. */
export interface Changes {
  /** Whether any line differs. */
  changed: boolean;
  /** In the second copy, without row and without record: kept there. */
  missing: string[];
  /** Rows that cannot be read; what the second copy has of them is kept. */
  unreadable: string[];
  /** Of those, the ones the second copy does not have. */
  beyond: string[];
  /** Left as they were: an import is not done with them. */
  held: Set<string>;
  /** Hashes of pictures named by what was looked at and, in a line that changed, by what it was. */
  named: Set<string>;
  unnamed: Set<string>;
}

export function noChanges(): Changes {
  return {
    changed: false,
    missing: [],
    unreadable: [],
    beyond: [],
    held: new Set(),
    named: new Set(),
    unnamed: new Set(),
  };
}

/**
 * Brings the lines of these ids to what the database says. What has a record of its purge goes, and
 * what another row has taken in; what is gone without either stays.
 */
export async function updateLines(
  library: Library,
  lines: Lines,
  ids: readonly string[],
  heldIds?: HeldIds,
): Promise<Changes> {
  const changes = noChanges();
  for (let from = 0; from < ids.length; from += BATCH) {
    const found = await readRows(library, ids.slice(from, from + BATCH), heldIds);
    for (const [id, row] of found) updateLine(lines, id, row, changes);
  }
  return changes;
}

function updateLine(lines: Lines, id: string, row: Found, changes: Changes): void {
  const old = lines.get(id);
  const held = old !== undefined && !isRecord(old);
  if (row.kind === 'held') {
    changes.held.add(id);
    return;
  }
  if (row.kind === 'gone') {
    if (held) changes.missing.push(id);
    return;
  }
  if (row.kind === 'unreadable') {
    changes.unreadable.push(id);
    if (!held) changes.beyond.push(id);
    return;
  }
  const line = lineFor(row);
  if (row.kind === 'entry') for (const { hash } of row.entry.pictures) changes.named.add(hash);
  if (line === old) return;
  changes.changed = true;
  if (line === undefined) lines.delete(id);
  else lines.set(id, line);
  if (held) for (const { hash } of entryOf(old).pictures) changes.unnamed.add(hash);
}

function lineFor(
  row: Exclude<Found, { kind: 'held' | 'gone' | 'unreadable' }>,
): string | undefined {
  if (row.kind === 'entry') return lineOf(row.entry);
  return row.kind === 'purged' ? recordLine(row.purgedAt) : undefined;
}
