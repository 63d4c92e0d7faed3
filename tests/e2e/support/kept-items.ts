import type { OpenedItem } from '../../../utils/library/item.ts';
import type { ItemPage } from '../../../utils/library/list.ts';
import type { View } from '../../browser/types.ts';
import { tell } from './seed-library.ts';

/** What is kept, the newest first, as our own pages ask for it. */
export function keptPage(view: View, limit = 10): Promise<ItemPage> {
  const query = { shelf: 'kept', order: 'saved', ascending: false, tag: null, site: null };
  return tell(view, 'listItems', { ...query, only: [], offset: 0, limit });
}

/** The newest; empty where nothing is kept. */
export async function newestId(view: View): Promise<string> {
  return (await keptPage(view, 1)).items[0]?.id ?? '';
}

export function openedItem(view: View, id: string): Promise<OpenedItem | null> {
  return tell(view, 'openItem', { id });
}

/** Presses the first row of the list. */
export async function openFirst(view: View): Promise<void> {
  await view.waitFor('library-item');
  await view.evaluate(() =>
    document.querySelector<HTMLElement>('[data-testid=library-item] a')?.click(),
  );
  await view.waitFor('article');
}
