import type { Library } from '../database.ts';
import { readPostings } from './blocks.ts';
import { ARCHIVED, DEAD, FAVOURITE, LINK, PARTIAL, TRASHED, UNREAD } from './fields.ts';
import type { State } from './query.ts';
import type { Hits, Source } from './resolve.ts';
import { idAt, readNames, type Segment } from './segment.ts';

/** A document that answers all words. */
export interface Candidate {
  segment: Segment;
  /** Its number there. */
  number: number;
  savedAt: number;
  /** The lower, the better: what its words are worth together. */
  score: number;
  /** Of its worst word and of its best: see `word-match.ts`. */
  rank: number;
  field: number;
}

export interface NamedCandidate extends Candidate {
  id: string;
}

/** How much better a rank is than any field: fields of all words of the longest query weigh less. */
const RANK = 256;

const STATE_BITS: Record<State, [mask: number, value: number]> = {
  unread: [UNREAD, UNREAD],
  read: [UNREAD, 0],
  archived: [ARCHIVED, ARCHIVED],
  favourite: [FAVOURITE, FAVOURITE],
  link: [LINK, LINK],
  partial: [PARTIAL, PARTIAL],
};

/** What one source holds for each word, with the fields each is looked for in. */
export interface SourceHits {
  source: Source;
  words: { fields: number; hits: Hits }[];
  /** The same of what narrows the results and adds nothing to their worth: words of sites, tags. */
  filters: { fields: number; hits: Hits }[];
}

/**
 * The best `limit` documents of a source, best first, newer before older where they are worth the
 * same, and how many there are in all.
 */
export function bestOf(
  { source, words, filters }: SourceHits,
  states: readonly State[],
  limit: number,
): { best: Candidate[]; total: number } {
  const { segment } = source;
  const { count } = segment;
  const worth = words.map((word) => bestAnswers(word, count));
  const allowed = filters.map((filter) => bestAnswers(filter, count));
  const byScore = new Map<number, Candidate[]>();
  let total = 0;
  for (let number = 0; number < count; number++) {
    if (!isWanted(source.states[number] ?? DEAD, states)) continue;
    if (allowed.some((answers) => answers[number] === NO_ANSWER)) continue;
    const score = scoreOf(worth, number);
    if (score === NO_SCORE) continue;
    total += 1;
    const found = byScore.get(score);
    if (found && found.length >= limit) continue;
    const candidate = {
      segment,
      number,
      savedAt: segment.savedAt[number] ?? 0,
      score,
      ...answered(worth, number),
    };
    if (found) found.push(candidate);
    else byScore.set(score, [candidate]);
  }
  return { best: inOrder([...byScore.values()].flat()).slice(0, limit), total };
}

function inOrder(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted(
    (a, b) => a.score - b.score || b.savedAt - a.savedAt || a.number - b.number,
  );
}

/**
 * The best of all sources, with their ids, which are read for these alone. Those worth the same and
 * saved at one moment stand by id. Inside the caller's transaction.
 */
export async function bestNamed(
  library: Library,
  candidates: readonly Candidate[],
  limit: number,
): Promise<NamedCandidate[]> {
  const sorted = inOrder(candidates);
  const last = sorted[limit - 1];
  const near = last
    ? sorted.filter(({ score, savedAt }) => (score - last.score || last.savedAt - savedAt) <= 0)
    : sorted;
  await readNames(
    library,
    near.map(({ segment, number }) => [segment, [number]]),
  );
  return near
    .map((candidate) => ({ ...candidate, id: idAt(candidate.segment, candidate.number) }))
    .toSorted(
      (a, b) =>
        a.score - b.score || b.savedAt - a.savedAt || (a.id < b.id ? -1 : Number(a.id > b.id)),
    )
    .slice(0, limit);
}

function isWanted(state: number, states: readonly State[]): boolean {
  if ((state & (DEAD | TRASHED)) !== 0) return false;
  return states.every((name) => {
    const [mask, value] = STATE_BITS[name];
    return (state & mask) === value;
  });
}

const NO_ANSWER = 0xffff;

/** For each document the best answer to one word, rank before field, or `NO_ANSWER`. */
function bestAnswers({ fields, hits }: { fields: number; hits: Hits }, count: number): Uint16Array {
  const best = new Uint16Array(count).fill(NO_ANSWER);
  for (const { rank, list } of hits) {
    readPostings(list, (document, bits) => {
      const standing = bits & fields;
      if (standing === 0) return;
      const value = rank * RANK + lowestBit(standing);
      if (value < (best[document] ?? 0)) best[document] = value;
    });
  }
  return best;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

const NO_SCORE = -1;

/** Asked of every document: what its words are worth together, or `NO_SCORE` where one is missing. */
function scoreOf(worth: readonly Uint16Array[], number: number): number {
  let score = 0;
  for (const answers of worth) {
    const value = answers[number] ?? NO_ANSWER;
    if (value === NO_ANSWER) return NO_SCORE;
    score += value;
  }
  return score;
}

/** Asked of the best: the worst rank of its words, and their best field. */
function answered(
  worth: readonly Uint16Array[],
  number: number,
): Pick<Candidate, 'rank' | 'field'> {
  const values = worth.map((answers) => answers[number] ?? NO_ANSWER);
  return {
    rank: Math.max(0, ...values.map((value) => Math.floor(value / RANK))),
    field: values.length === 0 ? 0 : Math.min(...values.map((value) => value % RANK)),
  };
}
