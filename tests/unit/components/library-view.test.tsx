import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  all,
  answerFrom,
  failing,
  itemOf,
  press,
  pressInMenu,
  showLibrary,
  titles,
  type SendMessage,
} from './library-page.tsx';
import type { ListQuery } from '../../../utils/library/list.ts';
import type { ListOrder } from '../../../utils/settings.ts';

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() as SendMessage }));
vi.mock('../../../utils/messages.ts', () => ({ sendMessage, onMessage: () => () => undefined }));

beforeEach(() => void sendMessage.mockReset());
afterEach(() => document.body.replaceChildren());

test('a row says what it is, and opens', async () => {
  answerFrom(sendMessage, [itemOf('a'), itemOf('b')]);
  const { place, opened } = await showLibrary();
  const [first] = all(place, 'library-item');
  expect(first?.textContent).toContain('مقالة a');
  expect(first?.textContent).toContain('صحيفة المثال');
  expect(first?.textContent).toContain('20 نوفمبر 2026');
  first?.querySelector('a')?.click();
  expect(opened).toEqual(['a']);
});

test('a headline runs as its article does, be there more Latin letters in it', async () => {
  const title = 'مقابلة مع Google حول Gemini 2.0';
  answerFrom(sendMessage, [itemOf('a', { title }), itemOf('b', { title: 'Gemini 2.0' })]);
  const { place } = await showLibrary();
  const directions = all(place, 'library-item').map((row) =>
    row.querySelector('.name')?.getAttribute('dir'),
  );
  expect(directions).toEqual(['rtl', 'ltr']);
});

test('a row shows the corrected headline, and how far it is read', async () => {
  answerFrom(sendMessage, [
    itemOf('a', {
      corrected: { title: 'العنوان كما ينبغي', byline: null },
      position: { block: 'x', offset: 3, share: 0.4 },
    }),
  ]);
  const { place } = await showLibrary();
  expect(titles(place)).toEqual(['العنوان كما ينبغي']);
  expect(all(place, 'library-item')[0]?.textContent).toContain('قُرئ منها 40٪');
});

test('a kept link leads to its page, never to an address that is not of the web', async () => {
  answerFrom(sendMessage, [
    itemOf('a', { kind: 'link', readingMinutes: null }),
    itemOf('b', { kind: 'link', url: 'javascript:alert(1)' }),
  ]);
  const { place } = await showLibrary();
  const hrefs = all(place, 'library-item').map((row) =>
    row.querySelector('a')?.getAttribute('href'),
  );
  expect(hrefs).toEqual(['https://news.example/a', '/reader.html?id=b']);
});

test('what is deleted is gone at once and can be brought back', async () => {
  answerFrom(sendMessage, [itemOf('a'), itemOf('b')]);
  const { place } = await showLibrary();
  await pressInMenu(place, 0, 'delete-item');
  await vi.waitFor(() => expect(all(place, 'undo')).toHaveLength(1));
  expect(all(place, 'library-item')).toHaveLength(1);
  expect(sendMessage).toHaveBeenCalledWith('setFlags', { ids: ['a'], flags: { deleted: true } });
  all(place, 'undo')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(2));
});

test('Ctrl+Z undoes by any layout', async () => {
  answerFrom(sendMessage, [itemOf('a'), itemOf('b')]);
  const { place } = await showLibrary();
  const undone = async (key: string, how: KeyboardEventInit): Promise<void> => {
    await pressInMenu(place, 0, 'delete-item');
    await vi.waitFor(() => expect(all(place, 'undo')).toHaveLength(1));
    await press(document.body, key, how);
    await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(2));
    expect(all(place, 'undo')).toEqual([]);
  };
  await undone('z', { code: 'KeyW', ctrlKey: true });
  await undone('ئ', { code: 'KeyZ', ctrlKey: true });
  await undone('ئ', { code: 'KeyZ', metaKey: true });
  await pressInMenu(place, 0, 'delete-item');
  await vi.waitFor(() => expect(all(place, 'undo')).toHaveLength(1));
  await press(document.body, 'w', { code: 'KeyZ', ctrlKey: true });
  await press(document.body, 'ئ', { code: 'KeyZ' });
  expect(all(place, 'undo')).toHaveLength(1);
});

