import { matchPhrase } from '../arabic/phrases.ts';
import type { RemovalReason } from './article.ts';
import type { Line } from './lines.ts';
import { measureBoxes, type Measure } from './measures.ts';
import type { RemovalRecord } from './removals.ts';
import { findTeasers } from './teasers.ts';
import type { TreeElement } from './tree.ts';

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
  const gone = findTeasers(lines, measures, title);
  if (gone.size > 0) record.drop('furniture', 'related', () => textOf([...gone]));
  for (const [box, measure] of measures) {
    const first = lines[measure.from];
    if (!first || gone.has(first)) continue;
    const inside = lines.slice(measure.from, measure.to);
    const reason = furnitureReason(box, measure, inside);
    if (!reason) continue;
    record.drop('furniture', reason, () => textOf(inside));
    for (const line of inside) gone.add(line);
  }
  return lines.filter((line) => !gone.has(line));
}

function furnitureReason(
  box: TreeElement,
  { characters, linked, prose, links }: Measure,
  lines: readonly Line[],
): RemovalReason | null {
  if (characters === 0 || prose > 0) return null;
  if (links >= 3 && linked / characters >= 0.7) return nameOf(lines);
  const isFooter = box.localName === 'footer' || box.getAttribute('role') === 'contentinfo';
  return isFooter && !box.closest('article') ? 'footer' : null;
}

function nameOf(lines: readonly Line[]): RemovalReason {
  for (const { text } of lines.slice(0, 3)) {
    const kind = matchPhrase(text)?.kind;
    if (kind === 'share' || kind === 'tags' || kind === 'breadcrumb' || kind === 'comments') {
      return kind;
    }
    if (kind === 'related' || kind === 'read-also') return 'related';
  }
  return 'navigation';
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join(' ');
}
