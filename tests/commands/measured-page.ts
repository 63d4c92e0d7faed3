import { Readability } from '@mozilla/readability';
import type { Extraction } from '../../utils/article/article.ts';
import { extractArticle } from '../../utils/article/extract.ts';

/** What the commands ask of a page they have opened; runs in that page, in a world of its own. */
export interface MeasuredPage {
  extraction: Extraction;
  times: Times;
}

/** Milliseconds of each run. */
export interface Times {
  pipeline: number[];
  readability: number[];
  clone: number[];
}

/** The page's article, once and untimed. */
export function readArticle(now: number, url: string): Extraction {
  return extractArticle(document, { now: new Date(now), url });
}

/**
 * The whole pipeline, Readability alone and the bare copy of the document. They take turns, and a
 * different one begins each round, so that a busy moment of the machine, or what one leaves for the
 * collector of garbage, meets all three.
 */
export function measurePage(runs: number, now: number, url = document.URL): MeasuredPage {
  let extraction: Extraction | null = null;
  const times: Times = { pipeline: [], readability: [], clone: [] };
  const subjects: [number[], () => unknown][] = [
    [times.pipeline, () => (extraction = readArticle(now, url))],
    [times.readability, () => new Readability(document.cloneNode(true) as Document).parse()],
    [times.clone, () => document.cloneNode(true)],
  ];
  layOut();
  for (let run = 0; run < runs; run++) {
    for (const [runTimes, subject] of subjects) runTimes.push(timed(subject));
    subjects.push(...subjects.splice(0, 1));
  }
  if (!extraction) throw new Error('no run');
  return { extraction, times };
}

/** A page that is being read has been drawn: its first layout is no part of reading it. */
function layOut(): void {
  document.documentElement.getBoundingClientRect();
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
