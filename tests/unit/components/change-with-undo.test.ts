import { expect, test, vi } from 'vitest';
import { changeWithUndo, withdrawUndo } from '../../../components/library/change-with-undo.ts';
import { createToasts } from '../../../components/ui/toasts.tsx';
import { createI18n } from '../../../utils/i18n.ts';
import type { Flags } from '../../../utils/library/change-items.ts';

function start(done: boolean) {
  const change = vi.fn((ids: readonly string[], _flags: Flags, _tabId: number | null) =>
    Promise.resolve({ done: done ? ids.length : 0, ids: done ? [...ids] : [] }),
  );
  const onDone = vi.fn();
  const toasts = createToasts();
  const i18n = createI18n('ar');
  const means = { library: { change }, toasts, i18n, takeFocus: true, tabId: 7, onDone };
  const run = (...ids: string[]) => changeWithUndo('delete', ids, means);
  const archive = (...ids: string[]) => changeWithUndo('archive', ids, means);
  return { run, archive, change, onDone, toasts };
}

test('a delete that fails leaves what is shown', async () => {
  const { run, onDone, toasts } = start(false);
  await run('a');
  expect(onDone).not.toHaveBeenCalled();
  expect(toasts.offer.value).toBeNull();
  expect(toasts.notice.value?.text).toContain('تعذّر الحذف');
});

test('the tab whose badge follows is told both times', async () => {
  const { run, change, onDone, toasts } = start(true);
  await run('a');
  expect(onDone).toHaveBeenCalledOnce();
  expect(change).toHaveBeenCalledWith(['a'], { deleted: true }, 7);
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(toasts.notice.value?.text).toBe('استُعيدت المقالة.'));
  expect(change).toHaveBeenLastCalledWith(['a'], { deleted: false }, 7);
});

test('several go by one change, and are counted together with those before', async () => {
  const { run, change, toasts } = start(true);
  await run('a');
  await run('b', 'c');
  expect(change).toHaveBeenLastCalledWith(['b', 'c'], { deleted: true }, 7);
  expect(toasts.offer.value?.text).toBe('حُذفت 3 مقالات.');
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(toasts.notice.value?.text).toBe('استُعيدت 3 مقالات.'));
  expect(change).toHaveBeenCalledTimes(4);
});

test('what was done in part says what was not, and is taken back alone', async () => {
  const { run, change, onDone, toasts } = start(true);
  change.mockResolvedValueOnce({ done: 2, ids: ['a', 'b'] });
  await run('a', 'b', 'c', 'd', 'e');
  expect(toasts.offer.value?.text).toBe('حُذفت مقالتان. بقيت 3 مقالات كما كانت.');
  expect(onDone).toHaveBeenCalledWith(['c', 'd', 'e']);
  change.mockResolvedValueOnce({ done: 1, ids: ['a'] });
  toasts.offer.value?.action?.run();
  const half = 'استُعيدت المقالة. بقيت مقالة واحدة كما كانت.';
  await vi.waitFor(() => expect(toasts.offer.value?.text).toBe(half));
  expect(change).toHaveBeenLastCalledWith(['a', 'b'], { deleted: false }, 7);
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(change).toHaveBeenLastCalledWith(['b'], { deleted: false }, 7));
});

test('where those gone over were so already, the others are told of', async () => {
  const { archive, change, toasts } = start(true);
  change.mockResolvedValueOnce({ done: 1, ids: [] });
  await archive('a', 'b');
  expect(toasts.notice.value?.text).toBe('لم يكتمل التغيير. بقيت مقالة واحدة كما كانت.');
  expect(toasts.offer.value).toBeNull();
});

test('archiving is taken back by itself, not with the delete before it', async () => {
  const { run, archive, change, toasts } = start(true);
  await run('a');
  await archive('b');
  expect(toasts.offer.value?.text).toBe('أُرشفت المقالة.');
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(change).toHaveBeenCalledTimes(3));
  expect(change).toHaveBeenLastCalledWith(['b'], { archived: false }, 7);
});

test('what cannot be brought back can be tried again', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const { run, change, toasts } = start(true);
  await run('a');
  change.mockResolvedValueOnce({ done: 0, ids: [] });
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(toasts.offer.value?.text).toContain('تعذّرت الاستعادة'));
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(change).toHaveBeenCalledTimes(3));
});

test('only what was not so before is taken back', async () => {
  const { archive, change, onDone, toasts } = start(true);
  change.mockResolvedValueOnce({ done: 3, ids: ['b'] });
  await archive('a', 'b', 'c');
  expect(toasts.offer.value?.text).toBe('أُرشفت المقالة.');
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(change).toHaveBeenLastCalledWith(['b'], { archived: false }, 7));
  change.mockResolvedValueOnce({ done: 1, ids: [] });
  await archive('a');
  expect(onDone).toHaveBeenCalledTimes(2);
});

test('what is no longer there to be brought back is not said to be', async () => {
  const { run, change, toasts } = start(true);
  await run('a', 'b');
  change.mockResolvedValueOnce({ done: 2, ids: ['b'] });
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(toasts.notice.value?.text).toBe('استُعيدت المقالة.'));
});

test('where nothing is left to be brought back, that is said', async () => {
  const { run, change, toasts } = start(true);
  await run('a');
  change.mockResolvedValueOnce({ done: 1, ids: [] });
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(toasts.notice.value?.text).toBe('لم يبق ما يُغيَّر.'));
});

test('an offer goes with what it took back, and stays for the others', async () => {
  const { run, change, toasts } = start(true);
  await run('a', 'b');
  withdrawUndo(toasts, ['archive'], ['a', 'b']);
  withdrawUndo(toasts, ['delete'], ['a', 'c']);
  toasts.offer.value?.action?.run();
  await vi.waitFor(() => expect(toasts.notice.value?.text).toBe('استُعيدت المقالة.'));
  expect(change).toHaveBeenLastCalledWith(['b'], { deleted: false }, 7);
  await run('c');
  withdrawUndo(toasts, ['delete'], ['b', 'c']);
  expect(toasts.offer.value).toBeNull();
});

test('one article deleted twice is one', async () => {
  const { run, toasts } = start(true);
  await run('a');
  await run('a');
  expect(toasts.offer.value?.text).toBe('حُذفت المقالة.');
});
