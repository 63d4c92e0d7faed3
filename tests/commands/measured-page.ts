import { Readability } from '@mozilla/readability';
import type { Extraction } from '../../utils/article/article.ts';
import { extractArticle } from '../../utils/article/extract.ts';

/** What the command asks of a page it has opened; runs in that page, in a world of its own. */
export interface MeasuredPage {
  extraction: Extraction;
  /** Medians, in milliseconds. */
  ms: number;
  readabilityMs: number;
  cloneMs: number;
}

/** The whole pipeline, Readability alone and the bare copy of the document, in turn, so that a busy moment of the machine meets all three. */
export function measurePage(runs: number, now: number): MeasuredPage {
  const times = { ms: [] as number[], readabilityMs: [] as number[], cloneMs: [] as number[] };
  let extraction: Extraction | null = null;
  for (let run = 0; run < runs; run++) {
    times.ms.push(
      timed(() => {
        extraction = extractArticle(document, { now: new Date(now) });
      }),
    );
    times.readabilityMs.push(
      timed(() => new Readability(document.cloneNode(true) as Document).parse()),
    );
    times.cloneMs.push(timed(() => document.cloneNode(true)));
  }
  if (!extraction) throw new Error('no run');
  return {
    extraction,
    ms: median(times.ms),
    readabilityMs: median(times.readabilityMs),
    cloneMs: median(times.cloneMs),
  };
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
