import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, View } from '../../browser/types.ts';
import { until } from '../../browser/until.ts';

/**
 * Colours (`#rrggbb`) of a view's picture at places given in shares of its width and height. A page
 * of the web reads them: those of the extension may load no such picture.
 */
export async function coloursAt(
  view: View,
  reader: Page,
  places: readonly (readonly [x: number, y: number])[],
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'warraq-pixels-'));
  const path = join(folder, 'view.png') as `${string}.png`;
  // A popup of Firefox's cannot be drawn while it opens.
  await until('a picture of the view', () =>
    view.screenshot(path).then(
      () => true,
      () => false,
    ),
  );
  const encoded = (await readFile(path)).toString('base64');
  return reader.evaluate(
    async ({ base64, at }) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${base64}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = picture.naturalWidth;
      canvas.height = picture.naturalHeight;
      const context = canvas.getContext('2d');
      context?.drawImage(picture, 0, 0);
      return at.map(([x, y]) => {
        const pixel = context?.getImageData(x * canvas.width, y * canvas.height, 1, 1).data ?? [];
        return `#${[...pixel]
          .slice(0, 3)
          .map((part) => part.toString(16).padStart(2, '0'))
          .join('')}`;
      });
    },
    { base64: encoded, at: places },
  );
}
