import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLibrary } from '../../../components/library/library-state.ts';
import { LibraryView } from '../../../components/library/library-view.tsx';
import { createToasts, ToastRegion } from '../../../components/ui/toasts.tsx';
import type { Item } from '../../../utils/library/item.ts';

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() }));
vi.mock('../../../utils/messages.ts', () => ({ sendMessage, onMessage: () => () => undefined }));

const itemOf = (id: string, part: Partial<Item> = {}): Item => ({
  id,
  schema: 2,
  kind: 'article',
  url: `https://news.example/${id}`,
  addresses: [],
  aliases: [],
  title: `مقالة ${id}`,
  byline: null,
  siteName: 'صحيفة المثال',
  lang: 'ar',
  dir: 'rtl',
  publishedTime: '2026-11-20',
  excerpt: '',
  readingMinutes: { min: 3, max: 4 },
  complete: true,
  textLength: 900,
  thumbnail: null,
  savedAt: Date.now(),
  updatedAt: Date.now(),
  deletedAt: null,
  archived: false,
  favourite: false,
  position: null,
  tags: [],
  corrected: { title: null, byline: null },
  stamps: {},
  sort: { shelf: 'list', saved: 0, published: 0, length: 0, site: '', tags: [] },
  ...part,
});

/** A library of the background's, as far as a list asks for it. */
function answerFrom(rows: Item[]): void {
  const gone = new Set<string>();
  sendMessage.mockImplementation(async (type: string, data: { id: string }) => {
    if (type === 'deleteItem') gone.add(data.id);
    if (type === 'restoreItem') gone.delete(data.id);
    const items = rows.filter(({ id }) => !gone.has(id));
    return type === 'listItems' ? { items, total: items.length } : undefined;
  });
}

/** From now on these messages are not answered. */
function failing(...types: string[]): void {
  const answer = sendMessage.getMockImplementation();
  sendMessage.mockImplementation(async (type: string, data: unknown) => {
    if (types.includes(type)) throw new Error('closed');
    return answer?.(type, data);
  });
}

async function show(): Promise<{ place: HTMLElement; opened: string[] }> {
  const place = document.createElement('div');
  document.body.append(place);
  const library = createLibrary(new AbortController().signal);
  const toasts = createToasts();
  const opened: string[] = [];
  await act(() => {
    render(
      <>
        <LibraryView
          library={library}
          toasts={toasts}
          currentId={null}
          onOpen={({ id }) => opened.push(id)}
          level={1}
        />
        <ToastRegion toasts={toasts} />
      </>,
      place,
    );
  });
  await vi.waitFor(() => expect(place.querySelector('[data-testid]')).not.toBeNull());
  return { place, opened };
}

const all = (place: Element, id: string): HTMLElement[] => [
  ...place.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`),
];

beforeEach(() => void sendMessage.mockReset());
afterEach(() => document.body.replaceChildren());

test('a row says what it is, and opens', async () => {
  answerFrom([itemOf('a'), itemOf('b')]);
  const { place, opened } = await show();
  const [first] = all(place, 'library-item');
  expect(first?.textContent).toContain('مقالة a');
  expect(first?.textContent).toContain('صحيفة المثال');
  expect(first?.textContent).toContain('20 نوفمبر 2026');
  first?.querySelector('a')?.click();
  expect(opened).toEqual(['a']);
});

test('a kept link leads to its page, never to an address that is not of the web', async () => {
  answerFrom([
    itemOf('a', { kind: 'link', readingMinutes: null }),
    itemOf('b', { kind: 'link', url: 'javascript:alert(1)' }),
  ]);
  const { place } = await show();
  const hrefs = all(place, 'library-item').map((row) =>
    row.querySelector('a')?.getAttribute('href'),
  );
  expect(hrefs).toEqual(['https://news.example/a', '/reader.html?id=b']);
});

test('what is deleted is gone at once and can be brought back', async () => {
  answerFrom([itemOf('a'), itemOf('b')]);
  const { place } = await show();
  all(place, 'delete-item')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'undo')).toHaveLength(1));
  expect(all(place, 'library-item')).toHaveLength(1);
  expect(sendMessage).toHaveBeenCalledWith('deleteItem', { id: 'a', tabId: null });
  all(place, 'undo')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(2));
});

test('a delete that fails leaves the row and says so', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  answerFrom([itemOf('a')]);
  const { place } = await show();
  failing('deleteItem');
  all(place, 'delete-item')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'toast')).toHaveLength(1));
  expect(all(place, 'library-item')).toHaveLength(1);
  expect(all(place, 'undo')).toHaveLength(0);
  expect(all(place, 'toast')[0]?.textContent).toContain('تعذّر الحذف');
});

test('one «undo» brings back all that was deleted within its time', async () => {
  answerFrom([itemOf('a'), itemOf('b'), itemOf('c')]);
  const { place } = await show();
  for (const left of [2, 1]) {
    all(place, 'delete-item')[0]?.click();
    await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(left));
    await vi.waitFor(() => expect(all(place, 'undo')).toHaveLength(1));
  }
  await vi.waitFor(() => expect(all(place, 'toast')[0]?.textContent).toContain('حُذفت مقالتان'));
  all(place, 'undo')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(3));
  await vi.waitFor(() => expect(all(place, 'toast')[0]?.textContent).toBe('أُعيدت مقالتان.'));
});

test('a delete that fails takes nothing from the «undo» of the one before', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  answerFrom([itemOf('a'), itemOf('b')]);
  const { place } = await show();
  all(place, 'delete-item')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'undo')).toHaveLength(1));
  failing('deleteItem');
  all(place, 'delete-item')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'toast')).toHaveLength(2));
  all(place, 'undo')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(2));
});

test('the row stays when neither the delete nor the reading after it works', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  answerFrom([itemOf('a', { savedAt: 2 }), itemOf('b', { savedAt: 1 })]);
  const { place } = await show();
  failing('deleteItem', 'listItems');
  all(place, 'delete-item')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'toast')).toHaveLength(1));
  expect(all(place, 'library-item').map((row) => row.textContent?.slice(0, 7))).toEqual([
    'مقالة a',
    'مقالة b',
  ]);
});

test('a library of a newer version says so', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  const newer = Object.assign(new Error('newer'), { name: 'LibraryError:newer' });
  sendMessage.mockRejectedValue(newer);
  const { place } = await show();
  expect(all(place, 'state-library-failed')[0]?.textContent).toContain('إصدارٌ أحدث');
});

test('an empty library says so', async () => {
  answerFrom([]);
  const { place } = await show();
  expect(all(place, 'state-empty-library')).toHaveLength(1);
});

test('a library that cannot be opened is not an empty one, and can be tried again', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  sendMessage.mockRejectedValueOnce(new Error('closed'));
  const { place } = await show();
  expect(all(place, 'state-library-failed')).toHaveLength(1);
  expect(all(place, 'state-empty-library')).toHaveLength(0);
  answerFrom([itemOf('a')]);
  all(place, 'try-again')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(1));
});

test('arrow keys go from row to row', async () => {
  answerFrom([itemOf('a'), itemOf('b')]);
  const { place } = await show();
  const [first, second] = all(place, 'library-item').map((row) => row.querySelector('a'));
  first?.focus();
  first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  expect(document.activeElement).toBe(second);
});
