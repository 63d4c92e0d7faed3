import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  all,
  answerFrom,
  itemOf,
  press,
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

const many = (count: number) => Array.from({ length: count }, (_, at) => itemOf(`n${at}`));

async function choose(place: Element, at: number, shiftKey = false): Promise<void> {
  await act(() => {
    const box = all(place, 'choose-item')[at];
    box?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }));
  });
}

const boxes = (place: Element) =>
  all(place, 'choose-item').map((box) => (box as HTMLInputElement).checked);

test('rows are chosen one by one and in ranges, and deleted by one message', async () => {
  answerFrom(sendMessage, many(6));
  const { place } = await showLibrary();
  await act(() => all(place, 'choose')[0]?.click());
  await choose(place, 0);
  await choose(place, 3, true);
  await choose(place, 1);
  expect(all(place, 'chosen-count')[0]?.textContent).toBe('اختيرت 3 مقالات.');
  expect(boxes(place)).toEqual([true, false, true, true, false, false]);
  // A range chooses what is in it, chosen or not.
  await choose(place, 2, true);
  expect(boxes(place)).toEqual([true, true, true, true, false, false]);
  await choose(place, 1);
  await act(() => all(place, 'delete-chosen')[0]?.click());
  await vi.waitFor(() => expect(titles(place)).toEqual(['مقالة n1', 'مقالة n4', 'مقالة n5']));
  expect(sendMessage).toHaveBeenCalledWith('setFlags', {
    ids: ['n0', 'n2', 'n3'],
    flags: { deleted: true },
  });
  await vi.waitFor(() => expect(all(place, 'selection-bar')).toHaveLength(0));
  all(place, 'undo')[0]?.click();
  await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(6));
});

test('all that is shown, then all of the shelf, and it says how many', async () => {
  answerFrom(sendMessage, many(70));
  const { place, exported } = await showLibrary();
  await act(() => all(place, 'choose')[0]?.click());
  await act(() => all(place, 'choose-shown')[0]?.click());
  expect(all(place, 'chosen-count')[0]?.textContent).toBe('اختيرت 30 مقالة.');
  expect(all(place, 'choose-all')[0]?.textContent).toContain('70');
  await act(() => all(place, 'choose-all')[0]?.click());
  await vi.waitFor(() =>
    expect(all(place, 'chosen-count')[0]?.textContent).toBe('اختيرت 70 مقالة.'),
  );
  await act(() => all(place, 'export-chosen')[0]?.click());
  expect(exported[0]).toHaveLength(70);
});

test('Escape leaves, and a row opens again', async () => {
  answerFrom(sendMessage, many(2));
  const { place, opened } = await showLibrary();
  await act(() => all(place, 'choose')[0]?.click());
  const link = () => all(place, 'library-item')[0]?.querySelector('a');
  await act(() => link()?.click());
  expect(opened).toEqual([]);
  expect(all(place, 'chosen-count')[0]?.textContent).toBe('اختيرت مقالة واحدة.');
  await press(link(), 'Escape');
  expect(all(place, 'choose-item')).toHaveLength(0);
  await act(() => link()?.click());
  expect(opened).toEqual(['n0']);
});

test('tags are given to several, with those there are offered', async () => {
  answerFrom(sendMessage, [
    itemOf('a', { tags: tagged('اقتصاد') }),
    itemOf('b', { tags: tagged('ثقافة') }),
  ]);
  const { place } = await showLibrary();
  await act(() => all(place, 'choose')[0]?.click());
  await act(() => all(place, 'choose-shown')[0]?.click());
  await act(() => all(place, 'tag-chosen')[0]?.click());
  const field = () => all(place, 'tag-input')[0];
  await type(field(), 'اقْتِ');
  // The tag only some carry is offered neither as new nor lost.
  await act(() => all(place, 'tag-all')[0]?.click());
  await type(field(), 'سوق  المال');
  await press(field(), 'Enter');
  await act(() => all(place, 'tag-remove')[0]?.click());
  await act(() => all(place, 'dialog-confirm')[0]?.click());
  expect(sendMessage).toHaveBeenCalledWith('tagItems', {
    ids: ['a', 'b'],
    add: ['اقتصاد', 'سوق المال'],
    remove: ['ثقافة'],
  });
});

