import { describe, expect, it } from 'vitest';
import { hidden, turned, turnedArticle } from '../../../utils/library/edits/block-edits.ts';
import type { EditGiven } from '../../../utils/library/edits/edits.ts';
import type { Edit } from '../../../utils/library/item.ts';
import {
  highlightOver,
  marksIn,
  noted,
  notedArticle,
  recoloured,
  undoing,
  unmarked,
} from '../../../utils/library/edits/marks.ts';

const BLOCKS = [
  { key: 'a', text: 'أولى الفقرات هنا.' },
  { key: 'b', text: 'ثانية الفقرات هنا.' },
  { key: 'c', text: 'ثالثة الفقرات هنا.' },
];

/** The edits after changes, as the library keeps them. */
function after(before: readonly Edit[], given: readonly EditGiven[]): Edit[] {
  const kept = new Map(before.map((edit) => [edit.id, edit]));
  for (const edit of given) kept.set(edit.id, { ...edit, stamp: String(kept.size + 1) });
  return [...kept.values()];
}

const over = (
  edits: readonly Edit[],
  name: string,
  ...stretches: [block: string, start: number, end: number][]
): Edit[] => {
  const anchors = stretches.map(([block, start, end]) => ({ block, start, end }));
  const { marks } = marksIn(edits, BLOCKS);
  return after(edits, highlightOver(anchors, { colour: 2, name }, marks, BLOCKS));
};

const told = (edits: readonly Edit[]) =>
  marksIn(edits, BLOCKS).marks.map(({ name, colour, quote, note }) => [
    name,
    colour,
    quote,
    note?.value ?? null,
  ]);

function onlyMark(edits: readonly Edit[]) {
  const [mark, ...more] = marksIn(edits, BLOCKS).marks;
  if (!mark || more.length > 0) throw new Error('Not one.');
  return mark;
}

describe('a highlight', () => {
  it('over several blocks is one, a piece each, with what stands around it', () => {
    const edits = over([], 'm', ['a', 5, 17], ['b', 0, 5]);
    expect(edits.map(({ id, value, around }) => [id, value, around])).toEqual([
      ['m-0', 'الفقرات هنا.', ['أولى ', '']],
      ['m-1', 'ثانية', ['', ' الفقرات هنا.']],
    ]);
    expect(told(edits)).toEqual([['m', 2, 'الفقرات هنا.\nثانية', null]]);
  });

  it('takes in those it meets, with their notes, and nothing is marked twice', () => {
    let edits = over([], 'first', ['a', 0, 4]);
    edits = over(edits, 'other', ['b', 0, 5], ['c', 0, 5]);
    const [first, other] = marksIn(edits, BLOCKS).marks;
    if (!first || !other) throw new Error('Not two.');
    edits = after(edits, noted(first, 'قبل'));
    edits = after(edits, noted(other, 'بعد'));
    edits = over(edits, 'new', ['a', 2, 17], ['b', 0, 3]);
    expect(told(edits)).toEqual([['first', 2, 'أولى الفقرات هنا.\nثانية\nثالثة', 'قبل\n\nبعد']]);
    expect(edits.filter(({ removed }) => !removed).map(({ id }) => id)).toEqual([
      'first-0',
      'first-note',
      'first-1',
      'first-2',
    ]);
  });

  it('leaves its pieces alone that wait for a text when it is extended', () => {
    let edits = over([], 'm', ['a', 0, 4], ['c', 0, 5]);
    const other = [
      { key: 'new', text: 'مقدمة جديدة.' },
      { key: 'a', text: 'أولى الفقرات هنا.' },
      { key: 'd', text: 'فقرة رابعة.' },
    ];
    const stretches = [
      { block: 'a', start: 2, end: 9 },
      { block: 'd', start: 0, end: 4 },
    ];
    const { marks } = marksIn(edits, other);
    edits = after(edits, highlightOver(stretches, { colour: 1, name: 'x' }, marks, other));
    expect(onlyMark(edits).quote).toBe('أولى الفق\nثالثة\nفقرة');
    expect(marksIn(edits, other).marks.map(({ quote }) => quote)).toEqual([
      'أولى الفق\nفقرة\nثالثة',
    ]);
  });

  it('marks nothing between two of its pieces whose paragraphs are one now', () => {
    let edits = over([], 'm', ['a', 0, 4], ['b', 0, 5]);
    const between = 'كلام آخر بينهما.';
    const one = [{ key: 'one', text: `أولى الفقرات هنا. ${between} ثانية الفقرات هنا.` }];
    const joined = edits.map((edit, index) => ({
      ...edit,
      anchor:
        index === 0 ? { block: 'one', start: 0, end: 4 } : { block: 'one', start: 35, end: 40 },
    }));
    const { marks } = marksIn(joined, one);
    const stretch = { block: 'one', start: 2, end: 9 };
    edits = after(joined, highlightOver([stretch], { colour: 1, name: 'x' }, marks, one));
    expect(marksIn(edits, one).marks.map(({ quote }) => quote)).toEqual(['أولى الفق\nثانية']);
  });

  it('keeps what two devices extended it by', () => {
    const edits = over([], 'm', ['b', 0, 5]);
    const here = over(edits, 'x', ['a', 0, 17], ['b', 0, 2]);
    const there = over(edits, 'y', ['b', 2, 18], ['c', 0, 5]);
    expect(told(after(here, there)).map(([, , quote]) => quote)).toEqual([
      'أولى الفقرات هنا.\nثانية الفقرات هنا.\nثالثة',
    ]);
  });

  it('leaves alone those it only stands beside', () => {
    const edits = over(over([], 'm', ['a', 0, 4]), 'n', ['a', 4, 9]);
    expect(told(edits).map(([name]) => name)).toEqual(['m', 'n']);
  });

  it('changes its colour, and goes with its note', () => {
    let edits = over([], 'm', ['a', 0, 4], ['b', 0, 5]);
    edits = after(edits, noted(onlyMark(edits), 'ملاحظة'));
    edits = after(edits, recoloured(onlyMark(edits), 4));
    expect(told(edits)).toEqual([['m', 4, 'أولى\nثانية', 'ملاحظة']]);
    const given = unmarked(onlyMark(edits));
    const without = after(edits, given);
    expect(told(without)).toEqual([]);
    // And comes back as it was.
    expect(told(after(without, undoing(given, edits, without)))).toEqual(told(edits));
  });

  it('of blocks that are gone is still told of, last', () => {
    const edits = over(over([], 'm', ['a', 0, 4]), 'n', ['c', 0, 5]);
    const { marks } = marksIn(edits, BLOCKS.slice(1));
    expect(marks.map(({ name, anchors, quote }) => [name, anchors.length, quote])).toEqual([
      ['n', 1, 'ثالثة'],
      ['m', 0, 'أولى'],
    ]);
  });
});

