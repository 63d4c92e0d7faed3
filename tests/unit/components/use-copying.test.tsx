import { createRef, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useCopying } from '../../../components/reading/use-copying.ts';

let place: HTMLElement;
beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

const list = createRef<HTMLUListElement>();
const article = createRef<HTMLElement>();

function List() {
  useCopying(list, 'list');
  return (
    <ul ref={list}>
      <li>عنوان في القائمة</li>
    </ul>
  );
}

function Article() {
  useCopying(article, 'article');
  return (
    <article ref={article}>
      <p>فقرة من المقالة</p>
    </article>
  );
}

/** Whichever of the two came onto the page first. */
test.each([
  [<List key="list" />, <Article key="article" />],
  [<Article key="article" />, <List key="list" />],
])('all of a page is the article, beside its list', async (...parts) => {
  await act(() => render(parts, place));
  expect(copied(document.body)).toBe('فقرة من المقالة');
  expect(copied(list.current!)).toBe('عنوان في القائمة');
});

test('a list without an article is copied whole', async () => {
  await act(() => render(<List />, place));
  expect(copied(document.body)).toBe('عنوان في القائمة');
});

function copied(part: Element): string {
  getSelection()!.selectAllChildren(part);
  const data = new DataTransfer();
  const event = new ClipboardEvent('copy', {
    clipboardData: data,
    bubbles: true,
    cancelable: true,
  });
  part.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  return data.getData('text/plain');
}
