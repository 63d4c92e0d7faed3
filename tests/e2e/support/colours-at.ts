import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { View } from '../../browser/types.ts';
import { until } from '../../browser/until.ts';
import { pixelsOf } from './pixels.ts';

/** Colours (`#rrggbb`) of a view's picture at places given in shares of its width and height. */
export async function coloursAt(
  view: View,
  places: readonly (readonly [x: number, y: number])[],
): Promise<string[]> {
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
    const pixels = pixelsOf(await readFile(path));
    return places.map(([x, y]) => {
      const pixel = pixels.at(Math.floor(x * pixels.width), Math.floor(y * pixels.height));
      return `#${pixel.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
