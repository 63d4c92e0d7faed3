import type { Article } from '../../../../utils/article/article.ts';
import type { Library } from '../../../../utils/library/database.ts';
import { linkEntry, withText } from '../../../../utils/library/entry.ts';
import { replaceEntries } from '../../../../utils/library/rows.ts';
import { inTransaction } from '../../../../utils/library/commit.ts';
import { settle } from '../../../../utils/library/settle.ts';
import type { Item } from '../../../../utils/library/item.ts';
import { article } from '../samples.ts';

/** An id as items have it, by a number. */
export function idOf(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** Writes an article under an id, as a save does, with what is given of the article and of the row. */
export async function keep(
  library: Library,
  id: string,
  given: Partial<Article>,
  row: Partial<Item> = {},
  edits: Parameters<typeof settle>[0]['edits'] = [],
): Promise<void> {
  const made = article({
    url: `https://kept.example/${id}`,
    title: 'نص محفوظ',
    byline: null,
    siteName: null,
    excerpt: '',
    ...given,
  });
  const link = { url: made.url, title: made.title, addresses: [id] };
  const now = row.savedAt ?? 1;
  const entry = withText(linkEntry(id, link, now), { article: made, chosenAt: null }, [], now);
  const whole = settle({ ...entry, edits, item: { ...entry.item, ...row } });
  await inTransaction(library, async () => {
    const old = await library.items.get(id);
    await replaceEntries(library, old ? [{ ...whole, item: old }] : [], whole);
  });
}
