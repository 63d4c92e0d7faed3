import type { Article } from '../../article/article.ts';
import type { SaveRequest } from '../requests.ts';
import { inTransaction, writeSaved, type CommittedSave, type WriteContext } from '../commit.ts';
import { linkEntry, withText } from '../entry.ts';
import { addressesOf, articleId } from './identity.ts';
import type { Entry } from '../item.ts';
import { mergeEntries } from '../merge.ts';
import { entriesAt } from '../rows.ts';
import { isSameArticle } from './same-article.ts';
import { nextStamp } from '../stamp.ts';
import { versionsOf } from '../text-order.ts';

/**
 * Saves an article, or adds its text to what is saved from one of its addresses, in one
 * transaction. Resolves after the commit; rejects, with nothing changed, on every error.
 *
 * - Never two items of one article: rows at its addresses that hold the same article, or a kept
 *   link, are merged into one.
 * - Never another article replaced unasked: where headline and text both differ, `onConflict` says.
 *   What lies in the trash asks nothing and is left there.
 * - A kept link is completed; the same article in the trash comes back.
 * - Where the saved text is the better one it stays, and the answer is `kept`.
 *
 * @param article of the shape `validateArticle` answers for
 * @param known further (normalised) addresses it is known by, not stated by its page
 */
export async function saveArticle(
  article: Article,
  onConflict: SaveRequest['onConflict'],
  context: WriteContext,
  known: readonly string[] = [],
): Promise<CommittedSave> {
  const stated = addressesOf(article);
  const addresses: [string, ...string[]] = [...stated, ...known];
  const own = await articleId(addresses[0]);
  const twin = await articleId(addresses[0], `${article.title}\n${article.text}`);
  return inTransaction(context.library, async () => {
    const found = await entriesAt(context.library, addresses, [own, twin]);
    const same = found.filter(({ text }) => !text || isSameArticle(text.article, article));
    const others = found.filter((entry) => !same.includes(entry));
    const inTheWay = others.find(({ item }) => item.deletedAt === null);
    if (same.length === 0 && inTheWay) {
      if (onConflict === 'ask') return { kind: 'conflict', existing: inTheWay.item };
      if (onConflict === 'update') {
        const entry = chosenOver(inTheWay, article, addresses, context);
        return writeSaved([inTheWay], entry, context);
      }
    }
    const id = others.some(({ item }) => item.id === own) ? twin : own;
    const base = oneOf(same) ?? linkEntry(id, { ...article, addresses }, context.now);
    // Text of the article the reader once chose is measured against that text, not against the choice.
    const chosenAt = base.text?.chosenAt ?? null;
    const entry = withText(base, { article, chosenAt }, addresses, context.now);
    const written = await writeSaved(same, entry, context);
    return holds(entry, article) ? written : { ...written, kind: 'kept' };
  });
}

/** Whether what the reader has just read is now what the entry says. */
function holds({ text }: Entry, { title, text: read }: Article): boolean {
  return text?.article.title === title && text.article.text === read;
}

function oneOf(entries: readonly Entry[]): Entry | undefined {
  const [first, ...others] = entries;
  return first && others.reduce(mergeEntries, first);
}

/** The reader has said this text is to stand in the other's place: a choice that outlives merging. */
function chosenOver(
  entry: Entry,
  article: Article,
  addresses: readonly string[],
  context: WriteContext,
): Entry {
  const seen = versionsOf(entry.text).map(({ chosenAt }) => chosenAt ?? '');
  const chosenAt = nextStamp(context.now, context.device, seen);
  return withText(entry, { article, chosenAt }, addresses, context.now);
}
