import { expect, test, vi } from 'vitest';
import { deleteWithUndo } from '../../../components/library/delete-with-undo.ts';
import type { Library } from '../../../components/library/library-state.ts';
import { createToasts } from '../../../components/ui/toasts.tsx';
import { createI18n } from '../../../utils/i18n.ts';
import type { Item } from '../../../utils/library/item.ts';

const item = { id: 'a' } as Item;

function start(done: boolean) {
  const remove = vi.fn(() => Promise.resolve(done));
  const restore = vi.fn(() => Promise.resolve(true));
  const onDeleted = vi.fn();
  const toasts = createToasts();
  const library = { remove, restore } as unknown as Library;
  const i18n = createI18n('ar');
  const run = () =>
    deleteWithUndo(item, { library, toasts, i18n, takeFocus: true, tabId: 7, onDeleted });
  return { run, remove, restore, onDeleted, toasts };
}

test('a delete that fails leaves what is shown', async () => {
  const { run, onDeleted, toasts } = start(false);
  await run();
  expect(onDeleted).not.toHaveBeenCalled();
  expect(toasts.offer.value).toBeNull();
  expect(toasts.notice.value?.text).toContain('تعذّر الحذف');
});

test('the tab whose badge follows is told both times', async () => {
  const { run, remove, restore, onDeleted, toasts } = start(true);
  await run();
  expect(onDeleted).toHaveBeenCalledOnce();
  expect(remove).toHaveBeenCalledWith('a', 7);
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(toasts.notice.value?.text).toBe('أُعيدت المقالة.'));
  expect(restore).toHaveBeenCalledWith('a', 7);
});

test('what cannot be brought back can be tried again', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const { run, restore, toasts } = start(true);
  await run();
  restore.mockResolvedValueOnce(false);
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(toasts.offer.value?.text).toContain('تعذّرت الإعادة'));
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(restore).toHaveBeenCalledTimes(2));
});
