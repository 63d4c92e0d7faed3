import { isHeading, linkDensity, type Line } from '../lines/lines.ts';
import { shapeOf } from '../lines/shape.ts';

/** Lines built alike make a text, be they short, where several of them end like sentences. */
const FEWEST_SENTENCES = 3;

/** The first lines below the headline that are such a text; none where a paragraph comes first. */
export function shortSentences(
  lines: readonly Line[],
  headline: number,
  paragraph: number,
): Line[] {
  const alike = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.index <= headline || line.index >= paragraph) continue;
    if (!line.text || isHeading(line) || linkDensity(line) >= 0.2 || line.phrase) continue;
    const shape = shapeOf(line);
    const known = alike.get(shape);
    if (known) known.push(line);
    else alike.set(shape, [line]);
  }
  for (const group of alike.values())
    if (group.filter(({ text }) => isShortSentence(text)).length >= FEWEST_SENTENCES) return group;
  return [];
}

function isShortSentence(text: string): boolean {
  return /[.!؟?…»]$/.test(text) && text.includes(' ');
}
