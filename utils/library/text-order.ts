import type { Article } from '../article/article.ts';
import { canonicalJson } from './canonical-json.ts';
import type { StoredText, TextVersion } from './item.ts';

/**
 * Total order of texts, the better one greater: what the reader chose, then whole before partial,
 * and that before a selection, which is a part of its article, and a fetched copy; later extractor,
 * longer, and last the bytes, so that two devices never disagree.
 */
function compareTexts(a: TextVersion, b: TextVersion): number {
  return compareWords(a.chosenAt ?? '', b.chosenAt ?? '') || compareArticles(a.article, b.article);
}

function compareArticles(a: Article, b: Article): number {
  return (
    wholeness(a) - wholeness(b) ||
    compareVersions(a.extractorVersion, b.extractorVersion) ||
    a.text.length - b.text.length ||
    compareWords(canonicalJson(a), canonicalJson(b))
  );
}

/** A page that was open shows more of itself than a copy fetched without it. */
function wholeness({ complete, fromSelection, incompleteReason }: Article): number {
  if (fromSelection || incompleteReason === 'fetched') return 0;
  return complete ? 2 : 1;
}

/** `0.10.0` is later than `0.9.3`; what is no number counts as 0. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0);
}

/** By UTF-16 units, the same on every machine. */
function compareWords(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The better of all texts known of one item, with the best of the others behind it. */
export function bestTexts(id: string, versions: readonly TextVersion[]): StoredText | null {
  const [best, second] = distinct(versions).toSorted((a, b) => compareTexts(b, a));
  return best ? { id, ...best, previous: second ?? null } : null;
}

/** Both texts a row holds, best first. */
export function versionsOf(stored: StoredText | null): TextVersion[] {
  if (!stored) return [];
  const { article, chosenAt, previous } = stored;
  return previous ? [{ article, chosenAt }, previous] : [{ article, chosenAt }];
}

/** The same article read again is the same text, whenever it was read. */
export function textKey(article: Article): string {
  return canonicalJson({ ...article, extractedAt: '' });
}

/** So that saving twice does not push the earlier version out; of two readings the better is kept. */
function distinct(versions: readonly TextVersion[]): TextVersion[] {
  const byText = new Map<string, TextVersion>();
  for (const version of versions) {
    const key = textKey(version.article);
    const known = byText.get(key);
    byText.set(key, known ? better(known, version) : version);
  }
  return [...byText.values()];
}

function better(a: TextVersion, b: TextVersion): TextVersion {
  return compareTexts(a, b) >= 0 ? a : b;
}
