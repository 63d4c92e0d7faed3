import type { I18n } from '../../utils/i18n.ts';
import type { Item } from '../../utils/library/item.ts';
import type { Flags } from '../../utils/library/change-items.ts';
import { changeWithUndo, withdrawUndo, type Undoable } from './change-with-undo.ts';
import type { Desk } from './desk.ts';
import { leaveDone, withRest } from './partly-done.ts';
import type { ItemActions } from './row-menu.tsx';

/** What the menu of a row does. */
export function itemActions(desk: Desk, i18n: I18n, choosing: boolean): ItemActions {
  const { library, chosen, asking } = desk;
  return {
    archive: ({ id, archived }) => archiveItems(desk, i18n, [id], !archived),
    favourite: ({ id, favourite }) => void setFlags(desk, i18n, [id], { favourite: !favourite }),
    tag: (item) => (asking.value = { kind: 'tags', items: [item], ids: [item.id] }),
    correct: (item) => (asking.value = { kind: 'correct', item }),
    choose: choosing ? ({ id }) => chosen.start([id]) : null,
    onlySite: (site) => library.show({ filters: { ...library.view.value.filters, site } }),
    remove: ({ id }) => removeItems(desk, i18n, [id]),
    restore: ({ id }) => restoreItems(desk, i18n, [id]),
    purge: ({ id }) => (asking.value = { kind: 'purge', ids: [id], count: 1 }),
  };
}

export function removeItems(desk: Desk, i18n: I18n, ids: readonly string[]): void {
  withUndo(desk, i18n, 'delete', ids);
}

export function archiveItems(
  desk: Desk,
  i18n: I18n,
  ids: readonly string[],
  archived: boolean,
): void {
  withUndo(desk, i18n, archived ? 'archive' : 'unarchive', ids);
}

function withUndo(desk: Desk, i18n: I18n, kind: Undoable, ids: readonly string[]): void {
  const { library, toasts, chosen } = desk;
  if (ids.length === 0) return;
  const onDone = (rest: readonly string[]): void => leaveDone(chosen, rest);
  void changeWithUndo(kind, ids, { library, toasts, i18n, takeFocus: false, tabId: null, onDone });
}

export async function restoreItems(desk: Desk, i18n: I18n, ids: readonly string[]): Promise<void> {
  const { library, toasts, chosen } = desk;
  const changed = await library.change(ids, { deleted: false }, null);
  if (changed.done === 0) return toasts.show({ text: i18n.t('restoreFailed') });
  const rest = ids.slice(changed.done);
  const count = changed.ids.length;
  const text = count > 0 ? i18n.plural('restoredItems', count) : i18n.t('nothingToChange');
  toasts.show({ text: withRest(i18n, text, rest.length) });
  withdrawUndo(toasts, ['delete'], ids.slice(0, changed.done));
  leaveDone(chosen, rest);
}

/** What is seen at once needs no word; a failure does. */
export async function setFlags(
  { library, toasts }: Desk,
  i18n: I18n,
  ids: readonly string[],
  flags: Flags,
): Promise<void> {
  const { done } = await library.change(ids, flags, null);
  if (done === 0) toasts.show({ text: i18n.t('changeFailed') });
  else if (done < ids.length) {
    toasts.show({ text: withRest(i18n, i18n.t('changeStopped'), ids.length - done) });
  }
}

/** Items of these ids as far as the list shows them. */
export function shownItems({ library }: Desk, ids: ReadonlySet<string>): Item[] {
  return (library.rows.value ?? []).map(({ item }) => item).filter(({ id }) => ids.has(id));
}
