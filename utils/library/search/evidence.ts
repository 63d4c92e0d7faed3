import { hasOwnFirstLetter } from '../../arabic/radicals.ts';
import { articleLength, lightStem } from '../../arabic/stem.ts';
import { AFTER_ONE, AFTER_TWO, BARE, WITH_ARTICLE, type Term } from './terms.ts';
import type { Evidence, SearchedWord } from './word-match.ts';

/**
 * Whether the first letters of a word are a prefix («وأحمد») or its own («كامل», which is no كـ and
 * أمل). They are a prefix only where what follows is itself a word of the library, and where no
 * word of the library has the article before them («الكامل»): no prefix stands behind an article.
 * For common words whose letters these are a list speaks too.
 */
export class LibraryEvidence implements Evidence {
  private readonly bare = new Set<string>();
  private readonly withArticle = new Set<string>();
  private readonly asked = new Map<string, 1 | 2>();

  /** A term that stands in the library. */
  see({ kind, key }: Term): void {
    if (kind === BARE) this.bare.add(key);
    else if (kind === WITH_ARTICLE) this.withArticle.add(key);
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
      if (this.isWord(folded.slice(length)))
        for (const key of ownKeys(folded, length)) keys.add(key);
    }
    return [...keys].filter((key) => !hasOwnFirstLetter(key));
  }

  isPrefixed(folded: string, length: 1 | 2): boolean {
    if (!this.isWord(folded.slice(length))) return false;
    const keys = ownKeys(folded, length);
    return !keys.some((key) => hasOwnFirstLetter(key) || this.withArticle.has(key));
  }

  private isWord(rest: string): boolean {
    return this.bare.has(lightStem(rest));
  }
}

/** Of a word and of what follows its first letter where two are in question. «للقاء» has the article itself. */
function ownKeys(folded: string, length: 1 | 2): string[] {
  if (articleLength(folded) > 0) return [];
  return [folded, ...(length === 2 ? [folded.slice(1)] : [])].map(lightStem);
}
