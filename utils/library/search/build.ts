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
import { openingsOf, tagTerm, termsOf } from './terms.ts';

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
  const put = (found: readonly string[], bit: number): void => {
    for (const term of found) terms.set(term, (terms.get(term) ?? 0) | bit);
  };
  for (const { field, text } of texts) {
    const bit = 1 << field;
    const isShort = (bit & SHORT_FIELDS) !== 0;
    for (const { words } of searchTokens(text)) {
      for (const word of words) {
        put(knownTerms(word), bit);
        if (isShort) put(openingsOf(word), bit);
      }
    }
  }
  put(foldedTags(item).map(tagTerm), 1 << TAG);
  return terms;
}

/** By the word's own object: `searchTokens` gives one for all places where it is written alike. */
const termsKnown = new WeakMap<WordForm, string[]>();

function knownTerms(word: WordForm): string[] {
  let terms = termsKnown.get(word);
  if (!terms) termsKnown.set(word, (terms = termsOf(word)));
  return terms;
}

export function buildSegment(given: readonly IndexedDocument[]): BuiltSegment {
  const sorted = given.toSorted(byAge);
  const all = new Map<string, Postings>();
  for (const [number, { terms }] of sorted.entries()) {
    for (const [term, fields] of terms) {
      const postings = all.get(term);
      if (postings) postings.push(number, fields);
      else all.set(term, [number, fields]);
    }
  }
  const writer = new BlockWriter();
  // Not by the reader's language: the order of the code units is that of the blocks.
  for (const term of [...all.keys()].toSorted()) writer.add(term, all.get(term) ?? []);
  writer.close();
  return {
    documents: documentsOf(sorted),
    states: Uint8Array.from(sorted, ({ state }) => state),
    blocks: writer.blocks,
    firstKeys: writer.firstKeys,
  };
}
