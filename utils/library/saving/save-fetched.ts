import type { Article } from '../../article/article.ts';
import type { CommittedSave, WriteContext } from '../commit.ts';
import { itemById } from '../rows.ts';
import { saveArticle } from './save.ts';

export type SavedFetched = Exclude<CommittedSave, { kind: 'conflict' }> | { kind: 'gone' };

/**
 * Puts a fetched text to a kept link: the usual save, by the link's own addresses too, because the
 * page may have answered from another one. Nothing comes back that was deleted meanwhile. Must run in
 * the line all writes wait in: what is looked up here holds until the save.
 */
export async function saveFetched(
  id: string,
  article: Article,
  context: WriteContext,
): Promise<SavedFetched> {
  const item = await itemById(context.library, id);
  if (!item || item.deletedAt !== null) return { kind: 'gone' };
  const fetched: Article = { ...article, complete: false, incompleteReason: 'fetched' };
  const outcome = await saveArticle(fetched, 'ask', context, item.addresses);
  // Taken at its address by another article since it was fetched: that one stays.
  return outcome.kind === 'conflict' ? { kind: 'kept', item: outcome.existing } : outcome;
}
