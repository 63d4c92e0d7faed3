import { Readability } from '@mozilla/readability';
import type { Extraction } from '../../utils/article/article.ts';
import { extractArticle } from '../../utils/article/extract.ts';
import { median } from './figures.ts';

/** What the commands ask of a page they have opened; runs in that page, in a world of its own. */
export interface MeasuredPage {
  extraction: Extraction;
  /** Medians, in milliseconds. */
  ms: number;
  readabilityMs: number;
  cloneMs: number;
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
  const subjects = [
    () => (extraction = readArticle(now, url)),
    () => new Readability(document.cloneNode(true) as Document).parse(),
    () => document.cloneNode(true),
  ];
  const times = subjects.map((): number[] => []);
  layOut();
  for (let run = 0; run < runs; run++) {
    for (let turn = 0; turn < subjects.length; turn++) {
      const subject = (run + turn) % subjects.length;
      times[subject]?.push(timed(subjects[subject] ?? (() => null)));
    }
  }
  if (!extraction) throw new Error('no run');
  const [ms = 0, readabilityMs = 0, cloneMs = 0] = times.map(median);
  return { extraction, ms, readabilityMs, cloneMs };
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
