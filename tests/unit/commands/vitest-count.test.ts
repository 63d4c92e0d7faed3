// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { countTests, sum } from '../../commands/vitest-count.ts';

function reportOf(statuses: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'count-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'report.json');
  const number = (wanted: string) => statuses.filter((status) => status === wanted).length;
  const assertionResults = statuses.map((status, index) => ({ status, fullName: `test ${index}` }));
  const report = {
    numPassedTests: number('passed'),
    numFailedTests: number('failed'),
    testResults: [{ status: 'passed', assertionResults }],
  };
  writeFileSync(path, JSON.stringify(report));
  return path;
}

test('counts each test, and names the skipped', () => {
  const count = countTests(reportOf(['passed', 'failed', 'passed', 'skipped']), false);
  expect(count).toEqual({ passed: 2, failed: 1, skipped: 1, names: ['test 3'] });
});

test('a run that did not end well has failed, whatever its tests say', () => {
  expect(countTests(reportOf(['passed']), false).failed).toBe(1);
  expect(countTests('out/no-such-report.json', true).failed).toBe(1);
});

test('adds up', () => {
  const one = { passed: 1, failed: 0, skipped: 1, names: ['a'] };
  expect(sum([one, one])).toEqual({ passed: 2, failed: 0, skipped: 2, names: ['a', 'a'] });
});
