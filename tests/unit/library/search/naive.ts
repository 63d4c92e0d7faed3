import { hasOwnFirstLetter } from '../../../../utils/arabic/radicals.ts';
import { searchTokens, type WordForm } from '../../../../utils/arabic/search-words.ts';
import {
  afterDoubleLam,
  articleLength,
  articleLook,
  lightStem,
  plainHamza,
  prefixLengths,
} from '../../../../utils/arabic/stem.ts';
import type { Library } from '../../../../utils/library/database.ts';
import type { Item } from '../../../../utils/library/item.ts';
import { parseQuery, type TypedWord } from '../../../../utils/library/search/query.ts';

/**
 * What a search must answer, worked out from all texts each time and from the words themselves: no
 * keys, no segments, nothing kept. Ranks are those of `word-match.ts`, fields those of `fields.ts`.
 */
export interface NaiveResult {
  id: string;
  score: number;
  savedAt: number;
}

interface Document {
  item: Item;
  words: { word: WordForm; field: number }[];
  texts: WordForm[][];
}

const NONE = 255;
const HEADLINE = 0;
const SHORT = [0, 1, 2, 3];
const LETTER = [0, 1, 3];
const ALL = [0, 1, 2, 3, 4, 5];

export async function naiveSearch(library: Library, typed: string): Promise<NaiveResult[]> {
  const query = parseQuery(typed);
  const documents = await readAll(library);
  const vocabulary = vocabularyOf(documents);
  const results: NaiveResult[] = [];
  for (const document of documents) {
    if (document.item.deletedAt !== null) continue;
    const { item } = document;
    const states = {
      unread: item.position === null,
      archived: item.archived,
      link: item.kind === 'link',
    };
    if (query.filters.some((one) => one.kind === 'is' && !states[one.value as keyof typeof states]))
      continue;
    const inPhrases = query.phrases.flatMap(({ words }) => words).filter((word) => !word.isPrefix);
    const isAlone = query.words.length === 1 && query.phrases.length === 0;
    const values = [
      ...query.words.map((word) =>
        best(document, word, vocabulary, {
          worst: NONE,
          fields: isAlone && word.folded.length === 1 ? LETTER : ALL,
        }),
      ),
      ...inPhrases.map((word) => best(document, word, vocabulary, { worst: 3 })),
    ];
    if (values.includes(null)) continue;
    if (!query.phrases.every(({ words }) => document.texts.some((text) => holds(text, words))))
      continue;
    const score = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    results.push({ id: item.id, score, savedAt: item.savedAt });
  }
  return results.toSorted(
    (a, b) => a.score - b.score || b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1),
  );
}

async function readAll(library: Library): Promise<Document[]> {
  const documents: Document[] = [];
  for (const item of await library.items.toArray()) {
    const text = await library.texts.get(item.id);
    const edits = (await library.edits.get(item.id))?.edits ?? [];
    const host = new URL(item.url).hostname.replace(/^www\./, '');
    const texts: [number, string | null | undefined][] = [
      [HEADLINE, item.title],
      [HEADLINE, item.corrected.title],
      ...item.tags.filter(({ removed }) => !removed).map(({ name }): [number, string] => [1, name]),
      [2, item.byline],
      [2, item.corrected.byline],
      [3, item.siteName],
      [3, host],
      ...edits
        .filter(({ kind, removed }) => !removed && (kind === 'note' || kind === 'highlight'))
        .map(({ value }): [number, string | null] => [4, value]),
      [5, text ? text.article.text : item.excerpt],
      [5, text?.article.kicker],
      [5, text?.article.deck],
    ];
    const taken = texts.map(([field, one]) => ({ field, words: wordsOf(one ?? '') }));
    documents.push({
      item,
      words: taken.flatMap(({ field, words }) => words.map((word) => ({ word, field }))),
      texts: taken.map(({ words }) => words),
    });
  }
  return documents;
}

function wordsOf(text: string): WordForm[] {
  return [...searchTokens(text)].flatMap(({ words }) => words);
}

function holds(text: readonly WordForm[], words: readonly TypedWord[]): boolean {
  return text.some((_, at) =>
    words.every(({ folded, isPrefix }, index) => {
      const found = text[at + index]?.folded;
      return isPrefix ? found?.startsWith(folded) : found === folded;
    }),
  );
}

function best(
  document: Document,
  typed: TypedWord,
  words: Vocabulary,
  { worst, fields = ALL }: { worst: number; fields?: number[] },
): number | null {
  let least: number | null = null;
  for (const { word, field } of document.words) {
    if (!fields.includes(field)) continue;
    const rank = rankOf(typed, word, SHORT.includes(field), words);
    if (rank > worst || rank === NONE) continue;
    least = Math.min(least ?? Number.POSITIVE_INFINITY, rank * 256 + field);
  }
  return least;
}

