import { foldWords } from '../../arabic/fold.ts';
import type { Line } from '../lines/lines.ts';

/** Words in a row that are compared. */
export const SHINGLE = 4;

/** Where a quotation leaves words out («…»), what stands before and behind the gap is compared by itself. */
export function shinglesOf({ text, words }: Line): string[] {
  const gap = /…|\.{3}/;
  const parts = gap.test(text) ? text.split(gap).map((part) => foldWords(part)) : [words];
  return parts.flatMap((part) => runsOf(part));
}

/** Every run of as many words as a shingle has. */
function runsOf(words: string): string[] {
  const starts = [0];
  for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) starts.push(at + 1);
  starts.push(words.length + 1);
  const runs: string[] = [];
  for (let i = 0; i + SHINGLE < starts.length; i++)
    runs.push(words.slice(starts[i], starts[i + SHINGLE]! - 1));
  return runs;
}

/** Lines that one shingle is looked for in: a phrase that stands everywhere tells nothing, and the work stays linear. */
const MOST_OWNERS = 4;

interface Owners {
  /** The first lines that hold a shingle. */
  ownersOf: (shingle: string) => readonly number[];
  /** Lines with a shingle of another line: most have none. */
  sharing: ReadonlySet<number>;
}

export function ownersIn(shingled: readonly (readonly string[])[]): Owners {
  const first = new Map<string, number>();
  const shared = new Map<string, number[]>();
  const sharing = new Set<number>();
  shingled.forEach((shingles, index) => {
    for (const shingle of shingles) {
      const owner = first.get(shingle);
      if (owner === undefined) first.set(shingle, index);
      if (owner === undefined || owner === index) continue;
      sharing.add(owner).add(index);
      const owners = shared.get(shingle);
      if (!owners) shared.set(shingle, [owner, index]);
      else if (owners.length < MOST_OWNERS && owners.at(-1) !== index) owners.push(index);
    }
  });
  return { ownersOf: (shingle) => shared.get(shingle) ?? [], sharing };
}
