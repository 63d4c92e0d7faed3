import type { Item } from '../../library/item.ts';
import { languageTag } from './article-facts.ts';

/** What a file of many articles says of itself. */
export interface Majority {
  /** Of most of the articles that tell theirs; null where none does. */
  lang: string | null;
  dir: 'rtl' | 'ltr';
}

/** Counts articles one by one; at a tie of directions it is right to left, of languages the first met. */
export function createMajority(): { add: (item: Item) => void; result: () => Majority } {
  const languages = new Map<string, number>();
  let rtl = 0;
  let all = 0;
  return {
    add({ lang, dir }) {
      all++;
      if (dir !== 'ltr') rtl++;
      const tag = languageTag(lang);
      if (tag !== null) languages.set(tag, (languages.get(tag) ?? 0) + 1);
    },
    result() {
      const [most] = [...languages].toSorted((a, b) => b[1] - a[1]);
      return { lang: most?.[0] ?? null, dir: rtl * 2 >= all ? 'rtl' : 'ltr' };
    },
  };
}
