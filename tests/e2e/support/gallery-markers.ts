import { readFileSync } from 'node:fs';
import type { View } from '../../browser/types.ts';
import { pixelsOf } from './pixels.ts';

interface Item {
  text: string;
  /** Where its marker has to be and where it must not be, in page pixels. */
  start: [number, number];
  end: [number, number];
  rows: [number, number];
}

/** A colour that nothing else on the page has. */
const INK = '#ff00ff';

/** Items of lists whose marker's ink is not beside their first line, on the side where it begins. Empty is good. */
export async function markersBeside(view: View, path: `${string}.png`): Promise<string[]> {
  const items = await view.evaluate((ink) => {
    const body = document.querySelector<HTMLElement>('.article-body')!;
    body.style.setProperty('--rubric', ink);
    scrollTo(0, 0);
    return [...body.querySelectorAll<HTMLElement>('li')].map((item): Item => {
      const { left, right, top } = item.getBoundingClientRect();
      const height = Number.parseFloat(getComputedStyle(item).lineHeight);
      const room = Number.parseFloat(getComputedStyle(item).marginInlineStart);
      const [onLeft, onRight]: [number, number][] = [
        [left - room, left],
        [right, right + room],
      ] as [number, number][];
      return {
        text: item.textContent.trim().slice(0, 40),
        start: item.dir === 'rtl' ? onRight! : onLeft!,
        end: item.dir === 'rtl' ? onLeft! : onRight!,
        rows: [top + scrollY, top + scrollY + height],
      };
    });
  }, INK);
  await view.screenshot(path, { whole: true });
  await view.evaluate(() => {
    document.querySelector<HTMLElement>('.article-body')!.style.removeProperty('--rubric');
  });
  const picture = pixelsOf(readFileSync(path));
  const hasInk = ([from, to]: [number, number], [top, bottom]: [number, number]): boolean => {
    for (let y = Math.round(top); y < bottom; y += 1) {
      for (let x = Math.max(0, Math.floor(from)); x < Math.min(to, picture.width); x += 1) {
        const [red, green, blue] = picture.at(x, y);
        if (red > 200 && blue > 200 && green < 120) return true;
      }
    }
    return false;
  };
  const wrong = items
    .filter(({ start, end, rows }) => !hasInk(start, rows) || hasInk(end, rows))
    .map(({ text }) => text);
  return items.length < 8 ? [...wrong, `only ${items.length} items`] : wrong;
}
