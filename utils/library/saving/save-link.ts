import { inTransaction, writeSaved, type CommittedSave, type WriteContext } from '../commit.ts';
import { linkEntry } from '../entry.ts';
import { articleId } from './identity.ts';
import { normaliseAddress } from './normalise-address.ts';
import { entriesAt } from '../rows.ts';

/**
 * Keeps a link to be read. Where its address is already saved, that item stays as it is (out of the
 * trash) and nothing is added. Same promises as `saveArticle`.
 *
 * @param link of the shape `validateLink` answers for
 */
export async function saveLink(
  link: { url: string; title: string },
  context: WriteContext,
): Promise<CommittedSave> {
  const address = normaliseAddress(link.url);
  const id = await articleId(address);
  return inTransaction(context.library, async () => {
    const entries = await entriesAt(context.library, [address], [id]);
    const known = entries.find(({ item }) => item.deletedAt === null) ?? entries[0];
    if (known) return writeSaved([known], known, context);
    return writeSaved([], linkEntry(id, { ...link, addresses: [address] }, context.now), context);
  });
}
