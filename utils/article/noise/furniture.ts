import type { RemovalReason } from '../article.ts';
import { findCallBoxes } from './call-boxes.ts';
import { namesSources } from '../lines/label-or-text.ts';
import { linkDensity, type Line } from '../lines/lines.ts';
import { isLinkedDatum } from '../lines/linked-data.ts';
import { measureBoxes, type Measure } from '../lines/measures.ts';
import type { RemovalRecord } from '../removals.ts';
import { findSkippable } from './skippable.ts';
import { findSignUps } from './sign-up.ts';
import { findTeasers } from '../lines/teasers.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/**
 * The page's furniture: boxes that hold links and labels and no running text. What a box is
 * follows from its shape; its own words decide only what to call it. Returns the lines that stay.
 */
export function removeFurniture(
  lines: readonly Line[],
  body: TreeElement,
  title: string,
  record: RemovalRecord,
): Line[] {
  const measures = measureBoxes(lines, body);
  const gone = new Set<Line>();
  const leaveOut = (found: Iterable<Line>, reason: RemovalReason): void => {
    const more = [...found].filter((line) => !gone.has(line));
    if (more.length > 0) record.drop('furniture', reason, () => textOf(more));
    for (const line of more) gone.add(line);
  };
  leaveOut(findTeasers(lines, measures, title), 'related');
  leaveOut(findSignUps(lines, measures, title), 'promotion');
  leaveOut(findCallBoxes(lines, measures, title), 'promotion');
  leaveOut(findSkippable(lines), 'screen-reader-hint');
  for (const [box, measure] of measures) {
    const first = lines[measure.from];
    if (!first || gone.has(first)) continue;
    const inside = lines.slice(measure.from, measure.to);
    if (namesSources(lines[measure.from - 1])) continue;
    const reason =
      furnitureReason(box, measure, first) ??
      (isRelated(inside) ? 'related' : isNumbering(box, inside) ? 'navigation' : null);
    if (!reason || holdsVerses(inside) || isLinkedDatum(box)) continue;
    record.drop('furniture', reason, () => textOf(inside));
    for (const line of inside) gone.add(line);
  }
  return lines.filter((line) => !gone.has(line));
}

function furnitureReason(
  box: TreeElement,
  { characters, linked, prose, links }: Measure,
  first: Line,
): RemovalReason | null {
  if (characters === 0 || prose > 0) return null;
  if (links >= 3 && linked / characters >= 0.7) return nameOf(first);
  const isFooter = box.localName === 'footer' || box.getAttribute('role') === 'contentinfo';
  return isFooter && !box.closest('article') ? 'footer' : null;
}

/** Lines, and characters, of a text that is all short lines; fewer may be labels and figures. */
const VERSES = 8;
const SHORTEST_POEM = 200;

/** Whether lines without links stand among the links, one after the other, as a poem's do: no label, no cell. */
function holdsVerses(lines: readonly Line[]): boolean {
  let count = 0;
  let characters = 0;
  return lines.some(({ linked, name, text }) => {
    const isVerse = linked === 0 && !/^t[dh]$/.test(name) && text.includes(' ');
    count = isVerse ? count + 1 : 0;
    characters = isVerse ? characters + text.length : 0;
    return count >= VERSES && characters >= SHORTEST_POEM;
  });
}

/** The numbers of pages or of a carousel's pictures. */
function isNumbering({ localName }: TreeElement, lines: readonly Line[]): boolean {
  return /^[ou]l$/.test(localName) && lines.every(({ text }) => /^\d+$/.test(text));
}

/** Characters; a longer line is no label. */
const LONGEST_LABEL = 40;
/** Lines of a box of other articles: its label, then a headline, first words and a date of each. */
const MOST_RELATED = 20;

/** A box that calls itself one of other articles, each a headline that is all link, be there first words below it. */
function isRelated([label, ...rest]: readonly Line[]): boolean {
  if (!label || rest.length === 0 || rest.length > MOST_RELATED) return false;
  if (label.text.length > LONGEST_LABEL || label.linked > 0) return false;
  const { kind, place } = label.phrase ?? {};
  if ((kind !== 'related' && kind !== 'read-also') || place === 'anywhere') return false;
  const isHeadline = (line: Line | undefined): boolean =>
    line !== undefined && linkDensity(line) > 0.9;
  return (
    rest.some(isHeadline) &&
    rest.every((line, at) => isHeadline(line) || isHeadline(rest[at - 1]) || !line.text)
  );
}

/** What a box's first line calls it. */
function nameOf(line: Line): RemovalReason {
  const kind = line.text.length <= LONGEST_LABEL ? line.phrase?.kind : undefined;
  if (kind === 'share' || kind === 'tags' || kind === 'breadcrumb' || kind === 'comments')
    return kind;
  return kind === 'related' || kind === 'read-also' ? 'related' : 'navigation';
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join(' ');
}
