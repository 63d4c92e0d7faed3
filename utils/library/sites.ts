import { hostOf } from '../web-address.ts';
import type { Library } from './database.ts';

/**
 * Names of the sites of all that is kept, the trash included, in the order of their folded names, by
 * which lists are narrowed. An index tells them, and of each site one row is read, for its spelling.
 */
export async function listSites(library: Library): Promise<string[]> {
  return library.transaction('r', library.items, async () => {
    const first: string[] = [];
    await library.items
      .where('sort.site')
      .above('')
      .eachUniqueKey((_, { primaryKey }) => void first.push(primaryKey));
    const rows = await library.items.bulkGet(first);
    return rows.flatMap((row) => row?.siteName ?? hostOf(row?.url ?? '') ?? []);
  });
}
