import { hasOwnFirstLetter } from '../../arabic/radicals.ts';
import { articleLength, lightStem } from '../../arabic/stem.ts';
import { AFTER_ONE, AFTER_TWO, BARE, WITH_ARTICLE, writtenArticle, type Term } from './terms.ts';
import type { Evidence, SearchedWord } from './word-match.ts';

/**
 * Whether the first letters of a word are a prefix («وأحمد») or its own («كامل», which is no كـ and
 * أمل). They are its own where a word of the library has the article before them («الكامل»): no
 * prefix stands behind an article. For common words whose letters these are a list speaks too.
 * What follows a prefix is a word: one that was typed, or, in what was typed, one of the library.
 */
export class LibraryEvidence implements Evidence {
  private readonly bare = new Set<string>();
  private readonly withArticle = new Set<string>();
  private readonly asked = new Map<string, 1 | 2>();

  /** A term that stands in the library. */
  see(term: Term): void {
    const { kind, key, folded } = term;
    if (kind === BARE) this.bare.add(key);
    // «للحزب» stands under «لحزب» too, which is no word behind an article.
    else if (kind === WITH_ARTICLE && key === lightStem(folded.slice(writtenArticle(term)))) {
      this.withArticle.add(key);
    }
  }

  /** A term whose letters will be asked about. */
  ask({ kind, folded }: Term): void {
    if (kind === AFTER_ONE) this.asked.set(folded, 1);
    else if (kind === AFTER_TWO) this.asked.set(folded, 2);
  }

  askTyped({ typed, unprefixed }: SearchedWord): void {
    for (const length of unprefixed.values()) this.asked.set(typed.folded, length);
  }

  /** Keys under which a word with the article would stand, for all that will be asked about. */
  keysWanted(): string[] {
    const keys = new Set<string>();
    for (const [folded, length] of this.asked) {
      for (const key of ownKeys(folded, length)) keys.add(key);
    }
    return [...keys].filter((key) => !hasOwnFirstLetter(key));
  }

  isOwn(folded: string, length: 1 | 2): boolean {
    const keys = ownKeys(folded, length);
    return keys.some((key) => hasOwnFirstLetter(key) || this.withArticle.has(key));
  }

  isWord(rest: string): boolean {
    return this.bare.has(lightStem(rest));
  }
}

/** Of a word and of what follows its first letter where two are in question. «للقاء» has the article itself. */
function ownKeys(folded: string, length: 1 | 2): string[] {
  if (articleLength(folded) > 0) return [];
  return [folded, ...(length === 2 ? [folded.slice(1)] : [])].map(lightStem);
}
