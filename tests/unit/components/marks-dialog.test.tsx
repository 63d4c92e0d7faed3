import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { MarksDialog } from '../../../components/marks/marks-dialog.tsx';
import { Quote } from '../../../components/marks/note-dialog.tsx';
import { ShowingContext } from '../../../components/reading/showing-context.ts';
import type { Edit } from '../../../utils/library/item.ts';
import { marksIn } from '../../../utils/library/edits/marks.ts';
import { all } from './library-page.tsx';

const BLOCKS = ['a', 'b'].map((key) => ({ key, text: `فقرة ${key}` }));
const nothing = vi.fn();

const edit = (id: string, kind: Edit['kind'], block: string): Edit => ({
  id,
  kind,
  anchor: { block, start: 0, end: 4 },
  value: 'فقرة',
  stamp: id,
  removed: false,
});

test('nobody is led to a highlight in a block that is hidden', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const marks = marksIn([edit('m-0', 'highlight', 'a'), edit('n-0', 'highlight', 'b')], BLOCKS);
  const show = (hidden: Edit[]) =>
    act(() =>
      render(
        <MarksDialog
          {...{ marks, hidden }}
          onClose={nothing}
          onJump={nothing}
          onColour={nothing}
          onNote={nothing}
          onRemove={nothing}
          onShow={nothing}
        />,
        place,
      ),
    );
  await show([]);
  expect(all(place, 'jump-to-mark')).toHaveLength(2);
  await show([edit('hide b', 'hide', 'b')]);
  expect(all(place, 'mark-item').map((item) => all(item, 'jump-to-mark').length)).toEqual([1, 0]);
});

test('what was marked has the digits that are liked', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  await act(() =>
    render(
      <ShowingContext.Provider value={{ digits: 'arabic', tashkeel: 'published' }}>
        <Quote text="عام 2024" />
      </ShowingContext.Provider>,
      place,
    ),
  );
  expect(place.textContent).toBe('عام ٢٠٢٤');
});