test('a delete that fails leaves the row and says so', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  answerFrom(sendMessage, [itemOf('a')]);
  const { place } = await showLibrary();
  failing(sendMessage, 'setFlags');
  await pressInMenu(place, 0, 'delete-item');
  await vi.waitFor(() => expect(all(place, 'toast')).toHaveLength(1));
  expect(all(place, 'library-item')).toHaveLength(1);
  expect(all(place, 'undo')).toHaveLength(0);
  expect(all(place, 'toast')[0]?.textContent).toContain('تعذّر الحذف');
});

test('one «undo» brings back all that was deleted within its time', async () => {
  answerFrom(sendMessage, [itemOf('a'), itemOf('b'), itemOf('c')]);
  const { place } = await showLibrary();
  for (const left of [2, 1]) {
    await pressInMenu(place, 0, 'delete-item');
    await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(left));
    await vi.waitFor(() => expect(all(place, 'undo')).toHaveLength(1));
  }
  await vi.waitFor(() => expect(all(place, 'toast')[0]?.textContent).toContain('حُذفت مقالتان'));
  all(place, 'undo')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(3));
  await vi.waitFor(() => expect(all(place, 'toast')[0]?.textContent).toBe('استُعيدت مقالتان.'));
});

test.each(['restore-item', 'purge-item'])(
  '«undo» is not offered once %s was done',
  async (line) => {
    answerFrom(sendMessage, [itemOf('a'), itemOf('b')]);
    const { place } = await showLibrary();
    await pressInMenu(place, 0, 'delete-item');
    await vi.waitFor(() => expect(all(place, 'undo')).toHaveLength(1));
    await act(() => all(place, 'shelf-trash')[0]?.click());
    await vi.waitFor(() => expect(titles(place)).toEqual(['مقالة a']));
    await pressInMenu(place, 0, line);
    if (line === 'purge-item') await act(() => all(place, 'dialog-confirm')[0]?.click());
    await vi.waitFor(() => expect(all(place, 'undo')).toHaveLength(0));
  },
);

test('the row stays when neither the delete nor the reading after it works', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  answerFrom(sendMessage, [itemOf('a'), itemOf('b')]);
  const { place } = await showLibrary();
  failing(sendMessage, 'setFlags', 'listItems');
  await pressInMenu(place, 0, 'delete-item');
  await vi.waitFor(() => expect(all(place, 'toast')).toHaveLength(1));
  expect(titles(place)).toEqual(['مقالة a', 'مقالة b']);
});

test('a library of a newer version says so', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  const newer = Object.assign(new Error('newer'), { name: 'LibraryError:newer' });
  sendMessage.mockRejectedValue(newer);
  const { place } = await showLibrary();
  expect(all(place, 'state-library-failed')[0]?.textContent).toContain('إصدارٌ أحدث');
});

test('an empty library says so', async () => {
  answerFrom(sendMessage, []);
  const { place } = await showLibrary();
  await vi.waitFor(() => expect(all(place, 'state-empty-library')).toHaveLength(1));
});

test('an empty shelf of a library that is not is another thing', async () => {
  answerFrom(sendMessage, [itemOf('a', { archived: true })]);
  const { place } = await showLibrary();
  await vi.waitFor(() => expect(all(place, 'state-empty-shelf')).toHaveLength(1));
  expect(all(place, 'state-empty-library')).toHaveLength(0);
});

test('a library that cannot be opened is not an empty one, and can be tried again', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  sendMessage.mockRejectedValue(new Error('closed'));
  const { place } = await showLibrary();
  expect(all(place, 'state-library-failed')).toHaveLength(1);
  expect(all(place, 'state-empty-library')).toHaveLength(0);
  answerFrom(sendMessage, [itemOf('a')]);
  all(place, 'try-again')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(1));
});

test('arrow keys go from row to row, and what stands beside follows', async () => {
  answerFrom(sendMessage, [itemOf('a'), itemOf('b'), itemOf('c')]);
  const { place, followed } = await showLibrary();
  const rows = all(place, 'library-item').map((row) => row.querySelector('a'));
  rows[0]?.focus();
  await press(rows[0], 'ArrowDown');
  expect(document.activeElement).toBe(rows[1]);
  await press(rows[1], 'End');
  await vi.waitFor(() => expect(document.activeElement).toBe(rows[2]));
  await press(rows[2], 'ArrowUp');
  expect(followed).toEqual(['b', 'c', 'b']);
});