describe('a note', () => {
  it('stands without its highlight, where another device took that away', () => {
    let edits = over([], 'm', ['a', 0, 4]);
    edits = after(edits, noted(onlyMark(edits), 'ملاحظة'));
    const without = edits.map((edit) => ({ ...edit, removed: edit.kind === 'highlight' }));
    expect(told(without)).toEqual([['m', 1, '', 'ملاحظة']]);
    expect(told(after(without, unmarked(onlyMark(without))))).toEqual([]);
  });

  it('on the article is one, and goes with its words', () => {
    const first = after([], notedArticle(null, 'رأي'));
    const [note] = marksIn(first, BLOCKS).notes;
    const changed = after(first, notedArticle(note ?? null, 'رأي آخر'));
    expect(marksIn(changed, BLOCKS).notes.map(({ value }) => value)).toEqual(['رأي آخر']);
    expect(marksIn(after(changed, notedArticle(note ?? null, ' ')), BLOCKS).notes).toEqual([]);
  });
});

it('what was added is taken back by a tombstone', () => {
  const given = highlightOver(
    [{ block: 'a', start: 0, end: 4 }],
    { colour: 1, name: 'm' },
    [],
    BLOCKS,
  );
  const taken = undoing(given, [], after([], given));
  expect(taken).toEqual(given.map((edit) => ({ ...edit, removed: true })));
});

it('what was changed since is not taken back', () => {
  const edits = over([], 'm', ['a', 0, 4], ['b', 0, 5]);
  const given = unmarked(onlyMark(edits));
  const without = after(edits, given);
  const [first, second] = edits;
  if (!first || !second) throw new Error('Not two.');
  const since = after(without, [{ ...first, colour: 4 }]);
  expect(undoing(given, edits, since).map(({ id }) => id)).toEqual([second.id]);
});

it('of a block there is one edit that hides and one that turns it, and one that turns all', () => {
  const [block] = BLOCKS;
  if (!block) throw new Error('No block.');
  expect(hidden(block, true)).toMatchObject({ id: 'hide a', value: block.text, removed: false });
  expect(hidden(block, false)).toMatchObject({ id: 'hide a', removed: true });
  expect(turned(block, 'ltr').id).toBe('direction a');
  const edits = after([], [turned(block, 'ltr')]);
  expect(turnedArticle(edits)).toBeNull();
  expect(turnedArticle(after(edits, [turned(null, 'ltr')]))).toBe('ltr');
  expect(turnedArticle(after(edits, [turned(null, null)]))).toBeNull();
});
