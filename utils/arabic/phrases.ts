import { foldWords } from './fold.ts';
import { NOISE } from './noise.ts';

/** What a noise phrase says; each kind answers to one reason for leaving a block out. */
export type PhraseKind =
  | 'read-also'
  | 'related'
  | 'share'
  | 'promotion'
  | 'advertisement'
  | 'loading'
  | 'navigation'
  | 'breadcrumb'
  | 'comments'
  | 'tags'
  | 'footer'
  | 'form'
  | 'screen-reader-hint'
  | 'photo-credit'
  | 'embed-leftover'
  | 'source-line';

/**
 * Where the phrase must stand. `whole`: it is the block (figures beside it aside). `label`: it is
 * the block, or what stands before its first colon. `start`: the block begins with it. `anywhere`:
 * it stands in the block. All but the first only in a short block, of so many words at most: a
 * long paragraph that begins so is somebody's sentence.
 */
export type PhrasePlace = 'whole' | 'label' | 'start' | 'anywhere';

export interface PhraseMatch {
  kind: PhraseKind;
  /** As listed, for the record of what was removed and why. */
  phrase: string;
  place: PhrasePlace;
}

interface Entry extends PhraseMatch {
  /** Folded, with a space after it. */
  text: string;
  maxWords: number;
}

/** Blocks longer than this hold sentences; none is looked at. */
const LONGEST_BLOCK = 420;

let index: Map<string, Entry[]> | null = null;

/**
 * The noise phrase a block consists of, begins with or holds; null for ordinary text.
 * `text` is the block's text as published, or folded.
 */
export function matchPhrase(text: string, kinds?: ReadonlySet<PhraseKind>): PhraseMatch | null {
  if (text.length > LONGEST_BLOCK) return null;
  const block = trimFigures(foldWords(text));
  if (block === ' ') return null;
  index ??= buildIndex();
  const count = countSpaces(block);
  let label: string | null = null;
  for (let from = 0; from < block.length; from = block.indexOf(' ', from) + 1) {
    for (const entry of index.get(block.slice(from, block.indexOf(' ', from))) ?? []) {
      if (count > entry.maxWords || (kinds && !kinds.has(entry.kind))) continue;
      if (from > 0 && entry.place !== 'anywhere') continue;
      if (!block.startsWith(entry.text, from)) continue;
      const fits =
        entry.place === 'start' ||
        entry.place === 'anywhere' ||
        block === entry.text ||
        (entry.place === 'label' && (label ??= labelOf(text)) === entry.text);
      if (fits) return { kind: entry.kind, phrase: entry.phrase, place: entry.place };
    }
  }
  return null;
}

/** The words before a block's first colon, as entries are written; empty without one. */
function labelOf(text: string): string {
  const colon = text.search(/[:：]/);
  return colon < 0 ? '' : `${foldWords(text.slice(0, colon))} `;
}

/** Without the counts that stand beside a label («12 تعليق», «المشاهدات 304»). */
function trimFigures(words: string): string {
  return `${words.replace(/^(?:\d+ )+|(?: \d+)+$/g, '')} `;
}

/** Entries by their first word, longer ones first, so that the phrase recorded is the most telling. */
function buildIndex(): Map<string, Entry[]> {
  const entries: Entry[] = [];
  let heading: string[] = [];
  for (const line of NOISE.split('\n')) {
    if (line.startsWith('[')) heading = line.slice(1, -1).split(' ');
    const [kind, place, longest] = heading as [PhraseKind, PhrasePlace, string?];
    for (const phrase of line === '' || line.startsWith('[') ? [] : variants(line)) {
      const text = `${foldWords(phrase)} `;
      entries.push({ kind, place, phrase, text, maxWords: Number(longest ?? countSpaces(text)) });
    }
  }
  entries.sort((a, b) => b.text.length - a.text.length);
  return Map.groupBy(entries, (entry) => entry.text.slice(0, entry.text.indexOf(' ')));
}

/** `(a|b) c (d|)` → `a c d`, `a c`, `b c d`, `b c`. */
function variants(phrase: string): string[] {
  const group = /\(([^()]*)\)/.exec(phrase);
  if (!group) return [phrase.replace(/ +/g, ' ').trim()];
  const before = phrase.slice(0, group.index);
  const after = phrase.slice(group.index + group[0].length);
  return group[1]!.split('|').flatMap((choice) => variants(before + choice + after));
}

function countSpaces(text: string): number {
  let count = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++;
  return count;
}
