/**
 * `npm run extract -- --pages DIR --out DIR`: the article of every stored page of a folder, with
 * the time it took. Exit status 0 only if every page was written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleExtractor } from './extractor-bundle.ts';
import { median } from './figures.ts';
import type { MeasuredPage, Times } from './measured-page.ts';
import { optionsOf, pagesFolder, wholeNumber } from './options.ts';
import { askPage, readStored } from './read-stored.ts';
import { asWritten } from './written.ts';

const values = optionsOf({
  options: {
    pages: { type: 'string' },
    out: { type: 'string' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
if (!values.pages || !values.out) {
  console.error('Usage: npm run extract -- --pages DIR --out DIR [--runs N] [--only NAME,NAME]');
  process.exit(2);
}
process.exitCode = await extractAll(
  pagesFolder(values.pages),
  values.out,
  wholeNumber('runs', values.runs),
  values.only?.split(',') ?? null,
);

async function extractAll(
  pages: string,
  out: string,
  runs: number,
  only: string[] | null,
): Promise<number> {
  mkdirSync(out, { recursive: true });
  const script = await bundleExtractor();
  let articles = 0;
  let refused = 0;
  let failed = 0;
  await readStored({ pages, only }, async (page, browser) => {
    let result: Record<string, unknown>;
    try {
      const call = `warraq.measurePage(${runs}, Date.now(), ${JSON.stringify(page.url)})`;
      const measured = (await askPage(browser, page, script, call)) as MeasuredPage;
      const { extraction, times } = measured;
      if (extraction.ok) articles++;
      else refused++;
      result = { ...asWritten(extraction), ...medians(times) };
    } catch (error) {
      failed++;
      result = { ok: false, reason: error instanceof Error ? error.message : String(error) };
      console.error(`${page.name}: ${String(result['reason'])}`);
    }
    writeFileSync(join(out, `${page.name}.json`), `${JSON.stringify(result, null, 1)}\n`);
  });
  console.log(
    `Articles written to ${out}: ${articles}; pages without one: ${refused}; pages that could not be read: ${failed}`,
  );
  return failed === 0 ? 0 : 1;
}

function medians({ pipeline, readability, clone }: Times): Record<string, number> {
  return { ms: median(pipeline), readabilityMs: median(readability), cloneMs: median(clone) };
}
