import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Readability } from '@mozilla/readability';
import { expect, test } from 'vitest';
import {
  FIRST_STEP,
  KNOWN_ANSWERS,
  UNUSED_STEPS,
} from '../../../utils/article/readability-steps.ts';
import { withoutUnused } from '../../../utils/build/lean-readability.ts';
import { pageNames } from '../../fixtures/page-cases.ts';
import { markupOf } from '../article/pages.ts';

const source = readFileSync(
  createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'),
  'utf8',
);

function evaluate(code: string): typeof Readability {
  const module = { exports: Readability };
  // oxlint-disable-next-line no-implied-eval -- the library's own code, less some methods
  new Function('module', code)(module);
  return module.exports;
}

const ANSWERS = Object.fromEntries(
  Object.entries(KNOWN_ANSWERS).map(([name, answer]) => [name, () => answer]),
);

function read(Reader: typeof Readability, markup: string): string {
  const document = new DOMParser().parseFromString(markup, 'text/html');
  const reader = new Reader(document, { charThreshold: 120 });
  const steps = Object.assign(reader, UNUSED_STEPS, ANSWERS) as unknown as Record<
    typeof FIRST_STEP,
    () => Element | null
  >;
  return steps[FIRST_STEP]()?.innerHTML ?? '';
}

test('the lean Readability finds what the whole one does with the same steps taken over', () => {
  const lean = withoutUnused(source);
  expect(lean.length).toBeLessThan(source.length * 0.55);
  expect(lean).not.toMatch(/this\.log\(|jsonLdArticleTypes|_isValidByline/);
  const Lean = evaluate(lean);
  let compared = 0;
  for (const name of pageNames()) {
    const markup = markupOf(name);
    const found = read(Readability, markup);
    expect(read(Lean, markup)).toBe(found);
    if (found) compared++;
  }
  expect(compared).toBeGreaterThan(5);
});

test('a library of another make is refused', () => {
  expect(() => withoutUnused('class Readability {}')).toThrow('not made as expected');
});
