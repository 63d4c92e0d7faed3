import { searchTokens, type WordForm } from '../../arabic/search-words.ts';
import type { Item } from '../item.ts';
import { BlockWriter, type Block, type Postings } from './blocks.ts';
import {
  fieldTexts,
  fingerprint,
  foldedTags,
  SHORT_FIELDS,
  stateOf,
  TAG,
  type FieldText,
  type Searched,
} from './fields.ts';
import { byAge, documentsOf, type DocumentGiven, type Documents } from './segment.ts';
import { openingsOf, pairTerm, tagTerm, termsOf } from './terms.ts';

/** A saved thing made ready for the index. */
export interface IndexedDocument extends DocumentGiven {
  state: number;
  /** Its terms, each with the fields it stands in, as bits. */
  terms: ReadonlyMap<string, number>;
}

export interface BuiltSegment {
  documents: Documents;
  states: Uint8Array<ArrayBuffer>;
  blocks: Block[];
  firstKeys: string[];
}

export function fingerprintOf(entry: Searched): number {
  return fingerprint(fieldTexts(entry), entry.item.savedAt);
}

export function indexDocument(entry: Searched): IndexedDocument {
  const { item } = entry;
  const texts = fieldTexts(entry);
  return {
    id: item.id,
    savedAt: item.savedAt,
    fingerprint: fingerprint(texts, item.savedAt),
    state: stateOf(item),
    terms: documentTerms(texts, item),
  };
}

function documentTerms(texts: readonly FieldText[], item: Item): Map<string, number> {
  const terms = new Map<string, number>();
  const putOne = (term: string, bit: number): void => {
    const before = terms.get(term) ?? 0;
    if ((before | bit) !== before) terms.set(term, before | bit);
  };
  const put = (found: readonly string[], bit: number): void => {
    for (const term of found) putOne(term, bit);
  };
  for (const { field, text } of texts) {
    const bit = 1 << field;
    const isShort = (bit & SHORT_FIELDS) !== 0;
    let before: WordForm | null = null;
    for (const { words } of searchTokens(text)) {
      for (const word of words) {
        put(termsOf(word), bit);
        if (isShort) put(openingsOf(word), bit);
        if (before) putOne(pairTerm(before.folded, word.folded), bit);
        before = word;
      }
    }
  }
  put(foldedTags(item).map(tagTerm), 1 << TAG);
  return terms;
}

/** Terms sorted, or written, before others have their turn. */
const TERMS_AT_ONCE = 2000;

/** A segment at one go, for a few documents. */
export function buildSegment(given: readonly IndexedDocument[]): BuiltSegment {
  const steps = buildSteps(given);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** A segment in steps of milliseconds; after each, whatever else waits may come first. */
export function* buildSteps(given: readonly IndexedDocument[]): Generator<void, BuiltSegment> {
  const sorted = given.toSorted(byAge);
  const all = new Map<string, Postings>();
  for (const [number, { terms }] of sorted.entries()) {
    for (const [term, fields] of terms) {
      const postings = all.get(term);
      if (postings) postings.push(number, fields);
      else all.set(term, [number, fields]);
    }
    yield;
  }
  const writer = new BlockWriter();
  for (const some of sortedParts([...all.keys()])) {
    yield;
    for (const [index, term] of some.entries()) {
      if (index % TERMS_AT_ONCE === 0) yield;
      writer.add(term, all.get(term) ?? []);
    }
  }
  writer.close();
  return {
    documents: documentsOf(sorted),
    states: Uint8Array.from(sorted, ({ state }) => state),
    blocks: writer.blocks,
    firstKeys: writer.firstKeys,
  };
}

/**
 * All terms in the order of their code units, in parts by their first one, each sorted when its turn
 * comes: a whole segment's would take longer than a letter typed may wait.
 */
function* sortedParts(terms: readonly string[]): Generator<string[]> {
  const parts = Map.groupBy(terms, (term) => term.charCodeAt(0));
  for (const first of [...parts.keys()].toSorted((a, b) => a - b)) {
    yield (parts.get(first) ?? []).toSorted(byCodeUnits);
  }
}

function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
