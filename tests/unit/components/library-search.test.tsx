import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  all,
  answerFrom,
  itemOf,
  press,
  pressInMenu,
  showLibrary,
  tagged,
  titles,
  type,
  type SendMessage,
} from './library-page.tsx';

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() as SendMessage }));
vi.mock('../../../utils/messages.ts', () => ({ sendMessage, onMessage: () => () => undefined }));

beforeEach(() => void sendMessage.mockReset());
afterEach(() => document.body.replaceChildren());

const asked = (): string[] =>
  sendMessage.mock.calls
    .filter(([name]) => name === 'search')
    .map(([, data]) => (data as { query: string }).query);

test('what is typed is searched at once, and the match is marked in the text, as text', async () => {
  answerFrom(sendMessage, [itemOf('a'), itemOf('b')]);
  const { place } = await showLibrary();
  await type(all(place, 'search')[0], 'b');
  await vi.waitFor(() => expect(titles(place)).toEqual(['مقالة b']));
  const passage = all(place, 'passage')[0];
  expect(passage?.textContent).toBe('جاء بالقاهرة <b>أمس');
  expect(passage?.querySelector('mark')?.textContent).toBe('بالقاهرة');
  expect(passage?.querySelector('b')).toBeNull();
  expect(all(place, 'library-item')[0]?.querySelector('.name mark')?.textContent).toBe('b');
  expect(all(place, 'list-title')[0]?.textContent).toBe('نتائج البحث');
  await press(all(place, 'search')[0], 'Escape');
  await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(2));
});

test('of several answers the last question’s counts, whenever it comes', async () => {
  answerFrom(sendMessage, [itemOf('a'), itemOf('b')]);
  const { place } = await showLibrary();
  const answer = sendMessage.getMockImplementation();
  const late: (() => void)[] = [];
  sendMessage.mockImplementation(async (name, data) => {
    if (name === 'search' && (data as { query: string }).query === 'a') {
      await new Promise<void>((resolve) => late.push(resolve));
    }
    return answer?.(name, data);
  });
  await type(all(place, 'search')[0], 'a');
  await type(all(place, 'search')[0], 'b');
  await vi.waitFor(() => expect(titles(place)).toEqual(['مقالة b']));
  await act(() => late.forEach((come) => come()));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(titles(place)).toEqual(['مقالة b']);
});

test('a filter that was typed is a chip, and goes out of the field with it', async () => {
  answerFrom(sendMessage, [itemOf('a'), itemOf('b')]);
  const { place, desk } = await showLibrary();
  await type(all(place, 'search')[0], 'a موقع:المثال');
  await vi.waitFor(() => expect(all(place, 'chip')).toHaveLength(1));
  expect(all(place, 'chip')[0]?.textContent).toBe('موقع:المثال');
  await act(() => all(place, 'chip')[0]?.click());
  expect(desk.library.view.value.search.trim()).toBe('a');
});

test('a filter that was chosen narrows the list, and is searched along with what is typed', async () => {
  answerFrom(sendMessage, [itemOf('a'), itemOf('b', { siteName: 'صحيفة أخرى' })]);
  const { place } = await showLibrary();
  await pressInMenu(place, 1, 'only-site');
  await vi.waitFor(() => expect(titles(place)).toEqual(['مقالة b']));
  expect(all(place, 'chip')[0]?.textContent).toContain('صحيفة أخرى');
  await type(all(place, 'search')[0], 'b');
  expect(asked()).toEqual(['site:"صحيفة أخرى" b']);
  await type(all(place, 'search')[0], '');
  await act(() => all(place, 'chip')[0]?.click());
  await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(2));
});

test('what is not found is said with its words, and there is a way back', async () => {
  answerFrom(sendMessage, [itemOf('a')]);
  const { place } = await showLibrary();
  await type(all(place, 'search')[0], 'زرافة');
  await vi.waitFor(() => expect(all(place, 'state-nothing-found')).toHaveLength(1));
  expect(all(place, 'state-nothing-found')[0]?.textContent).toContain('زرافة');
  await act(() => all(place, 'clear-search')[0]?.click());
  await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(1));
});

test('a filter asks for nothing until its value is typed, and is not said to be a word', async () => {
  answerFrom(sendMessage, [itemOf('a')]);
  const { place } = await showLibrary();
  await type(all(place, 'search')[0], 'موقع:');
  await type(all(place, 'search')[0], 'حالة:مؤر');
  expect(asked()).toEqual([]);
  expect(titles(place)).toEqual(['مقالة a']);
  const answer = sendMessage.getMockImplementation();
  sendMessage.mockImplementation(async (name, data) =>
    name === 'search'
      ? { results: [], total: 0, waiting: 0, chips: [] }
      : await answer?.(name, data),
  );
  await type(all(place, 'search')[0], 'حالة:مؤرشفة');
  await vi.waitFor(() => expect(all(place, 'state-nothing-found')).toHaveLength(1));
  expect(all(place, 'state-nothing-found')[0]?.textContent).toContain('لا شيء هنا يوافق ما اخترته.');
  await type(all(place, 'search')[0], 'زرافة حالة:مؤرشفة موقع:');
  await vi.waitFor(() =>
    expect(all(place, 'state-nothing-found')[0]?.textContent).toContain('زرافة حالة:مؤرشفة\u2069»'),
  );
});

test('a shelf shows what lies on it, and a tag what carries it', async () => {
  answerFrom(sendMessage, [
    itemOf('a', { tags: tagged('اقتصاد') }),
    itemOf('b', { archived: true }),
    itemOf('c', { deletedAt: 5 }),
    itemOf('d', { favourite: true, archived: true }),
  ]);
  const { place } = await showLibrary();
  for (const [shelf, ids] of [
    ['shelf-archive', ['b', 'd']],
    ['shelf-favourites', ['d']],
    ['shelf-trash', ['c']],
    ['shelf-tag', ['a']],
    ['shelf-list', ['a']],
  ] as const) {
    await vi.waitFor(() => expect(all(place, shelf)).toHaveLength(1));
    await act(() => all(place, shelf)[0]?.click());
    await vi.waitFor(() => expect(titles(place)).toEqual(ids.map((id) => `مقالة ${id}`)));
    expect(all(place, shelf)[0]?.getAttribute('aria-current')).toBe('true');
  }
});

test('the order is asked of the library, both ways round', async () => {
  answerFrom(sendMessage, [itemOf('a'), itemOf('b')]);
  const { place } = await showLibrary();
  await act(() => all(place, 'order-length')[0]?.click());
  await act(() => all(place, 'order-ascending')[0]?.click());
  expect(sendMessage).toHaveBeenLastCalledWith(
    'listItems',
    expect.objectContaining({ order: 'length', ascending: true }),
  );
  // Days head a list in the order of saving alone.
  await vi.waitFor(() => expect(place.querySelector('.day')).toBeNull());
});
