import { findDates } from '../../arabic/dates.ts';
import { fold, foldWords } from '../../arabic/fold.ts';
import { isHeading } from '../lines/lines.ts';
import { bylineLabel } from './labels.ts';
import { metaValue, type Meta } from './meta.ts';
import type { PageLine, Zone } from './zone.ts';

/**
 * The standfirst: a sentence between headline and text that is a heading, or that the page gives
 * as its description; not when the text begins with it.
 */
export function readDeck(
  { lines, headline, first, body }: Zone,
  meta: Meta,
  now: Date,
): string | null {
  if (headline < 0 || first <= headline) return null;
  const description = foldWords(metaValue(meta, 'og:description', 'description')).slice(0, 60);
  const deck = lines
    .slice(headline + 1, Math.min(first, headline + 12))
    .find(
      (line) =>
        line.text.length >= 40 &&
        line.text.length <= 400 &&
        (isHeading(line) || (description.length > 30 && line.words.startsWith(description))) &&
        !isFurniture(line, now),
    );
  const isRepeated = body.slice(0, 4).some(({ words }) => deck && words.startsWith(deck.words));
  return deck && !isRepeated ? deck.text : null;
}

/** The short heading printed just above the headline, inside the same part of the page. */
export function readKicker({ lines, headline }: Zone, site: Set<string>, now: Date): string | null {
  const [above, title] = lines.slice(Math.max(0, headline - 1), headline + 1);
  return above &&
    title &&
    isHeading(above) &&
    above.element.parentElement === title.element.parentElement &&
    above.text.length >= 4 &&
    above.text.length <= 90 &&
    !site.has(above.words) &&
    !isFurniture(above, now)
    ? above.text
    : null;
}

function isFurniture({ text, phrase }: PageLine, now: Date): boolean {
  return (
    phrase !== null ||
    bylineLabel(fold(text)) !== null ||
    (text.length < 70 && findDates(text, now).length > 0)
  );
}
