import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { View } from '../../browser/types.ts';
import { until } from '../../browser/until.ts';
import { pixelsOf, type Pixels } from './pixels.ts';

/** What is to be seen of a view. */
export async function pictureOf(view: View): Promise<Pixels> {
  const folder = await mkdtemp(join(tmpdir(), 'warraq-pixels-'));
  const path = join(folder, 'view.png') as `${string}.png`;
  try {
    // A popup of Firefox's cannot be drawn while it opens.
    await until('a picture of the view', () =>
      view.screenshot(path).then(
        () => true,
        () => false,
      ),
    );
    return pixelsOf(await readFile(path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Colours (`#rrggbb`) of a view's picture at places given in shares of its width and height. */
export async function coloursAt(
  view: View,
  places: readonly (readonly [x: number, y: number])[],
): Promise<string[]> {
  const pixels = await pictureOf(view);
  return places.map(([x, y]) => {
    const pixel = pixels.at(Math.floor(x * pixels.width), Math.floor(y * pixels.height));
    return `#${pixel.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  });
}
