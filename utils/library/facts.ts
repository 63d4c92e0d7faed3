import type { Library } from './database.ts';
import type { Shelf } from './item.ts';
import { countTags, type TagCount } from './tags.ts';

/** What stands beside the list: how many there are of each. But for its own shelf the trash does not count. */
export interface LibraryFacts {
  shelves: Record<Shelf, number>;
  favourites: number;
  links: number;
  partial: number;
  tags: TagCount[];
}

export async function libraryFacts(library: Library): Promise<LibraryFacts> {
  return library.transaction('r', library.items, async () => {
    const on = (shelf: Shelf) => library.items.where('sort.shelf').equals(shelf);
    const trashed = new Set(await on('trash').primaryKeys());
    const flagged = async (flag: 'favourite' | 'link' | 'partial'): Promise<number> => {
      const rows = library.items.where(`sort.${flag}`).equals(1);
      if (trashed.size === 0) return rows.count();
      return (await rows.primaryKeys()).filter((id) => !trashed.has(id)).length;
    };
    // Counting keys of an index takes three times as long as counting rows, and most stand in the list.
    const [all, archive, favourites, links, partial, tags] = await Promise.all([
      library.items.count(),
      on('archive').count(),
      flagged('favourite'),
      flagged('link'),
      flagged('partial'),
      countTags(library),
    ]);
    const shelves = { list: all - archive - trashed.size, archive, trash: trashed.size };
    return { shelves, favourites, links, partial, tags };
  });
}
