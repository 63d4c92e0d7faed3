import { readFileSync } from 'node:fs';
import type { View } from '../../browser/types.ts';
import { until } from '../../browser/until.ts';
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
  const items = await pictured(view, path);
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

/** Where the items were while they were pictured: a popup that still grows moves them between the two. */
async function pictured(view: View, path: `${string}.png`): Promise<Item[]> {
  const items = await until('items that stand still', async () => {
    await view.evaluate(setRubric, INK);
    const before = await view.evaluate(itemsIn, INK);
    await view.screenshot(path, { whole: true });
    const after = await view.evaluate(itemsIn, INK);
    return JSON.stringify(before) === JSON.stringify(after) && before;
  });
  await view.evaluate(setRubric, null);
  return items;
}

/** Done when it is drawn. */
async function setRubric(ink: string | null): Promise<void> {
  document.querySelector<HTMLElement>('.article-body')!.style.setProperty('--rubric', ink);
  scrollTo(0, 0);
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
}

/** Empty where they are not in that ink: the article may have been drawn anew. */
function itemsIn(ink: string): Item[] {
  const body = document.querySelector<HTMLElement>('.article-body')!;
  if (body.style.getPropertyValue('--rubric') !== ink) return [];
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
}
