import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { CHECKS, TESTS, type Step } from './steps.ts';
import { countTests, sum, type Count } from './vitest-count.ts';

/*
 * `npm test`: every check and every test, each step run whatever the one before it gave, and one
 * line to close with.
 */
const REPORTS = 'out/test';

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const counts = [...CHECKS.map(check), ...TESTS.map(testFiles)];
const { passed, failed, skipped } = sum(counts);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;

function check(step: Step): Count {
  if (step.skipped) {
    console.log(`\nskipped: ${step.name}: ${step.skipped}`);
    return { passed: 0, failed: 0, skipped: 1, names: [step.name] };
  }
  return run(step)
    ? { passed: 1, failed: 0, skipped: 0, names: [] }
    : { passed: 0, failed: 1, skipped: 0, names: [] };
}

function testFiles(step: Step): Count {
  const report = `${REPORTS}/${step.name.replaceAll(' ', '-')}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = run({ ...step, command: [...step.command, ...reporters] });
  const count = countTests(report, ok);
  for (const name of count.names) console.log(`skipped: ${name}`);
  return count;
}

function run({ name, command }: Step): boolean {
  const [program, ...args] = command;
  if (!program) throw new Error(`The step ${name} has no command.`);
  console.log(`\n── ${name}`);
  const start = Date.now();
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return status === 0;
}