test('Delete deletes, and the row that comes into its place has the focus', async () => {
  answerFrom(sendMessage, [itemOf('a'), itemOf('b'), itemOf('c')]);
  const { place } = await showLibrary();
  const focused = () => document.activeElement?.closest('li')?.dataset['id'];
  const link = (at: number) => all(place, 'library-item')[at]?.querySelector('a');
  link(1)?.focus();
  await press(link(1), 'Delete');
  await vi.waitFor(() => expect(titles(place)).toEqual(['مقالة a', 'مقالة c']));
  await vi.waitFor(() => expect(focused()).toBe('c'));
  await press(link(1), 'Delete');
  await vi.waitFor(() => expect(titles(place)).toEqual(['مقالة a']));
  await vi.waitFor(() => expect(focused()).toBe('a'));
  await press(link(0), 'Delete');
  await vi.waitFor(() => expect(document.activeElement).toBe(all(place, 'library-list')[0]));
});

test('ten thousand rows are no ten thousand elements: they come as they are asked for', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => itemOf(`n${index}`));
  answerFrom(sendMessage, rows);
  const { place } = await showLibrary();
  expect(all(place, 'library-item').length).toBeLessThanOrEqual(60);
  const before = all(place, 'library-item').length;
  all(place, 'show-more')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'library-item').length).toBeGreaterThan(before));
  expect(all(place, 'library-item').length).toBeLessThanOrEqual(300);
});

test('the order chosen is kept, and the list begins with it', async () => {
  answerFrom(sendMessage, [itemOf('a'), itemOf('b')]);
  const save = vi.fn(() => Promise.resolve());
  const load = (): Promise<ListOrder> => Promise.resolve({ order: 'length', ascending: true });
  const { place } = await showLibrary({ load, save });
  const orders = (): unknown[] =>
    sendMessage.mock.calls
      .filter(([type]) => type === 'listItems')
      .map(([, data]: [string, ListQuery]) => [data.order, data.ascending]);
  expect(orders()).toEqual([['length', true]]);
  await act(() => all(place, 'order-site')[0]?.click());
  expect(save).toHaveBeenLastCalledWith({ order: 'site', ascending: true });
  await act(() => all(place, 'order-descending')[0]?.click());
  expect(save).toHaveBeenLastCalledWith({ order: 'site', ascending: false });
  await act(() => all(place, 'shelf-archive')[0]?.click());
  await vi.waitFor(() => expect(orders().at(-1)).toEqual(['site', false]));
  expect(save).toHaveBeenCalledTimes(2);
});

test('a list whose order cannot be read or kept is a list', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  answerFrom(sendMessage, [itemOf('a'), itemOf('b')]);
  const fails = (): Promise<never> => Promise.reject(new Error('no store'));
  const { place } = await showLibrary({ load: fails, save: fails });
  expect(titles(place)).toHaveLength(2);
  await act(() => all(place, 'order-site')[0]?.click());
  expect(titles(place)).toHaveLength(2);
});

test('the filter offers the sites of rows not shown too, asked for when it opens', async () => {
  const far = itemOf('z', { siteName: 'موقع بعيد', archived: true });
  answerFrom(sendMessage, [itemOf('a'), far]);
  const { place } = await showLibrary();
  const sites = (): (string | null)[] =>
    [...(all(place, 'filter-site')[0]?.querySelectorAll('option') ?? [])].map(
      ({ textContent }) => textContent,
    );
  expect(sites()).toEqual(['الكل', 'صحيفة المثال']);
  expect(sendMessage).not.toHaveBeenCalledWith('listSites', undefined);
  const popover = all(place, 'filter-site')[0]?.closest('[popover]');
  await act(() => {
    popover?.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' }));
  });
  await vi.waitFor(() => expect(sites()).toEqual(['الكل', 'صحيفة المثال', 'موقع بعيد']));
});
