import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Readability } from '@mozilla/readability';
import { expect, test } from 'vitest';
import {
  FIRST_STEP,
  KNOWN_ANSWERS,
  UNUSED_STEPS,
} from '../../../utils/article/finding/readability-steps.ts';
import { listLines } from '../../../utils/article/lines/lines.ts';
import { makeParagraphs } from '../../../utils/article/snapshot/paragraphs.ts';
import { createRecord } from '../../../utils/article/removals.ts';
import { takeSnapshot } from '../../../utils/article/snapshot/snapshot.ts';
import type { TreeElement } from '../../../utils/article/snapshot/tree.ts';
import { linesIn, makeTwin } from '../../../utils/article/finding/twin.ts';
import { withoutUnused, withShortNames } from '../../../utils/build/lean-readability.ts';
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

const ANSWERS = Object.fromEntries([
  ...Object.entries(KNOWN_ANSWERS).map(([name, answer]) => [name, () => answer]),
  ...[...UNUSED_STEPS].map((name) => [name, () => null]),
]);

/** The places of the lines it takes for the article of a page, as the extension asks it. */
function read(Reader: typeof Readability, markup: string): number[] {
  const document = new DOMParser().parseFromString(markup, 'text/html');
  const { body } = takeSnapshot(document, document.body, createRecord());
  makeParagraphs(body);
  const reader = new Reader(makeTwin(listLines(body), body), { charThreshold: 120 });
  const steps = Object.assign(reader, ANSWERS) as unknown as Record<
    typeof FIRST_STEP,
    () => TreeElement | null
  >;
  const content = steps[FIRST_STEP]();
  return content ? linesIn(content).map(({ index }) => index) : [];
}

test('the lean Readability finds what the whole one does with the same steps taken over', () => {
  const lean = withoutUnused(source);
  expect(lean.length).toBeLessThan(source.length * 0.55);
  expect(lean).not.toMatch(
    /this\.log\(|jsonLdArticleTypes|_isValidByline|_prepArticle|_debug|_docJSDOMParser|throw/,
  );
  const short = withShortNames(lean);
  expect(short.length).toBeLessThan(lean.length * 0.97);
  const Lean = evaluate(short);
  let compared = 0;
  for (const name of pageNames().filter((_, at) => at % 2 === 0)) {
    const markup = markupOf(name);
    const found = read(Readability, markup);
    expect(read(Lean, markup)).toEqual(found);
    if (found.length > 0) compared++;
  }
  expect(compared).toBeGreaterThan(5);
});

test('a library of another make is refused', () => {
  expect(() => withoutUnused('class Readability {}')).toThrow('not made as expected');
});
