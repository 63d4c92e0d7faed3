import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { settling } from '../../../utils/background/settling.ts';

const TIMES = { quiet: 2000, atMost: 10_000, atOnce: 500 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counted(answers: boolean[] = []) {
  const run = vi.fn(() => Promise.resolve(answers.shift() ?? false));
  const { soon, now } = settling(TIMES);
  return { run, changed: (count: number) => soon(count, run), atOnce: () => now(run) };
}

it('waits until changes have settled', async () => {
  const { run, changed } = counted();
  for (let n = 0; n < 4; n += 1) {
    changed(1);
    await vi.advanceTimersByTimeAsync(1900);
  }
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(run).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(run).toHaveBeenCalledOnce();
});

it('waits no longer than it may, and not at all on many', async () => {
  const { run, changed } = counted();
  for (let n = 0; n < 6; n += 1) {
    changed(1);
    await vi.advanceTimersByTimeAsync(1900);
  }
  expect(run).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(5000);
  run.mockClear();
  changed(499);
  await vi.advanceTimersByTimeAsync(1);
  expect(run).not.toHaveBeenCalled();
  changed(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(run).toHaveBeenCalledOnce();
});

it('runs once at a time, and again for what came meanwhile or is left', async () => {
  const { run, changed } = counted([true, false]);
  let finish = (): void => undefined;
  run.mockImplementationOnce(async () => {
    await new Promise<void>((done) => {
      finish = done;
    });
    return false;
  });
  changed(1);
  await vi.advanceTimersByTimeAsync(2000);
  changed(1000);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(run).toHaveBeenCalledTimes(1);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(run).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(2000);
  expect(run).toHaveBeenCalledTimes(3);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(run).toHaveBeenCalledTimes(3);
});

it('does not wait where it is told to begin now, nor after the run under way', async () => {
  const { run, changed, atOnce } = counted();
  changed(1);
  atOnce();
  await vi.advanceTimersByTimeAsync(0);
  expect(run).toHaveBeenCalledOnce();
  let finish = (): void => undefined;
  run.mockImplementationOnce(() => new Promise((done) => (finish = () => done(false))));
  atOnce();
  await vi.advanceTimersByTimeAsync(0);
  atOnce();
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(run).toHaveBeenCalledTimes(3);
});
