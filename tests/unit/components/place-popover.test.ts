import { expect, test, vi } from 'vitest';
import { placePopover } from '../../../components/ui/place-popover.ts';

/** A window 530 px wide, 10 of which are kept for a scroll bar, at its right. */
const WIDTH = 520;

function place(dir: 'rtl' | 'ltr', width: number, control: [left: number, right: number]): number {
  const root = document.documentElement;
  root.dir = dir;
  vi.spyOn(root, 'clientWidth', 'get').mockReturnValue(WIDTH + 10);
  vi.spyOn(root, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(root, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, WIDTH, 600));
  const [popover, button] = ['div', 'button'].map((name) =>
    document.body.appendChild(document.createElement(name)),
  ) as [HTMLElement, HTMLElement];
  button.style.direction = dir;
  const start = dir === 'rtl' ? WIDTH - width : 0;
  vi.spyOn(popover, 'getBoundingClientRect').mockReturnValue(new DOMRect(start, 0, width, 300));
  const [left, right] = control;
  vi.spyOn(button, 'getBoundingClientRect').mockReturnValue(new DOMRect(left, 8, right - left, 40));
  placePopover(popover, button);
  return Number.parseFloat(popover.style.insetInlineStart);
}

test.each(['rtl', 'ltr'] as const)('a panel keeps off both edges of the window (%s)', (dir) => {
  for (const width of [120, 304, 504]) {
    for (const at of [0, 40, 250, 480]) {
      const start = place(dir, width, [at, at + 40]);
      expect(start).toBeGreaterThanOrEqual(8);
      expect(WIDTH - start - width).toBeGreaterThanOrEqual(8);
    }
  }
});
