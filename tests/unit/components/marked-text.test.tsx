import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { Marked } from '../../../components/library/marked-text.tsx';
import { selectedSource } from '../../../components/reading/copy-source.ts';
import { AS_PUBLISHED, type Showing } from '../../../components/reading/shown-text.ts';
import { ShowingContext } from '../../../components/reading/showing-context.ts';

const TEXT = 'وصول 25 سفينة مُحمَّلة بالقمح';

test('what was searched for is marked in a text that is shown as the reader likes it', () => {
  const place = document.createElement('div');
  document.body.append(place);
  const draw = (showing: Showing, text: string): void => {
    void act(() => {
      render(
        <ShowingContext.Provider value={showing}>
          <Marked text={text} marks={[[5, 13]]} dir="rtl" />
        </ShowingContext.Provider>,
        place,
      );
    });
  };
  draw({ digits: 'arabic', tashkeel: 'hidden' }, TEXT);
  expect(place.textContent).toBe('وصول ٢٥ سفينة محملة بالقمح');
  expect(place.querySelector('mark')?.textContent).toBe('٢٥ سفينة');
  const selection = document.getSelection()!;
  selection.selectAllChildren(place);
  expect(selectedSource(place, selection)?.text).toBe(TEXT);
  draw(AS_PUBLISHED, TEXT);
  expect(place.textContent).toBe(TEXT);
  draw({ digits: 'arabic', tashkeel: 'published' }, 'وصول 31 سفينة');
  expect(place.textContent).toBe('وصول ٣١ سفينة');
});
