import { writeFile } from 'node:fs/promises';
import type { ChromeScope } from './firefox-chrome.ts';
import { drawView, evaluateInView, runInView, pressKey, pressMouse } from './firefox-input.ts';
import { printView, setMedium } from './firefox-print.ts';
import { closeView, isGone } from './firefox-window.ts';
import type { View } from './types.ts';
import { until } from './until.ts';

/** The page shown in the `<browser>` element with this id. */
export function firefoxView(chrome: ChromeScope, browserId: number): View {
  const evaluate: View['evaluate'] = async (body, arg) => {
    const source = `(${body.toString()})(${JSON.stringify(arg) ?? ''})`;
    return (await chrome.run(evaluateInView, { browserId, source })) as never;
  };
  const boxes = (testId: string) => evaluate(countBoxes, testId);
  return {
    async waitFor(testId, options) {
      try {
        await until(testId, () => boxes(testId), options?.timeout);
      } catch (error) {
        const closed = await chrome.run(isGone, browserId);
        const shown = closed
          ? 'nothing: it is closed'
          : await evaluate(() => document.body.innerText);
        throw new Error(`Waited for ${testId}; the page shows: ${shown}`, { cause: error });
      }
    },
    async waitUntilGone(testId, options) {
      await until(`${testId} to go`, async () => !(await boxes(testId)), options?.timeout);
    },
    text: (testId) => evaluate(textOf, testId),
    html: (testId) => evaluate(htmlOf, testId),
    count: (testId) => evaluate(countAll, testId),
    async click(testId, index = 0) {
      let last: Point | null = null;
      // What is still moving would not be there any more when the press arrives.
      const point = await until(`${testId} to be pressable and still`, async () => {
        const before = last;
        last = await evaluate(middleOf, { testId, index });
        return last?.x === before?.x && last?.y === before?.y && last;
      });
      await chrome.run(pressMouse, { browserId, ...point });
    },
    press: (key) => chrome.run(pressKey, { browserId, key }),
    evaluate,
    // In the page's own realm: in another the promises of the page's locks are foreign ones, and
    // Dexie takes the end of its transactions for having come too early.
    addScript: (source) => chrome.run(runInView, { browserId, source }),
    async screenshot(path, how) {
      const whole = how?.whole ?? false;
      const base64 = await chrome.run(drawView, { browserId, whole });
      await writeFile(path, base64, 'base64');
    },
    media: (kind) => chrome.run(setMedium, { browserId, kind }),
    print: async () => Buffer.from(await chrome.run(printView, browserId), 'base64'),
    isClosed: () => chrome.run(isGone, browserId),
    close: () => chrome.run(closeView, browserId),
  };
}

// These run in the page: they may use nothing but their argument.

function countBoxes(testId: string): number {
  const all = [...document.querySelectorAll(`[data-testid="${testId}"]`)];
  return all.filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
    .length;
}

function countAll(testId: string): number {
  return document.querySelectorAll(`[data-testid="${testId}"]`).length;
}

function textOf(testId: string): string {
  const element = document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  if (!element) throw new Error(`No ${testId} here`);
  return element.innerText;
}

function htmlOf(testId: string): string {
  const element = document.querySelector(`[data-testid="${testId}"]`);
  if (!element) throw new Error(`No ${testId} here`);
  return element.outerHTML;
}

interface Point {
  x: number;
  y: number;
}

/** Where a press would meet the element itself; null while it is missing, moving out of sight or covered. */
function middleOf(arg: { testId: string; index: number }): Point | null {
  const element = document.querySelectorAll(`[data-testid="${arg.testId}"]`)[arg.index];
  if (!element) return null;
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const point = { x: x + width / 2, y: y + height / 2 };
  const met = document.elementFromPoint(point.x, point.y);
  return met && element.contains(met) ? point : null;
}
