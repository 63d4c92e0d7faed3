import type { Item } from '../../utils/library/item.ts';
import type { I18n } from '../../utils/i18n.ts';
import type { Toast, Toasts } from '../ui/toasts.tsx';
import type { Library } from './library-state.ts';

interface Means {
  library: Library;
  toasts: Toasts;
  i18n: I18n;
  /** The focus goes to «undo», because what had it is gone. */
  takeFocus: boolean;
  /** The tab that shows the item's page, whose badge follows; null where none is known. */
  tabId: number | null;
  /** Called once it is gone, and only then. */
  onDeleted?: () => void;
}

interface Deleted {
  id: string;
  tabId: number | null;
}

/** What a toast's «undo» brings back, so that a later one still offers it. */
const offered = new WeakMap<Toast, Deleted[]>();

/** Deletes, and offers the way back, together with what was deleted a moment before. */
export async function deleteWithUndo(item: Item, means: Means): Promise<void> {
  const { library, toasts, i18n, tabId } = means;
  if (!(await library.remove(item.id, tabId))) {
    toasts.show({ text: i18n.t('deleteFailed') });
    return;
  }
  means.onDeleted?.();
  const earlier = toasts.offer.value && offered.get(toasts.offer.value);
  const deleted = [...(earlier ?? []), { id: item.id, tabId }];
  offerUndo(i18n.plural('deletedItems', deleted.length), deleted, means);
}

function offerUndo(text: string, deleted: Deleted[], means: Omit<Means, 'onDeleted'>): void {
  const { i18n, toasts, takeFocus } = means;
  const run = (): void => void undo(deleted, means);
  const toast: Toast = { text, action: { label: i18n.t('undo'), name: 'undo', run }, takeFocus };
  offered.set(toast, deleted);
  toasts.show(toast);
}

async function undo(deleted: Deleted[], means: Omit<Means, 'onDeleted'>): Promise<void> {
  const { library, toasts, i18n } = means;
  const done = await Promise.all(deleted.map(({ id, tabId }) => library.restore(id, tabId)));
  const left = deleted.filter((_, index) => !done[index]);
  if (left.length > 0) offerUndo(i18n.t('restoreFailed'), left, means);
  else toasts.show({ text: i18n.plural('restoredItems', deleted.length) });
}
