import type { Item } from '../../utils/library/item.ts';
import type { I18n } from '../../utils/i18n.ts';
import type { Toasts } from '../ui/toasts.tsx';
import type { Library } from './library-state.ts';

interface Means {
  library: Library;
  toasts: Toasts;
  i18n: I18n;
  /** The focus goes to «undo», because what had it is gone. */
  takeFocus: boolean;
  onRestored?: () => void;
}

/** Deletes at once and offers the way back. */
export async function deleteWithUndo(item: Item, means: Means): Promise<void> {
  const { library, toasts, i18n } = means;
  if (!(await library.remove(item.id))) {
    toasts.show({ text: i18n.t('deleteFailed') });
    return;
  }
  const undo = async (): Promise<void> => {
    const done = await library.restore(item.id);
    toasts.show({ text: i18n.t(done ? 'restored' : 'restoreFailed') });
    if (done) means.onRestored?.();
  };
  toasts.show({
    text: i18n.t('deleted'),
    action: { label: i18n.t('undo'), name: 'undo', run: () => void undo() },
    takeFocus: means.takeFocus,
  });
}
