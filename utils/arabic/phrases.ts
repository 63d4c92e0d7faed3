import { fold, foldWords } from './fold.ts';
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

interface Entry {
  kind: PhraseKind;
  place: PhrasePlace;
  /** The line of the list. */
  source: string;
  /** Folded, with a space after it. */
  text: string;
  maxWords: number;
}

/** Blocks longer than this hold sentences; none is looked at. */
const LONGEST_BLOCK = 420;

let list: Map<string, Listed[]> | null = null;
const entries = new Map<string, readonly Entry[]>();
const NONE: readonly Entry[] = [];

/**
 * The noise phrase a block consists of, begins with or holds; null for ordinary text.
 * `text` is the block's text as published, or folded.
 */
export function matchPhrase(text: string, kinds?: ReadonlySet<PhraseKind>): PhraseMatch | null {
  if (text.length > LONGEST_BLOCK) return null;
  const block = trimFigures(foldWords(text));
  if (block === ' ') return null;
  const count = countSpaces(block);
  let label: string | null = null;
  for (let from = 0; from < block.length; from = block.indexOf(' ', from) + 1) {
    for (const entry of entriesFor(block.slice(from, block.indexOf(' ', from)))) {
      if (count > entry.maxWords || (kinds && !kinds.has(entry.kind))) continue;
      if (from > 0 && entry.place !== 'anywhere') continue;
      if (!block.startsWith(entry.text, from)) continue;
      const fits =
        entry.place === 'start' ||
        entry.place === 'anywhere' ||
        block === entry.text ||
        (entry.place === 'label' && (label ??= labelOf(text)) === entry.text);
      if (fits) return { kind: entry.kind, phrase: asListed(entry), place: entry.place };
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

/** A line of the list, folded and not yet expanded. */
interface Listed {
  kind: PhraseKind;
  place: PhrasePlace;
  longest: number | null;
  folded: string;
  source: string;
}

/**
 * The list's lines by the words they can begin with. It is read on every page and most of it is
 * never met, so the whole is folded once and a line's variants are made when its word is met.
 */
function readList(): Map<string, Listed[]> {
  const lines = new Map<string, Listed[]>();
  const sources = NOISE.split('\n');
  let heading: string[] = [];
  for (const [at, folded] of fold(NOISE).split('\n').entries()) {
    if (folded.startsWith('[')) heading = folded.slice(1, -1).split(' ');
    if (folded === '' || folded.startsWith('[')) continue;
    const [kind, place, longest] = heading as [PhraseKind, PhrasePlace, string?];
    const line = {
      kind,
      place,
      longest: longest ? Number(longest) : null,
      folded,
      source: sources[at]!,
    };
    for (const word of firstWords(folded)) {
      const known = lines.get(word);
      if (known) known.push(line);
      else lines.set(word, [line]);
    }
  }
  return lines;
}

function firstWords(line: string): string[] {
  const end = line.indexOf(')');
  if (!line.startsWith('(') || end < 0) return [line.split(/[ (]/, 1)[0]!];
  const rest = line.slice(end + 1);
  return line
    .slice(1, end)
    .split('|')
    .flatMap((choice) => firstWords(`${choice}${rest}`.trimStart()));
}

/** The phrases that begin with a word, longer ones first, so that the one recorded is the most telling. */
function entriesFor(word: string): readonly Entry[] {
  const known = entries.get(word);
  if (known) return known;
  list ??= readList();
  const lines = list.get(word);
  if (!lines) return NONE;
  const made = lines
    .flatMap(({ kind, place, longest, folded, source }) =>
      variants(folded).map((phrase) => {
        const text = `${phrase} `;
        return { kind, place, text, maxWords: longest ?? countSpaces(text), source };
      }),
    )
    .filter((entry) => entry.text.startsWith(`${word} `))
    .toSorted((a, b) => b.text.length - a.text.length);
  entries.set(word, made);
  return made;
}

/** The variant of a listed phrase that a folded one came from. */
function asListed({ source, text }: Entry): string {
  return variants(source).find((variant) => `${fold(variant)} ` === text) ?? source;
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
