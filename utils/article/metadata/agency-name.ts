import { isAgency } from '../../arabic/agencies.ts';
import { foldWords } from '../../arabic/fold.ts';
import { isPlace } from '../../arabic/places.ts';
import { isListed } from '../lines/lines.ts';
import type { Bylines } from './bare-authors.ts';
import { bylineParts, isSite, plainLine } from './byline-parts.ts';
import { openingOf } from './zone.ts';

/** An agency in a byline's place, in the dateline, or in brackets or alone at the end of the text. */
export function agencyName({ near, zone, site }: Bylines): string | null {
  const { lines, headline, last } = zone;
  // A line of its own among the paragraphs, which the text's cleaning may have set aside.
  const alone = lines
    .slice(headline + 1, last + 4)
    .filter((line) => isAgency(line.words) && !isListed(line));
  const source = near.below.filter(({ phrase }) => phrase?.kind === 'source-line');
  const ends = [...openingOf(zone).slice(0, 2), ...zone.body.slice(-2)].filter(
    (line) => !isListed(line),
  );
  for (const line of [...near.above, ...ends, ...source, ...alone]) {
    const text = plainLine(line.text);
    const isShort = text.length < 70;
    const parts = bylineParts(text.slice(0, 70)).slice(0, isShort ? 4 : 2);
    const placed = parts.some((part) => isPlace(foldWords(part)) || isSite(part, site));
    const isTold = parts.length === 1 || placed || !isShort || source.includes(line);
    const bracketed = /\(([^()]{2,30})\)[.\s]*$/.exec(text)?.[1];
    const found = [...(isTold ? parts : []), ...(bracketed ? [bracketed] : [])].find(
      (part) => isAgency(foldWords(part), placed && isShort) && !isSite(part, site),
    );
    if (found) return found.trim();
  }
  return null;
}