/** Stems of words that stand without an article, and of those that stand behind one. */
interface Vocabulary {
  bare: Set<string>;
  withArticle: Set<string>;
}

function vocabularyOf(documents: readonly Document[]): Vocabulary {
  const bare = new Set<string>();
  const withArticle = new Set<string>();
  for (const { words } of documents) {
    for (const { word } of words) {
      const [stem = ''] = ownStems(word);
      (articleOf(word) > 0 ? withArticle : bare).add(stem);
    }
  }
  return { bare, withArticle };
}

function articleOf({ surface, folded }: WordForm): number {
  const length = articleLength(folded);
  return surface.slice(0, length) === folded.slice(0, length) ? length : 0;
}

function ownStems(word: WordForm): string[] {
  const lam = afterDoubleLam(word.folded);
  return [lightStem(word.folded.slice(articleOf(word))), ...(lam === null ? [] : [lightStem(lam)])];
}

/** Stems of a word of a text if its first letters are a prefix, and are one. */
function unprefixedStems(word: WordForm, words: Vocabulary): string[] {
  return prefixLengths(word.folded).flatMap((length) => {
    const rest = { surface: word.surface.slice(length), folded: word.folded.slice(length) };
    return hasPrefix(word.folded, length, words.withArticle)
      ? [lightStem(rest.folded.slice(articleOf(rest)))]
      : [];
  });
}

function hasPrefix(folded: string, length: number, withArticle: ReadonlySet<string>): boolean {
  if (articleLength(folded) > 0) return true;
  const own = length === 2 ? [folded, folded.slice(1)] : [folded];
  return own.map(lightStem).every((stem) => !hasOwnFirstLetter(stem) && !withArticle.has(stem));
}

function rankOf(typed: TypedWord, word: WordForm, isShort: boolean, words: Vocabulary): number {
  const ranks = [NONE];
  const { surface, folded } = typed;
  if (word.folded === folded) ranks.push(word.surface === surface ? 0 : 2);
  const article = articleLength(folded);
  const readings = [folded, folded.slice(article), afterDoubleLam(folded) ?? folded];
  const stems = new Set(readings.map(lightStem));
  if (typed.isPrefix) ranks.push(beginRank(typed, word, isShort, readings));
  if ([...ownStems(word), ...unprefixedStems(word, words)].some((stem) => stems.has(stem)))
    ranks.push(4);
  for (const length of prefixLengths(folded)) {
    const rest = folded.slice(length);
    const stem = lightStem(rest.slice(articleLength(rest)));
    if (!words.bare.has(lightStem(rest))) continue;
    if (hasPrefix(folded, length, words.withArticle) && ownStems(word).includes(stem))
      ranks.push(4);
  }
  const spelled = readings.flatMap(spellings);
  if (spelled.includes(plainHamza(word.folded.slice(articleOf(word))))) ranks.push(4);
  return Math.min(...ranks);
}

function spellings(reading: string): string[] {
  return [
    ...(reading.endsWith('ئ') ? [`${reading.slice(0, -1)}يء`] : []),
    ...(reading.endsWith('ؤ') ? [`${reading.slice(0, -1)}وء`] : []),
    ...(/^.*.[يو]ء$/.test(reading) ? [`${reading.slice(0, -2)}ء`] : []),
  ];
}

function beginRank(
  { surface, folded }: TypedWord,
  word: WordForm,
  isShort: boolean,
  readings: readonly string[],
): number {
  const begins = word.folded.startsWith(folded);
  const rank = word.surface.startsWith(surface) ? 1 : 3;
  if (begins && folded.length - articleOf(word) >= 3) return rank;
  const look = articleLook(folded);
  const opening =
    folded.length <= 2
      ? folded
      : /^[وف][بك]ا$/.test(folded)
        ? ''
        : look > 0 && folded.length - look <= 2
          ? folded.slice(look)
          : null;
  const ranks = [NONE];
  if (isShort && opening !== null) {
    const behind = articleLook(word.folded);
    const rest = behind > 0 && behind < word.folded.length ? word.folded.slice(behind) : null;
    if (begins) ranks.push(rank);
    else if (opening !== '' && (word.folded.startsWith(opening) || rest?.startsWith(opening)))
      ranks.push(5);
  }
  const beginnings = readings.map(plainHamza).filter(({ length }) => length >= 3);
  if (ownStems(word).some((stem) => beginnings.some((one) => stem.startsWith(one)))) ranks.push(5);
  return Math.min(...ranks);
}
