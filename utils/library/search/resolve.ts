import type { Library } from '../database.ts';
import { linesOf, readPostings, type PackedList } from './blocks.ts';
import { covers, readSpans, type Span, type SpansRead } from './cache.ts';
import { LibraryEvidence } from './evidence.ts';
import { DEAD } from './fields.ts';
import type { Segment } from './segment.ts';
import { decodeTerm, WITH_ARTICLE, type Term } from './terms.ts';
import { answer, NONE, type Evidence, type SearchedWord } from './word-match.ts';

/** A segment with the state of each of its documents. */
export interface Source {
  segment: Segment;
  states: Uint8Array;
}

/** Where the answers to one word stand in one segment: terms' lists with how well they answer. */
export type Hits = { rank: number; list: PackedList }[];

export interface Resolved {
  evidence: Evidence;
  /** For each word, for each source. */
  hits: Hits[][];
  /** A word's beginning was too common to be followed to its end. */
  isCut: boolean;
}

interface Found {
  term: Term;
  list: PackedList;
}

/**
 * Reads all that words and the library's word on their prefixes need: a first time the blocks of
 * their keys, a second time those of the words that tell prefixes from first letters. Inside the
 * caller's transaction.
 */
export async function resolveWords(
  library: Library,
  sources: readonly Source[],
  words: readonly SearchedWord[],
): Promise<Resolved> {
  const segments = sources.map(({ segment }) => segment);
  const read = await readSpans(
    library,
    segments,
    words.flatMap(({ spans }) => spans),
  );
  const evidence = new LibraryEvidence();
  const found = words.map((word) =>
    sources.map((source) => {
      const terms = termsIn(source, word.spans, read.blocksOf);
      for (const { term } of terms) {
        evidence.see(term);
        if (word.stems.has(term.key)) evidence.ask(term);
      }
      return terms;
    }),
  );
  for (const word of words) evidence.askTyped(word);
  await seeArticles(library, sources, evidence);
  const hits = words.map((word, index) =>
    (found[index] ?? []).map((terms) =>
      terms.flatMap(({ term, list }) => {
        const rank = answer(word, term, evidence);
        return rank === NONE ? [] : [{ rank, list }];
      }),
    ),
  );
  return { evidence, hits, isCut: read.isCut };
}

async function seeArticles(
  library: Library,
  sources: readonly Source[],
  evidence: LibraryEvidence,
): Promise<void> {
  const spans = evidence.keysWanted().map((key): Span => ({ key, isPrefix: false }));
  if (spans.length === 0) return;
  const segments = sources.map(({ segment }) => segment);
  const read = await readSpans(library, segments, spans);
  for (const source of sources) {
    for (const { term } of termsIn(source, spans, read.blocksOf)) {
      if (term.kind === WITH_ARTICLE) evidence.see(term);
    }
  }
}

/** The terms under the keys of the spans, each once, but those whose documents are all dead. */
function termsIn(
  { segment, states }: Source,
  spans: readonly Span[],
  blocksOf: SpansRead['blocksOf'],
): Found[] {
  const found: Found[] = [];
  const blocks = new Set(spans.flatMap((span) => blocksOf(span, segment)));
  const exact = new Set(spans.filter(({ isPrefix }) => !isPrefix).map(({ key }) => key));
  const beginnings = spans.filter(({ isPrefix }) => isPrefix);
  const isWanted = (key: string): boolean =>
    exact.has(key) || beginnings.some((span) => covers(span, key));
  for (const block of blocks) {
    for (const line of linesOf(block, isWanted)) {
      if (!standsSomewhere(line, states)) continue;
      found.push({ term: decodeTerm(line.key, line.rest), list: line });
    }
  }
  return found;
}

function standsSomewhere(list: PackedList, states: Uint8Array): boolean {
  let stands = false;
  readPostings(list, (document) => (stands = ((states[document] ?? DEAD) & DEAD) === 0));
  return stands;
}
