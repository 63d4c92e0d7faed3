import { foldWords } from '../arabic/fold.ts';
import { isHeading, linkDensity, type Line } from './lines.ts';

/** Characters; shorter headings above a text name its section or kind. */
const SHORTEST = 40;

/**
 * Leads too short to be weighed as running text: headings of a sentence's length between the
 * headline and the first line of the text that do not print it or the title once more. Other lines there
 * are no leads: what is known of the author reads like one.
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
      isHeading(line) &&
      line.name !== 'h1' &&
      line.text.length >= SHORTEST &&
      linkDensity(line) < 0.1 &&
      !titles.includes(line.words) &&
      !line.words.includes(headline.words) &&
      !line.phrase,
  );
}
