import type { Line } from '../lines/lines.ts';

/** «نقدم لكم من خلال موقع …، تغطية …»: what a site says of itself below every text. */
const OF_SITE =
  /^و?[نت]قدم لكم (?:(?:من خلال|عبر) )?(?:موقع|بوابه) (?:\S+ ){1,4}(?:تغطيه|متابعه|رصد)/;

/** «تردد قناتنا على النايل سات», «… | 27500 | أفقي»: where the site's own channel is received. */
const FREQUENCY = /^تردد .*(?:سات|افقي|عمودي)(?: |$)/;

/**
 * What the site says of itself, in more words than any phrase; below the text (`last`: its last
 * paragraph) where its channel is received, unless channels are the matter. `headlines`: folded.
 */
export function ownOffers(
  lines: readonly Line[],
  last: number,
  headlines: readonly string[],
): readonly Line[] {
  const isOfChannels = headlines.some((headline) => headline.includes('تردد'));
  return lines.filter(
    ({ words }, index) =>
      OF_SITE.test(words) || (index > last && !isOfChannels && FREQUENCY.test(words)),
  );
}
