import type { Library } from './database.ts';
import type { Shelf } from './item.ts';
import { countTags, type TagCount } from './tags.ts';

/** What stands beside the list: how many there are of each. */
export interface LibraryFacts {
  shelves: Record<Shelf, number>;
  favourites: number;
  links: number;
  partial: number;
  tags: TagCount[];
}

export async function libraryFacts(library: Library): Promise<LibraryFacts> {
  return library.transaction('r', library.items, async () => {
    const on = (shelf: Shelf): Promise<number> =>
      library.items.where('sort.shelf').equals(shelf).count();
    const flagged = (flag: 'favourite' | 'link' | 'partial'): Promise<number> =>
      library.items.where(`sort.${flag}`).equals(1).count();
    // Counting keys of an index takes three times as long as counting rows, and most stand in the list.
    const [all, archive, trash, favourites, links, partial, tags] = await Promise.all([
      library.items.count(),
      on('archive'),
      on('trash'),
      flagged('favourite'),
      flagged('link'),
      flagged('partial'),
      countTags(library),
    ]);
    const shelves = { list: all - archive - trash, archive, trash };
    return { shelves, favourites, links, partial, tags };
  });
}
