import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { NothingOpen } from '../../../components/app/nothing-open.tsx';
import type { ReaderState } from '../../../components/app/reader-state.ts';
import { TrashedState } from '../../../components/app/trashed-state.tsx';
import type { Exchanging } from '../../../components/exchange/exchanging.ts';
import { changeWithUndo } from '../../../components/library/change-with-undo.ts';
import { createDesk } from '../../../components/library/desk.ts';
import { createToasts } from '../../../components/ui/toasts.tsx';
import { createI18n } from '../../../utils/i18n.ts';
import { all, answerFrom, itemOf, type SendMessage } from './library-page.tsx';

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() as SendMessage }));
vi.mock('../../../utils/messages.ts', () => ({ sendMessage, onMessage: () => () => undefined }));

let place: HTMLElement;
beforeEach(() => {
  sendMessage.mockReset();
  document.body.replaceChildren();
  place = document.body.appendChild(document.createElement('div'));
});

const order = { load: async () => null, save: async () => undefined };

async function showPane(...items: Parameters<typeof answerFrom>[1]) {
  answerFrom(sendMessage, items);
  const desk = createDesk(createToasts(), order, new AbortController().signal);
  const exchanging = signal<Exchanging | null>(null);
  const reader = { desk, exchanging } as ReaderState;
  await act(() => render(<NothingOpen reader={reader} />, place));
  expect(place.textContent).toBe('المكتبة');
  await act(() => desk.library.load());
  return { desk, exchanging };
}

test('an empty library offers nothing to choose, but a way to bring something in', async () => {
  const { desk, exchanging } = await showPane();
  // Not counted yet: nothing is said that may be untrue.
  expect(place.textContent).toBe('المكتبة');
  await vi.waitFor(() => expect(desk.library.facts.value).not.toBeNull());
  await vi.waitFor(() => expect(all(place, 'state-nothing-yet')).toHaveLength(1));
  expect(place.textContent).not.toContain('اختر مقالة');
  all(place, 'state-import')[0]?.click();
  expect(exchanging.value).toEqual({ kind: 'import' });
});

test('a list with articles is to be chosen from, one without them is not', async () => {
  const { desk } = await showPane(itemOf('a'));
  expect(place.textContent).toContain('اختر مقالة');
  await act(async () => {
    desk.library.show({ shelf: { kind: 'archive' } });
    await vi.waitFor(() => expect(desk.library.rows.value).toEqual([]));
  });
  await vi.waitFor(() => expect(desk.library.facts.value).not.toBeNull());
  expect(place.textContent).toBe('المكتبة');
});

test('what is in the trash is put back by the same word everywhere, and read on from there', async () => {
  answerFrom(sendMessage, [itemOf('a')]);
  const i18n = createI18n('ar');
  const toasts = createToasts();
  const { library } = createDesk(toasts, order, new AbortController().signal);
  const means = { library, toasts, i18n, takeFocus: false, tabId: null };
  await changeWithUndo('delete', ['a'], means);
  expect(toasts.offer.value).not.toBeNull();
  const trashed = <TrashedState item={itemOf('a', { deletedAt: 1 })} toasts={toasts} />;
  await act(() => render(<main tabIndex={-1}>{trashed}</main>, place));
  const [button] = all(place, 'restore');
  expect(button?.textContent).toBe('استعادة');
  button?.focus();
  button?.click();
  await vi.waitFor(() => expect(document.activeElement?.localName).toBe('main'));
  expect(toasts.offer.value).toBeNull();
});
