/** Edges of a line of text, px from the window's top. */
export interface Line {
  top: number;
  bottom: number;
}

/** The lines of an article's text that are in the window between two heights, from top to bottom. */
export function linesIn(body: Element, from: number, to: number): Line[] {
  const range = body.ownerDocument.createRange();
  const boxes: Line[] = [];
  for (const block of body.querySelectorAll('[data-block]')) {
    const { top, bottom } = block.getBoundingClientRect();
    if (bottom <= from || top >= to) continue;
    range.selectNodeContents(block);
    for (const box of range.getClientRects()) {
      if (box.width > 0 && box.bottom > from && box.top < to) boxes.push(box);
    }
  }
  return mergeLines(boxes);
}

/** Runs of one line (other scripts, links, raised figures, halves of a verse) are one. */
export function mergeLines(boxes: readonly Line[]): Line[] {
  const lines: Line[] = [];
  for (const { top, bottom } of boxes.toSorted((a, b) => a.top - b.top)) {
    const last = lines.at(-1);
    const shared = last ? Math.min(last.bottom, bottom) - top : 0;
    if (last && shared > Math.min(last.bottom - last.top, bottom - top) / 2) {
      last.bottom = Math.max(last.bottom, bottom);
    } else lines.push({ top, bottom });
  }
  return lines;
}

/** Index of the line nearest to a height; -1 without any. */
export function lineNear(lines: readonly Line[], height: number): number {
  const away = ({ top, bottom }: Line): number => Math.max(top - height, height - bottom, 0);
  let nearest = -1;
  for (const [at, line] of lines.entries()) {
    const best = lines[nearest];
    if (!best || away(line) < away(best)) nearest = at;
  }
  return nearest;
}

/** What stays clear: the line, with one before and one after it. */
export function bandAround(lines: readonly Line[], at: number): Line | null {
  const line = lines[at];
  if (!line) return null;
  return {
    top: (lines[at - 1] ?? line).top,
    bottom: (lines[at + 1] ?? line).bottom,
  };
}
