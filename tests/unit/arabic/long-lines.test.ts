import { expect, test } from 'vitest';
import { halvesOf } from '../../../utils/arabic/hemistichs.ts';
import { isolatesOf } from '../../../utils/arabic/isolates.ts';

/** Milliseconds of the fastest of some runs of each, run in turn: what else the machine does only slows some of them. */
function fastest(works: readonly (() => unknown)[]): number[] {
  const best = works.map(() => Infinity);
  for (let run = 0; run < 9; run++)
    for (const [at, work] of works.entries()) {
      const start = performance.now();
      work();
      best[at] = Math.min(best[at]!, performance.now() - start);
    }
  return best;
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
  // Quadratic work takes sixteen times as long; two hundredths of a second are never worth a word.
  const [one, four] = fastest([() => read(short!), () => read(long!)]);
  expect(four).toBeLessThan(Math.max(one! * 12, 20));
});
