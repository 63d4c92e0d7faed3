import { expect, test } from 'vitest';
import { gatherRules, pagesOf, type PageRemovals } from '../../commands/rules-gathered.ts';
import { ruleLines } from '../../commands/rules-told.ts';

const readAlso = (text: string) => ({
  step: 'inner-noise' as const,
  reason: 'read-also' as const,
  phrase: 'اقرأ أيضا',
  text,
  count: 1,
});
const share = {
  step: 'furniture' as const,
  reason: 'share' as const,
  phrase: null,
  text: 'شارك',
  count: 3,
};
const PAGES: PageRemovals[] = [
  { name: 'a', site: 'one.example', removals: [readAlso('اقرأ أيضا: الأول'), share] },
  { name: 'b', site: 'one.example', removals: [share, readAlso('الثاني'), readAlso('الثالث')] },
  { name: 'c', site: 'two.example', removals: [readAlso('الرابع')] },
];

test('counts sites, pages and pieces of each rule, in the order of the steps', () => {
  const rules = gatherRules(PAGES);
  expect(rules.map(({ reason }) => reason)).toEqual(['share', 'read-also']);
  expect(rules.map(({ sites }) => sites.size)).toEqual([1, 2]);
  expect(rules.map(pagesOf)).toEqual([2, 3]);
  expect(rules.map(({ pieces }) => pieces)).toEqual([6, 4]);
});

test('marks the rule of a single site; samples are of different sites first', () => {
  const lines = ruleLines(gatherRules(PAGES), 2);
  expect(lines.filter((line) => line.startsWith('*'))).toEqual([expect.stringContaining('share')]);
  const samples = lines.slice(lines.findIndex((line) => line.includes('«اقرأ أيضا»')) + 2);
  expect(samples.map((line) => line.trim())).toEqual([
    'one.example: اقرأ أيضا: الأول',
    'two.example: الرابع',
  ]);
});
