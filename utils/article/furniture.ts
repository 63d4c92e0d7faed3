import { matchPhrase } from '../arabic/phrases.ts';
import type { RemovalReason } from './article.ts';
import { linkDensity, type Line } from './lines.ts';
import { findTeasers } from './teasers.ts';
import type { RemovalRecord } from './removals.ts';

/** What stands in a box, counted over its lines. */
interface Measure {
  lines: Line[];
  characters: number;
  linked: number;
  /** Characters of lines that read as running text. */
  prose: number;
  links: number;
}

/**
 * The page's furniture: boxes that hold links and labels and no running text. What a box is
 * follows from its shape; its own words decide only what to call it. Returns the lines that stay.
 */
export function removeFurniture(
  lines: readonly Line[],
  body: Element,
  record: RemovalRecord,
): Line[] {
  const gone = findTeasers(lines, body);
  if (gone.size > 0) {
    record.drop('furniture', 'related', [...gone].map(({ text }) => text).join(' '));
  }
  const measures = measure(
    lines.filter((line) => !gone.has(line)),
    body,
  );
  for (const [box, inside] of measures) {
    if (gone.has(inside.lines[0]!)) continue;
    const reason = furnitureReason(box, inside);
    if (!reason) continue;
    record.drop('furniture', reason, inside.lines.map(({ text }) => text).join(' '));
    for (const line of inside.lines) gone.add(line);
  }
  return lines.filter((line) => !gone.has(line));
}

/** Outermost boxes first, as they are met. */
function measure(lines: readonly Line[], body: Element): Map<Element, Measure> {
  const measures = new Map<Element, Measure>();
  for (const line of lines) {
    const chain: Element[] = [];
    for (let at = line.element.parentElement; at && at !== body; at = at.parentElement)
      chain.push(at);
    const prose = line.text.length >= 80 && linkDensity(line) < 0.3 ? line.text.length : 0;
    for (const box of chain.toReversed()) {
      let inside = measures.get(box);
      if (!inside)
        measures.set(box, (inside = { lines: [], characters: 0, linked: 0, prose: 0, links: 0 }));
      inside.lines.push(line);
      inside.characters += line.text.length;
      inside.linked += line.linked;
      inside.prose += prose;
      if (line.linked > 0) inside.links++;
    }
  }
  return measures;
}

function furnitureReason(
  box: Element,
  { lines, characters, linked, prose, links }: Measure,
): RemovalReason | null {
  if (prose > 0 && prose >= characters * 0.3) return null;
  if (characters === 0) return null;
  const density = linked / characters;
  if (links >= 3 && density >= 0.7 && prose === 0) return nameOf(lines);
  const role = box.getAttribute('role');
  if (box.localName === 'footer' || role === 'contentinfo') {
    return prose === 0 && !box.closest('article') ? 'footer' : null;
  }
  return null;
}

function nameOf(lines: readonly Line[]): RemovalReason {
  for (const { text } of lines.slice(0, 3)) {
    const kind = matchPhrase(text)?.kind;
    if (kind === 'share' || kind === 'tags' || kind === 'breadcrumb' || kind === 'comments')
      return kind;
    if (kind === 'related' || kind === 'read-also') return 'related';
  }
  return 'navigation';
}
