import { median, percentile } from '../commands/figures.ts';

/** Milliseconds on one page. */
export interface PageTimes {
  name: string;
  /** The floor: `document.cloneNode(true)`. */
  clone: number;
  /** In a page where both have run before. */
  warm: Pair;
  /** The first call of a script just compiled, in a page where neither has run. */
  first: Pair;
  /** The same with compiling the script and making its tables. */
  loaded: Pair;
}

/** Of the same moment's runs: the middle one of each, and the fastest, which a busy machine spoils least. */
export interface Pair {
  pipeline: number;
  readability: number;
  fastest: { pipeline: number; readability: number };
}

export function pairOf(pipeline: readonly number[], readability: readonly number[]): Pair {
  return {
    pipeline: median(pipeline),
    readability: median(readability),
    fastest: { pipeline: Math.min(...pipeline), readability: Math.min(...readability) },
  };
}

const NAME = 26;
const FIGURE = 8;

export const TABLE_HEAD = row('page', [
  'clone',
  'Read.',
  'ours',
  'ratio',
  '1st Rd.',
  '1st ours',
  'ratio',
  '+comp.',
]);

export function pageLine({ name, clone, warm, first, loaded }: PageTimes): string {
  return row(name, [
    clone.toFixed(1),
    warm.readability.toFixed(1),
    warm.pipeline.toFixed(1),
    ratio(warm),
    first.readability.toFixed(1),
    first.pipeline.toFixed(1),
    ratio(first),
    ratio(loaded),
  ]);
}

export const SUMMARY_HEAD = row('', ['median', 'p95', 'worst']);

export type Bars = Partial<Record<'median' | 'p95' | 'worst', number>>;

/** Median, 95th percentile and worst, each beside its bar where it has one. */
export function summaryLine(
  label: string,
  numbers: readonly number[],
  digits: number,
  bars: Bars = {},
): string {
  const figures = {
    median: median(numbers),
    p95: percentile(numbers, 0.95),
    worst: Math.max(...numbers),
  };
  const line = row(
    label,
    Object.values(figures).map((figure) => figure.toFixed(digits)),
  );
  const held = Object.entries(bars).map(([name, bar]) => {
    const within = Number(figures[name as keyof typeof figures].toFixed(digits)) <= bar;
    return `${name} ≤ ${bar}: ${within ? 'within' : 'OVER'}`;
  });
  return held.length > 0 ? `${line}   bars: ${held.join(', ')}` : line;
}

function ratio({ pipeline, readability }: Pair): string {
  return (pipeline / readability).toFixed(2);
}

/** A name and its figures, in columns. */
export function row(name: string, figures: string[]): string {
  return name.padEnd(NAME) + figures.map((figure) => figure.padStart(FIGURE + 1)).join('');
}
