import { expect, test } from 'vitest';
import { Line } from '../../../utils/article/lines.ts';
import { findRepeats } from '../../../utils/article/repeats.ts';
import { TreeElement } from '../../../utils/article/tree.ts';

/** How often `findRepeats` looks at one of so many lines of one wording, of which each says something of its own. */
function looksAt(count: number): number {
  let looks = 0;
  const element = new TreeElement('p');
  const said = (n: number) => `الفقرة ${n} تقول شيئا لا تقوله غيرها عن الرقم ${n * 7} ثم تنتهي.`;
  const lines = Array.from({ length: count }, (_, n) => {
    const line = new Line(element, `${said(n)} ${said(n + count)}`, 0, false, n);
    return new Proxy(line, {
      get(target, key) {
        looks++;
        return Reflect.get(target, key) as unknown;
      },
    });
  });
  expect(findRepeats(lines)).toEqual([]);
  return looks;
}

test('work grows with the number of paragraphs, though all share their phrases', () => {
  // Sixteen times as many looks where each line is held against all others.
  expect(looksAt(2000) / looksAt(500)).toBeLessThan(4.5);
});
