import { foldWords } from '../../arabic/fold.ts';
import { searchTokens, type WordForm } from '../../arabic/search-words.ts';

/** What was typed, taken apart. */
export interface Query {
  words: TypedWord[];
  /**
   * What stood in quotation marks, or in one piece with a single letter or figure («F-16», «3-1»,
   * «2.5»): nearly every text has those somewhere, so they are looked for together, and whole, by
   * the pairs they make: the beginning of a figure would leave too many texts to be read.
   */
  phrases: Phrase[];
  filters: Filter[];
  /** Where a filter begins whose value is still being typed: it asks for nothing yet. */
  half: number | null;
}

export interface TypedWord extends WordForm {
  /** It ends what is typed, so a word that begins so will do. */
  isPrefix: boolean;
}

export interface Phrase {
  words: TypedWord[];
}

export const STATES = ['unread', 'read', 'archived', 'favourite', 'link', 'partial'] as const;
export type State = (typeof STATES)[number];

export type Filter = (
  | { kind: 'site' | 'tag'; value: string; isPrefix: boolean }
  | { kind: 'is'; value: State }
) & {
  /** Where it stands in what was typed, UTF-16 offsets [start, end). */
  source: readonly [start: number, end: number];
};
export type FilterGiven = { kind: 'site' | 'tag'; value: string } | { kind: 'is'; value: State };

export type QueryLanguage = 'ar' | 'en' | 'fr';

/** Names of filters and states, the one to be written first; any of them is understood. */
const NAMES: Record<Filter['kind'], Record<QueryLanguage, string[]>> = {
  site: { en: ['site'], ar: ['موقع'], fr: ['site'] },
  tag: { en: ['tag'], ar: ['وسم'], fr: ['étiquette'] },
  is: { en: ['is'], ar: ['حالة'], fr: ['état'] },
};
const STATE_NAMES: Record<State, Record<QueryLanguage, string[]>> = {
  unread: { en: ['unread'], ar: ['غير-مقروء', 'غير-مقروءة', 'جديد'], fr: ['non-lu', 'non-lus'] },
  read: { en: ['read'], ar: ['مقروء', 'مقروءة'], fr: ['lu', 'lus'] },
  archived: { en: ['archived', 'archive'], ar: ['مؤرشف', 'مؤرشفة', 'أرشيف'], fr: ['archivé'] },
  favourite: { en: ['favourite', 'favorite'], ar: ['مفضل', 'مفضلة', 'المفضلة'], fr: ['favori'] },
  link: { en: ['link'], ar: ['رابط'], fr: ['lien'] },
  partial: { en: ['partial'], ar: ['جزئي', 'ناقص'], fr: ['partiel'] },
};
const KINDS = namesOf(NAMES);
const STATES_BY_NAME = namesOf(STATE_NAMES);

function namesOf<T extends string>(
  all: Record<T, Record<QueryLanguage, string[]>>,
): ReadonlyMap<string, T> {
  const entries = Object.entries<Record<QueryLanguage, string[]>>(all);
  return new Map(
    entries.flatMap(([one, names]) =>
      Object.values(names)
        .flat()
        .map((name) => [plain(name), one as T] as const),
    ),
  );
}

/** Names are understood however hamza, ة and accents are typed. */
function plain(name: string): string {
  return [...searchTokens(name)]
    .flatMap(({ words }) => words.map(({ folded }) => folded))
    .join(' ');
}

