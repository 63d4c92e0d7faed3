import { afterEach, expect, test, vi } from 'vitest';
import { positionIn } from '../../../components/reading/position.ts';

afterEach(() => document.body.replaceChildren());

/** One letter a line, each 10px high, from -55px on; what is in `.gap` has no box. */
test('a place is found though text that is not shown stands before it', () => {
  document.body.innerHTML =
    '<article><p data-block="b">ابتثجح<span class="gap">****************</span>خدذرزس</p></article>';
  const article = document.querySelector('article')!;
  const letters = article.textContent.replaceAll('*', '');
  const box = (top: number, height: number) => new DOMRect(0, top, 10, height);
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function at(this: Range) {
    const letter = this.toString();
    return letter === '*' ? box(0, 0) : box(-55 + letters.indexOf(letter) * 10, 10);
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(box(-55, 5000));
  const offsetAt = (top: number) => positionIn(article, top)?.offset;
  const text = article.textContent;
  expect(offsetAt(-10)).toBe(text.indexOf('ح'));
  // The first letter after the gap, not the gap itself.
  expect(offsetAt(0)).toBe(text.indexOf('خ'));
  expect(offsetAt(20)).toBe(text.indexOf('ذ'));
});