test('a tag that still stands in its field is saved with the others', async () => {
  answerFrom(sendMessage, [itemOf('a', { tags: tagged('اقتصاد') })]);
  const { place } = await showLibrary();
  await act(() => all(place, 'library-item')[0]?.querySelector('button')?.click());
  await act(() => all(place, 'tag-item')[0]?.click());
  await type(all(place, 'tag-input')[0], ' سفر ');
  await act(() => all(place, 'dialog-confirm')[0]?.click());
  expect(sendMessage).toHaveBeenCalledWith('tagItems', { ids: ['a'], add: ['سفر'], remove: [] });
});

test('the list of tags is gone through by the keyboard', async () => {
  answerFrom(sendMessage, [itemOf('a', { tags: tagged('اقتصاد', 'اقتراع') }), itemOf('b')]);
  const { place } = await showLibrary();
  await vi.waitFor(() => expect(all(place, 'shelf-tag')).toHaveLength(2));
  await act(() => all(place, 'library-item')[1]?.querySelector('button')?.click());
  await act(() => all(place, 'tag-item')[0]?.click());
  const field = all(place, 'tag-input')[0];
  await type(field, 'إقت');
  expect(all(place, 'tag-option')).toHaveLength(2);
  expect(field?.getAttribute('aria-expanded')).toBe('true');
  await press(field, 'ArrowUp');
  const active = field?.getAttribute('aria-activedescendant') ?? '';
  expect(document.getElementById(active)?.textContent).toBe('اقتراع');
  await press(field, 'ArrowDown');
  await press(field, 'Enter');
  expect(all(place, 'tag-remove')[0]?.textContent).toBe('اقتصاد');
  expect(all(place, 'tag-option')).toHaveLength(1);
});

test('a tag renamed to one there is says that the two become one', async () => {
  answerFrom(sendMessage, [itemOf('a', { tags: tagged('اقتصاد', 'الإقتصاد') })]);
  const { place } = await showLibrary();
  await vi.waitFor(() => expect(all(place, 'rename-tag')).toHaveLength(2));
  await act(() => all(place, 'rename-tag')[0]?.click());
  await type(all(place, 'tag-name')[0], 'الاقتصاد');
  expect(all(place, 'merge-note')[0]?.textContent).toContain('الإقتصاد');
  expect(all(place, 'dialog-confirm')[0]?.textContent).toBe('دمج الوسمين');
  await act(() => all(place, 'dialog-confirm')[0]?.click());
  const renamed = { ids: ['a'], from: 'اقتصاد', to: 'الإقتصاد' };
  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledWith('renameTag', renamed));
});

test('a correction is sent, and what the page said is no correction', async () => {
  const corrected = { title: 'عنوان مصحح', byline: null };
  answerFrom(sendMessage, [itemOf('a', { corrected, byline: 'سلمى' })]);
  const { place } = await showLibrary();
  await act(() => all(place, 'row-menu')[0]?.click());
  await act(() => all(place, 'correct-item')[0]?.click());
  await act(() => all(place, 'correct-title-published')[0]?.click());
  await type(all(place, 'correct-byline')[0], 'سلمى الحداد');
  await act(() => all(place, 'dialog-confirm')[0]?.click());
  expect(sendMessage).toHaveBeenCalledWith('correctItem', {
    id: 'a',
    title: null,
    byline: 'سلمى الحداد',
  });
});

