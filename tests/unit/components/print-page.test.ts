import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { picturesThere } from '../../../components/app/print-page.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function shown(html: string): HTMLImageElement[] {
  document.body.innerHTML = `<article class="article">${html}</article>`;
  return [...document.querySelectorAll('img')];
}

/** Whether the wait was over before and after something was done. */
async function waits(then: () => void): Promise<boolean[]> {
  let over = false;
  void picturesThere(document).then(() => (over = true));
  await vi.advanceTimersByTimeAsync(200);
  const before = over;
  then();
  await vi.advanceTimersByTimeAsync(200);
  return [before, over];
}

test('kept pictures are waited for until they are placed, and lazy ones until they are there', async () => {
  const [kept, lazy] = shown('<img alt=""><img alt="" src="data:," loading="lazy">');
  let decoded: (() => void) | undefined;
  kept!.decode = () => Promise.reject(new Error('Broken'));
  lazy!.decode = () => new Promise((there) => (decoded = there));
  expect(await waits(() => kept?.setAttribute('src', 'data:,'))).toEqual([false, false]);
  expect(lazy?.loading).toBe('eager');
  decoded?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(await waits(() => decoded?.())).toEqual([false, true]);
});

test('what is not to be seen, or never comes, holds nothing up for long', async () => {
  shown('<img alt="" style="display: none">');
  expect(await waits(() => undefined)).toEqual([true, true]);
  const [never] = shown('<img alt="">');
  never!.decode = () => Promise.resolve();
  expect(await waits(() => vi.advanceTimersByTime(9000))).toEqual([false, true]);
});
