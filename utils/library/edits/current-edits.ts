import type { Edit } from '../item.ts';

/** The edits that are not undone, the oldest first. */
export function currentEdits(edits: readonly Edit[]): Edit[] {
  return edits
    .filter(({ removed }) => !removed)
    .toSorted((a, b) => (a.stamp + a.id < b.stamp + b.id ? -1 : 1));
}
