import { expect, test } from 'vitest';
import { halvesOf } from '../../../utils/arabic/hemistichs.ts';
import { isolatesOf } from '../../../utils/arabic/isolates.ts';

/** Milliseconds of the fastest of some runs: what else the machine does only slows some of them. */
function fastest(work: () => unknown): number {
  const runs = Array.from({ length: 7 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...runs);
}

const rtl = (text: string) => isolatesOf(text, 'rtl');
const ltr = (text: string) => isolatesOf(text, 'ltr');

test.each([
  ['figures of a Latin line', 'In ٣-١ and ', ltr],
  ['digits of a Latin line', '٣', ltr],
  ['stars and numbers', '*1', rtl],
  ['hashes and numbers', '#1*', rtl],
  ['numbers joined', '1=', rtl],
  ['signs', '$', rtl],
  ['numbers of rooms', '101 ', rtl],
  ['years', '2019-', rtl],
  ['points of an address', 'http://a', (text: string) => rtl(`${text.replaceAll('a', '.')}a`)],
  ['initials', 'A.', (text: string) => rtl(`${text}Aa.`)],
  ['names and numbers', 'Windows 11 ', rtl],
  ['spaces', ' ', halvesOf],
  ['gaps and letters', '*ب', halvesOf],
])('%s take four times as long in a line four times as long', (_, part, read) => {
  const [short, long] = [4000, 16_000].map((units) => part.repeat(units / part.length));
  // Quadratic work takes sixteen times as long; a hundredth of a second is never worth a word.
  const [one, four] = [fastest(() => read(short!)), fastest(() => read(long!))];
  expect(four).toBeLessThan(Math.max(one * 9, 10));
});