const QUOTED = '"([^"]*)("|$)|«([^»]*)(»|$)|“([^”]*)(”|$)';
const FILTER = new RegExp(`([\\p{L}\\p{M}]+)[:：](?:${QUOTED}|([^\\s"«»“”]+))`, 'uy');
const HALF = /([\p{L}\p{M}]+)[:：](?:["«“]?\s*|([^\s"«»“”]+))$/uy;
const PHRASE = new RegExp(QUOTED, 'uy');
const WORD = /[^\s"«»“”]+/uy;
/** A query is typed by hand: what goes on after so many words was pasted. */
const MOST_WORDS = 32;

/** Takes apart what was typed. What looks like a filter and names none («CNN:قال») is words. */
export function parseQuery(typed: string): Query {
  const query: Query = { words: [], phrases: [], filters: [], half: null };
  let at = 0;
  while (at < typed.length) at = readNext(typed, at, query);
  query.words.splice(MOST_WORDS);
  query.phrases.splice(MOST_WORDS);
  return query;
}

function readNext(typed: string, at: number, query: Query): number {
  const filter = readFilter(typed, at);
  if (filter) {
    query.filters.push(filter);
    return filter.source[1];
  }
  if (isHalfFilter(typed, at)) {
    query.half = at;
    return typed.length;
  }
  const phrase = matchAt(PHRASE, typed, at);
  if (phrase) {
    const [value, isOpen] = quotedIn(phrase, 1);
    const words = typedWords(value, isOpen && !/\s$/u.test(value)).slice(0, MOST_WORDS);
    if (words.length === 1 && words[0]) query.words.push(whole(words[0]));
    else if (words.length > 0) query.phrases.push({ words });
    return at + phrase[0].length;
  }
  const word = matchAt(WORD, typed, at);
  if (!word) return at + 1;
  const end = at + word[0].length;
  const words = typedWords(word[0], end === typed.length).slice(0, MOST_WORDS);
  if (words.length > 1 && words.some(isLetter)) query.phrases.push({ words: words.map(whole) });
  else query.words.push(...words);
  return end;
}

function readFilter(typed: string, at: number): Filter | null {
  const match = matchAt(FILTER, typed, at);
  const kind = KINDS.get(plain(match?.[1] ?? ''));
  if (!match || !kind) return null;
  const end = at + match[0].length;
  const [quoted, isOpen] = quotedIn(match, 2);
  const value = match[8] ?? quoted;
  const source = [at, end] as const;
  if (kind === 'is') {
    const state = STATES_BY_NAME.get(plain(value));
    return state ? { kind, value: state, source } : null;
  }
  if (foldWords(value) === '') return null;
  return {
    kind,
    value,
    isPrefix: end === typed.length && (match[8] !== undefined || isOpen),
    source,
  };
}

/** «موقع:» with nothing behind it yet, or the beginning of a state («حالة:مؤر»). */
function isHalfFilter(typed: string, at: number): boolean {
  const match = matchAt(HALF, typed, at);
  const kind = KINDS.get(plain(match?.[1] ?? ''));
  const value = match?.[2];
  if (!kind || value === undefined) return kind !== undefined;
  return kind === 'is' && [...STATES_BY_NAME.keys()].some((name) => name.startsWith(plain(value)));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What stands in the quotation marks of a match, and whether they are still open. */
function quotedIn(match: RegExpExecArray, first: number): [value: string, isOpen: boolean] {
  for (const at of [first, first + 2, first + 4]) {
    const value = match[at];
    if (value !== undefined) return [value, match[at + 1] === ''];
  }
  return ['', false];
}

function whole(word: TypedWord): TypedWord {
  return { ...word, isPrefix: false };
}

/** A single letter or figure. */
export function isLetter({ folded }: WordForm): boolean {
  return folded.length === 1;
}

export function typedWords(text: string, isTyping: boolean): TypedWord[] {
  const words = [...searchTokens(text)].flatMap((token) => token.words);
  return words.map(({ surface, folded }, index) => ({
    surface,
    folded,
    isPrefix: isTyping && index === words.length - 1 && /[\p{L}\p{M}\p{N}]$/u.test(text),
  }));
}

/** A filter as it is typed in one of the languages, to be put into a query or shown. */
export function printFilter(filter: FilterGiven, language: QueryLanguage): string {
  const name = NAMES[filter.kind][language][0] ?? filter.kind;
  if (filter.kind === 'is')
    return `${name}:${STATE_NAMES[filter.value][language][0] ?? filter.value}`;
  const value = filter.value.replaceAll('"', '');
  return /^[^\s«»“”]+$/u.test(value) ? `${name}:${value}` : `${name}:"${value}"`;
}

/** What is asked for by what was typed: all but a filter whose value is still being typed. */
export function askedBy(typed: string): string {
  return typed.slice(0, parseQuery(typed).half ?? typed.length).trim();
}

/** Whether what was typed only narrows the list, by filters and no word. */
export function onlyFilters(typed: string): boolean {
  const { words, phrases, filters } = parseQuery(typed);
  return filters.length > 0 && words.length === 0 && phrases.length === 0;
}

/** What was typed without one of its filters. */
export function withoutFilter(typed: string, { source: [start, end] }: Filter): string {
  return `${typed.slice(0, start).trimEnd()} ${typed.slice(end).trimStart()}`.trimStart();
}

/** What was typed with one more filter before it, so that typing goes on where it was. */
export function withFilter(typed: string, filter: FilterGiven, language: QueryLanguage): string {
  return `${printFilter(filter, language)} ${typed.trimStart()}`;
}
