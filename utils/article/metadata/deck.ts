import { findDates } from '../../arabic/dates.ts';
import { fold, foldWords } from '../../arabic/fold.ts';
import { matchPhrase } from '../../arabic/phrases.ts';
import { bylineLabel } from './labels.ts';
import { metaValue, type Meta } from './meta.ts';
import { isHeading, type PageLine, type Zone } from './zone.ts';

/**
 * The standfirst: a sentence between headline and text that is a heading, or that the page gives
 * as its description; not when the text begins with it.
 */
export function readDeck(zone: Zone, meta: Meta, now: Date): string | null {
  const { lines, headline, first, body } = zone;
  if (headline < 0 || first <= headline) return null;
  const description = foldWords(metaValue(meta, 'og:description', 'description'));
  for (const line of lines.slice(headline + 1, Math.min(first, headline + 12))) {
    if (line.text.length < 40 || line.text.length > 400 || isFurniture(line, now)) continue;
    const { words } = line;
    const described =
      description.length > 30 &&
      (words.startsWith(description.slice(0, 60)) || description.startsWith(words.slice(0, 60)));
    if (!described && !isHeading(line)) continue;
    return body.slice(0, 4).some((other) => other.words.startsWith(words)) ? null : line.text;
  }
  return null;
}

/** The short heading printed just above the headline, inside the same part of the page. */
export function readKicker(zone: Zone, site: Set<string>, now: Date): string | null {
  const above = zone.lines[zone.headline - 1];
  const headline = zone.lines[zone.headline];
  if (
    !above ||
    !headline ||
    !isHeading(above) ||
    above.element.parentElement !== headline.element.parentElement
  )
    return null;
  if (
    above.text.length < 4 ||
    above.text.length > 90 ||
    site.has(above.words) ||
    isFurniture(above, now)
  )
    return null;
  return above.text;
}

function isFurniture(line: PageLine, now: Date): boolean {
  return (
    matchPhrase(line.text) !== null ||
    bylineLabel(fold(line.text)) !== null ||
    (line.text.length < 70 && findDates(line.text, now).length > 0)
  );
}
