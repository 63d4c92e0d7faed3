import { beforeEach, describe, expect, test, vi } from 'vitest';
import { isKept, withKeptKinds } from '../../../components/article/kept-kinds.ts';
import { markActions } from '../../../components/marks/actions.ts';
import { createChange } from '../../../components/marks/change.ts';
import { stretchesIn } from '../../../components/marks/selected.ts';
import { createToasts } from '../../../components/ui/toasts.tsx';
import type { Removal } from '../../../utils/article/article.ts';
import { listBlocks } from '../../../utils/article/body/blocks.ts';
import { createI18n } from '../../../utils/i18n.ts';
import type { EditGiven } from '../../../utils/library/edits/edits.ts';
import type { Edit, Item } from '../../../utils/library/item.ts';
import { undoing } from '../../../utils/library/edits/marks.ts';

const sendMessage = vi.hoisted(() => vi.fn());
vi.mock('../../../utils/messages.ts', () => ({ sendMessage }));

const HTML = '<p>  أولى <b>الفقرات</b>\n هنا. </p><ul><li>بند</li></ul><p>ثانية<br>الفقرات</p>';

function body(): { place: HTMLElement; blocks: ReturnType<typeof listBlocks> } {
  const place = document.createElement('div');
  const parsed = new DOMParser().parseFromString(HTML, 'text/html');
  place.append(...parsed.body.childNodes);
  document.body.replaceChildren(place);
  const blocks = listBlocks(place);
  for (const { key, element } of blocks) element.setAttribute('data-block', key);
  return { place, blocks };
}

function rangeOf(
  from: Node | null | undefined,
  start: number,
  to: Node | null | undefined,
  end: number,
): Range {
  const range = document.createRange();
  range.setStart(from!, start);
  range.setEnd(to!, end);
  return range;
}

describe('what is selected', () => {
  test('is stretches of the source texts of its blocks, without space at their ends', () => {
    const { place, blocks } = body();
    const [first, , last] = place.children;
    // From the space before «الفقرات» on, and into the line after the break.
    const range = rangeOf(first?.firstChild, 7, last?.lastChild, 3);
    const found = stretchesIn(range, place, blocks).map(({ block, start, end }) =>
      blocks.find(({ key }) => key === block)?.text.slice(start, end),
    );
    expect(found).toEqual(['الفقرات هنا.', 'بند', 'ثانية الف']);
  });

  test('is nothing where only the end of a block is touched', () => {
    const { place, blocks } = body();
    const [first, list] = place.children;
    const range = rangeOf(first?.lastChild, 1, list?.firstChild?.firstChild, 0);
    expect(stretchesIn(range, place, blocks).map(({ end, start }) => end - start)).toEqual([4]);
  });
});

