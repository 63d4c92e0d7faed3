import { linkDensity, type Line } from './lines.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/** What stands in a box, counted over its lines. */
export interface Measure {
  /** Its lines are those from `from` up to `to` of the list measured. */
  from: number;
  to: number;
  characters: number;
  linked: number;
  /** Characters of lines that read as running text. */
  prose: number;
  /** Lines with a link in them. */
  links: number;
}

/** Every box around the lines, up to the body; outer boxes before what they hold. */
export function measureBoxes(lines: readonly Line[], body: TreeElement): Map<TreeElement, Measure> {
  const measures = new Map<TreeElement, Measure>();
  const chain: TreeElement[] = [];
  lines.forEach((line, index) => {
    const { element, text, linked } = line;
    chain.length = 0;
    for (let box = element.parentElement; box && box !== body; box = box.parentElement)
      chain.push(box);
    const prose = text.length >= 80 && linkDensity(line) < 0.3 ? text.length : 0;
    for (let at = chain.length - 1; at >= 0; at--) {
      const box = chain[at]!;
      let measure = measures.get(box);
      if (!measure) {
        measure = { from: index, to: index, characters: 0, linked: 0, prose: 0, links: 0 };
        measures.set(box, measure);
      }
      measure.to = index + 1;
      measure.characters += text.length;
      measure.linked += linked;
      measure.prose += prose;
      if (linked > 0) measure.links++;
    }
  });
  return measures;
}
