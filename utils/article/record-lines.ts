import type { RemovalReason, RemovalStep } from './article.ts';
import type { Block } from './body/blocks.ts';
import type { Line } from './lines/lines.ts';
import { outerMarkup } from './body/markup.ts';
import type { RemovalRecord } from './removals.ts';
import type { TreeElement } from './snapshot/tree.ts';

/** A line left out after Readability, and why. */
export interface Gone {
  line: Line;
  step: RemovalStep;
  reason: RemovalReason;
  phrase: string | null;
}

/**
 * Records lines left out of the article's stretch of the page, neighbours of one reason as one
 * piece, each at the block it stood before. `places` leads from a kept line to its block's element.
 */
export function recordLines(
  gone: readonly Gone[],
  kept: readonly Line[],
  places: ReadonlyMap<TreeElement, TreeElement>,
  blocks: readonly Block<TreeElement>[],
  record: RemovalRecord,
): void {
  const keys = new Map(blocks.map(({ element, key }) => [element, key]));
  const anchors = kept.flatMap((line) => {
    const key = keys.get(places.get(line.element) ?? line.element);
    return key ? [{ index: line.index, key }] : [];
  });
  let next = 0;
  for (const piece of piecesOf(gone)) {
    const [first] = piece;
    if (!first) continue;
    while (next < anchors.length && anchors[next]!.index < first.line.index) next++;
    record.take({
      step: first.step,
      reason: first.reason,
      phrase: first.phrase,
      text: piece.map(({ line }) => line.text).join(' '),
      html: piece.map(({ line }) => outerMarkup(line.element)).join(''),
      at: anchors[next]?.key ?? null,
    });
  }
}

function piecesOf(gone: readonly Gone[]): Gone[][] {
  const inOrder = gone
    .filter(({ line }) => line.text)
    .toSorted((a, b) => a.line.index - b.line.index);
  return runsOf(
    inOrder,
    (last, one) =>
      last.line.index === one.line.index - 1 &&
      last.step === one.step &&
      last.reason === one.reason &&
      (one.phrase === null || one.phrase === last.phrase),
  );
}

/** Lines in the page's order, parted where another line stood between two. */
export function neighbours(lines: readonly Line[]): Line[][] {
  return runsOf(lines, (last, one) => last.index === one.index - 1);
}

function runsOf<T>(all: readonly T[], goesOn: (last: T, one: T) => boolean): T[][] {
  const runs: T[][] = [];
  for (const one of all) {
    const run = runs.at(-1);
    if (run && goesOn(run.at(-1)!, one)) run.push(one);
    else runs.push([one]);
  }
  return runs;
}
