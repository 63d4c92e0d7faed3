import { expect, test } from 'vitest';
import { selectedPassage } from '../../../components/reading/selected-passage.ts';
import { keyBlocks } from '../../../components/article/prepare-body.ts';
import { sanitizeArticle } from '../../../utils/article/sanitize.ts';
import { article } from '../library/samples.ts';

const HTML =
  '<p>فتحت <b>المكتبة</b>  أبوابها<br>صباح اليوم.</p><ul><li>ستون ألف كتاب</li></ul><p>والدخول مجاني.</p>';

function shown(): HTMLElement {
  const body = document.createElement('div');
  const content = sanitizeArticle(HTML, { document, images: 'none' });
  keyBlocks(content);
  body.append(content);
  document.body.replaceChildren(body, document.createElement('p'));
  return body;
}

function select(
  from: Node | null | undefined,
  start: number,
  to: Node | null | undefined,
  end: number,
) {
  if (!from || !to) throw new Error('Nothing to select');
  getSelection()?.setBaseAndExtent(from, start, to, end);
}

const given = article({ html: HTML });

test('a passage of one block, over its elements and breaks', () => {
  const body = shown();
  const [first, bold] = body.querySelector('p')?.childNodes ?? [];
  select(first, 2, bold?.firstChild, 4);
  expect(selectedPassage(body, given)).toBe('حت المك');
  select(first, 0, body.querySelector('p')?.lastChild, 4);
  expect(selectedPassage(body, given)).toBe('فتحت المكتبة أبوابها صباح');
});

test('a passage of several is a line a block', () => {
  const body = shown();
  const last = body.querySelectorAll('p')[1]?.firstChild;
  select(body.querySelector('p')?.lastChild, 5, last, 7);
  expect(selectedPassage(body, given)).toBe('اليوم.\nستون ألف كتاب\nوالدخول');
});

test('what is selected elsewhere, or nothing, is no passage', () => {
  const body = shown();
  const other = document.body.lastElementChild!;
  other.textContent = 'شيء آخر';
  select(other.firstChild, 0, other.firstChild, 3);
  expect(selectedPassage(body, given)).toBeNull();
  getSelection()?.removeAllRanges();
  expect(selectedPassage(body, given)).toBeNull();
});

test('what is shown otherwise is copied as published', () => {
  const body = shown();
  const item = body.querySelector('li');
  if (item?.firstChild) item.firstChild.textContent = 'سِتون ألف كتاب'.replace('ِ', '');
  select(item?.firstChild, 0, item?.firstChild, 4);
  expect(selectedPassage(body, given)).toBe('ستون');
});