test('the trash is emptied after a question only', async () => {
  answerFrom(sendMessage, [itemOf('a', { deletedAt: 1 }), itemOf('b', { deletedAt: 1 })]);
  const { place } = await showLibrary();
  await act(() => all(place, 'shelf-trash')[0]?.click());
  await vi.waitFor(() => expect(all(place, 'empty-trash')).toHaveLength(1));
  expect(all(place, 'trash-note')[0]?.textContent).toContain('30');
  await act(() => all(place, 'empty-trash')[0]?.click());
  expect(all(place, 'dialog-purge')[0]?.textContent).toContain('أتُحذف هاتان المقالتان نهائيًا؟');
  await act(() => all(place, 'dialog-cancel')[0]?.click());
  expect(sendMessage).not.toHaveBeenCalledWith('purgeItems', expect.anything());
  await act(() => all(place, 'empty-trash')[0]?.click());
  await act(() => all(place, 'dialog-confirm')[0]?.click());
  await vi.waitFor(() =>
    expect(sendMessage).toHaveBeenCalledWith('purgeItems', { ids: ['a', 'b'] }),
  );
});

test('a tag renamed in part says so, and nothing shows it as done', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const rows = Array.from({ length: 60 }, (_, at) => itemOf(`n${at}`, { tags: tagged('اقتصاد') }));
  answerFrom(sendMessage, rows);
  const { place, desk } = await showLibrary();
  desk.library.show({ shelf: { kind: 'tag', tag: 'اقتصاد' } });
  await vi.waitFor(() => expect(all(place, 'rename-tag')).toHaveLength(1));
  await act(() => all(place, 'rename-tag')[0]?.click());
  await type(all(place, 'tag-name')[0], 'مال');
  const answer = sendMessage.getMockImplementation();
  let asked = 0;
  sendMessage.mockImplementation(async (name, data) => {
    if (name === 'renameTag' && ++asked === 2) throw new Error('closed');
    return answer?.(name, data);
  });
  await act(() => all(place, 'dialog-confirm')[0]?.click());
  await vi.waitFor(() =>
    expect(place.querySelector('.toasts')?.textContent).toMatch(/25.* من .*60/u),
  );
  expect(desk.library.view.value.shelf).toEqual({ kind: 'tag', tag: 'اقتصاد' });
});

test.each([
  ['archive-chosen', 'setFlags', 'أُرشفت 25 مقالة. بقيت 5 مقالات كما كانت.', null, true],
  ['favourite-chosen', 'setFlags', 'لم يكتمل التغيير. بقيت 5 مقالات كما كانت.', null, false],
  ['tag-chosen', 'tagItems', 'لم يكتمل التغيير. بقيت 5 مقالات كما كانت.', null, true],
  ['restore-chosen', 'setFlags', 'استُعيدت 25 مقالة. بقيت 5 مقالات كما كانت.', 1, true],
  ['purge-chosen', 'purgeItems', 'حُذفت 25 مقالة نهائيًا. بقيت 5 مقالات كما كانت.', 1, true],
] as const)('what %s does in part is told', async (button, message, told, deletedAt, leaves) => {
  vi.spyOn(console, 'error').mockReturnValue();
  answerFrom(
    sendMessage,
    many(30).map((item) => ({ ...item, deletedAt })),
  );
  const { place, desk } = await showLibrary();
  if (deletedAt !== null) {
    await act(() => all(place, 'shelf-trash')[0]?.click());
    await vi.waitFor(() => expect(all(place, 'library-item')).toHaveLength(30));
  }
  const ids = many(30).map(({ id }) => id);
  await act(() => desk.chosen.start(ids));
  const answer = sendMessage.getMockImplementation();
  let asked = 0;
  sendMessage.mockImplementation(async (name, data) => {
    if (name === message && ++asked === 2) throw new Error('closed');
    return answer?.(name, data);
  });
  await act(() => all(place, button)[0]?.click());
  if (button === 'tag-chosen') await type(all(place, 'tag-input')[0], 'سفر');
  if (message !== 'setFlags') await act(() => all(place, 'dialog-confirm')[0]?.click());
  await vi.waitFor(() => expect(all(place, 'toast')[0]?.textContent).toContain(told));
  await vi.waitFor(() => expect([...desk.chosen.ids.value]).toEqual(leaves ? ids.slice(25) : ids));
});
