import { existsSync, readFileSync } from 'node:fs';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** Full names of the skipped. */
  names: string[];
}

/** What we read of the report of Vitest's `json` reporter. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/**
 * Counts the tests of a run. A run that did not end well without one failed test to show for it (a
 * file that does not load, an error outside any test, no report at all) counts as one failure.
 */
export function countTests(path: string, ok: boolean): Count {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0, names: [] };
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  const names = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName.trim());
  const failed = Math.max(report.numFailedTests, ok ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: names.length, names };
}

export function sum(counts: Count[]): Count {
  const total: Count = { passed: 0, failed: 0, skipped: 0, names: [] };
  for (const { passed, failed, skipped, names } of counts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.names.push(...names);
  }
  return total;
}
