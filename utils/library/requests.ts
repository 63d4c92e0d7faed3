import type { Article } from '../article/article.ts';
import type { SaveFailure } from './errors.ts';
import type { Item } from './item.ts';

/** What is asked of the library where something is saved, and what it answers. */

/** What to save, and what to do when the address is taken by an article whose headline and text both differ. */
export interface SaveRequest {
  article: Article;
  onConflict: 'ask' | 'update' | 'keep-both';
}

/** `kept`: the article is saved with a better text than this one (`text-order.ts`), which stays. */
export type SaveOutcome =
  | { kind: 'saved' | 'updated' | 'kept'; item: Item }
  | { kind: 'conflict'; existing: Item }
  | { kind: 'failed'; reason: SaveFailure };

/** `gone`: the link was deleted meanwhile. */
export type FetchedOutcome = Exclude<SaveOutcome, { kind: 'conflict' }> | { kind: 'gone' };

export interface UnfinishedSave {
  id: string;
  url: string;
  title: string;
  /** Milliseconds since the epoch. */
  at: number;
}
