import { expect, test } from 'vitest';
import { Line } from '../../../utils/article/lines/lines.ts';
import { findRepeats } from '../../../utils/article/repeats/repeats.ts';
import { TreeElement } from '../../../utils/article/snapshot/tree.ts';

/** How often `findRepeats` looks at the lines of a text, and how many it finds said twice. */
function looksAt(texts: readonly string[]): { looks: number; repeats: number } {
  let looks = 0;
  const element = new TreeElement('p');
  const lines = texts.map(
    (text, n) =>
      new Proxy(new Line(element, text, 0, false, n), {
        get(target, key) {
          looks++;
          return Reflect.get(target, key) as unknown;
        },
      }),
  );
  return { repeats: findRepeats(lines).length, looks };
}

const said = (n: number): string =>
  `الفقرة ${n} تقول شيئا لا تقوله غيرها عن الرقم ${n * 7} ثم تنتهي.`;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

test('work grows with the number of paragraphs, though all share their phrases', () => {
  const work = (count: number): number => {
    const { looks, repeats } = looksAt(numbers(count).map((n) => `${said(n)} ${said(n + count)}`));
    expect(repeats).toBe(0);
    return looks;
  };
  // Sixteen times as many looks where each line is held against all others.
  expect(work(2000) / work(500)).toBeLessThan(4.5);
});

test('work grows with the text, though its second copy is printed in a thousand parts with words between', () => {
  const work = (parts: number): number => {
    const first = numbers(parts * 3).map((n) => `${said(n)} ${said(n + parts * 3)}`);
    const second = numbers(parts).flatMap((part) => [
      first[part * 3]!,
      `كلمة ${part}`,
      ...first.slice(part * 3 + 1, part * 3 + 3),
      ...numbers(5).map((n) => `سطر ${n} من الجزء ${part} وحده`),
    ]);
    const { looks, repeats } = looksAt([...first, ...second]);
    expect(repeats).toBe(first.length);
    return looks;
  };
  expect(work(1000) / work(250)).toBeLessThan(6);
});
