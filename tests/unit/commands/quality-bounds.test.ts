import { expect, test } from 'vitest';
import { compare } from '../../commands/quality-bounds.ts';

const BOUNDS = { f1: 0.98, lost: 3 };

test('what is as good or better passes', () => {
  expect(compare('pages', BOUNDS, { f1: 0.98, lost: 3 }).failed).toBe(0);
  expect(compare('pages', BOUNDS, { f1: 0.99, lost: 0 }).failed).toBe(0);
});

test('a share that fell and a count that rose fail, each named', () => {
  const { failed, table } = compare('pages', BOUNDS, { f1: 0.979, lost: 4 });
  expect(failed).toBe(2);
  expect(table.match(/WORSE/g)).toHaveLength(2);
});

test('neither a bound nor a figure goes missing unseen', () => {
  expect(compare('pages', BOUNDS, { f1: 0.98 }).failed).toBe(1);
  expect(compare('pages', BOUNDS, { ...BOUNDS, leaked: 0 }).failed).toBe(1);
  expect(compare('pages', BOUNDS, { f1: Number.NaN, lost: 3 }).failed).toBe(1);
});
