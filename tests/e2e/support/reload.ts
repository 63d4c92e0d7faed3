import type { View } from '../../browser/types.ts';
import { until } from '../../browser/until.ts';

/** Reloads a page of ours, and waits until it is there again with the part of that test id. */
export async function reload(page: View, part: string): Promise<void> {
  await page.evaluate(() => void setTimeout(() => location.reload()));
  await until('the page again', () =>
    page
      .evaluate(() =>
        performance
          .getEntriesByType('navigation')
          .some((entry) => (entry as PerformanceNavigationTiming).type === 'reload'),
      )
      .catch(() => false),
  );
  await page.waitFor(part);
}
