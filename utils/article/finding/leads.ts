import { foldWords } from '../../arabic/fold.ts';
import { isHeading, linkDensity, type Line } from '../lines/lines.ts';
import { isProse } from './readable.ts';

/** Characters; shorter headings above a text name its section or kind. */
const SHORTEST = 40;

/**
 * Leads too short to be weighed as running text: headings of a sentence's length between the
 * headline and the first line of the text that do not print it or the title once more; and a part
 * with a heading like the text's own. Other lines there are no leads: what is known of the author
 * reads like one.
 */
export function leadsAbove(
  lines: readonly Line[],
  headline: Line,
  text: number,
  title: string,
): Line[] {
  const titles = foldWords(title);
  return lines.filter(
    (line) =>
      line.index > headline.index &&
      line.index < text &&
      (isHeading(line) ? line.text.length >= SHORTEST : isPart(line, lines, text)) &&
      line.name !== 'h1' &&
      linkDensity(line) < 0.1 &&
      !titles.includes(line.words) &&
      !line.words.includes(headline.words) &&
      !line.phrase,
  );
}

/** Lines between a text's heading and its first long one. */
const NEAR = 3;

/** Whether a sentence stands below a heading like the one above the text: the question above its answer. */
function isPart(line: Line, lines: readonly Line[], text: number): boolean {
  if (!isProse(line)) return false;
  const headingAbove = (place: number): Line | undefined =>
    lines.findLast((one) => one.index < place && isHeading(one));
  const own = headingAbove(text);
  const heading = headingAbove(line.index);
  return (
    own !== undefined &&
    heading !== undefined &&
    own !== heading &&
    text - own.index <= NEAR &&
    heading.name === own.name &&
    heading.linked === 0 &&
    !heading.phrase
  );
}