describe('a change', () => {
  const item = { id: 'a' } as Item;
  const told = { text: 'unmarked', undo: true } as const;
  let edits: Edit[];

  function start(saved: () => Promise<Item | null> = async () => item) {
    const toasts = createToasts();
    return { toasts, change: createChange({ saved, toasts, i18n: createI18n('ar') }) };
  }

  beforeEach(() => {
    edits = [];
    sendMessage.mockReset();
    sendMessage.mockImplementation(async (name: string, data: { edits: EditGiven[] }) => {
      if (name === 'editsOf') return edits;
      const kept = new Map(edits.map((edit) => [edit.id, edit]));
      for (const edit of data.edits) kept.set(edit.id, { ...edit, stamp: '1' });
      edits = [...kept.values()];
      return undefined;
    });
  });

  test('of what is not saved is none where saving was declined', async () => {
    const { change } = start(async () => null);
    const blocks = [{ key: 'k', text: 'نص' }];
    const stretch = { block: 'k', start: 0, end: 2 };
    expect(await markActions(change, blocks).highlight([stretch], 1)).toBeNull();
    expect(sendMessage).not.toHaveBeenCalled();
  });

  test('is offered back, and undone leaves things as they were', async () => {
    const { change, toasts } = start();
    const actions = markActions(change, [{ key: 'k', text: 'نص طويل' }]);
    const about = await actions.highlight([{ block: 'k', start: 0, end: 2 }], 3);
    expect(about).toMatchObject({ quote: 'نص', text: '', note: null });
    if (!about?.name) throw new Error('Not marked.');
    await actions.note(about, 'ملاحظة');
    expect(toasts.offer.value).toBeNull();
    const before = structuredClone(edits);
    await actions.remove(about.name);
    expect(edits.every(({ removed }) => removed)).toBe(true);
    toasts.offer.value?.action?.run();
    await vi.waitFor(() => expect(edits).toEqual(before));
  });

  test('adds a note on the article beside those there are', async () => {
    const actions = markActions(start().change, []);
    const about = { name: null, note: null, quote: '', text: '' };
    expect(await actions.note(about, 'أولى')).toBe(true);
    expect(await actions.note(about, 'ثانية')).toBe(true);
    expect(edits.map(({ value }) => value)).toEqual(['أولى', 'ثانية']);
    await actions.note({ ...about, note: edits[0]?.id ?? '' }, ' ');
    expect(edits.map(({ removed }) => removed)).toEqual([true, false]);
    await actions.note(about, ' ');
    expect(edits).toHaveLength(2);
  });

  test('keeps a note whose highlight has gone meanwhile, on the article', async () => {
    const actions = markActions(start().change, [{ key: 'k', text: 'نص طويل' }]);
    const about = await actions.highlight([{ block: 'k', start: 0, end: 2 }], 3);
    if (!about?.name) throw new Error('Not marked.');
    await actions.remove(about.name);
    expect(await actions.note(about, 'ملاحظة')).toBe(true);
    expect(edits.filter(({ removed }) => !removed)).toMatchObject([
      { kind: 'note', anchor: null, value: 'ملاحظة' },
    ]);
  });

  test('that fails says so, and nothing is offered', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { change, toasts } = start();
    sendMessage.mockRejectedValue(new Error('gone'));
    expect(await change(() => [], told)).toBe(false);
    expect(toasts.offer.value).toBeNull();
    expect(toasts.notice.value?.text).toContain('تعذّر');
  });

  test('made of nothing is taken back by nothing', () => {
    expect(undoing([], [], [])).toEqual([]);
  });
});

describe('kinds a site is told to show', () => {
  const removal = (id: string, changes: Partial<Removal> = {}): Removal => ({
    id,
    step: 'inner-noise',
    reason: 'read-also',
    phrase: 'اقرأ أيضا',
    text: '',
    html: '<p>اقرأ أيضا</p>',
    count: 1,
    at: 'k',
    ...changes,
  });
  const kinds = [{ step: 'inner-noise', reason: 'read-also', phrase: 'اقرأ أيضا' }] as const;
  const removals = [removal('1'), removal('2', { phrase: null }), removal('3')];

  test('are put back, each of them, and no other', () => {
    expect(removals.map((one) => isKept(one, kinds))).toEqual([true, false, true]);
    const shown = withKeptKinds({ removals }, [], kinds);
    expect(shown.map(({ kind, value, removed }) => [kind, value, removed])).toEqual([
      ['put-back', '1', false],
      ['put-back', '3', false],
    ]);
  });

  test('stay out where the reader took them out of this article', () => {
    const out: Edit = {
      id: 'put-back 1',
      kind: 'put-back',
      anchor: null,
      value: '1',
      stamp: '1',
      removed: true,
    };
    expect(withKeptKinds({ removals }, [out], kinds).map(({ value }) => value)).toEqual(['1', '3']);
  });

  test('none leave the very edits, so that the text is not put in its place again', () => {
    const edits: Edit[] = [];
    expect(withKeptKinds({ removals }, edits, [])).toBe(edits);
  });
});
