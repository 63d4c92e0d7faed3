import { linkDensity, type Line } from '../lines/lines.ts';

/** Characters; a caption as long as this tells something. */
const SHORT_CAPTION = 60;

/**
 * The longest row of pictures on the page: lines that are a picture and nothing else, with at most
 * one short caption that is no link between two of them.
 */
export function longestGallery(page: readonly Line[]): number {
  let longest = 0;
  let count = 0;
  let captions = 0;
  for (const line of page) {
    if (line.hidden) continue;
    if (line.text === '') {
      count++;
      captions = 0;
    } else if (captions > 0 || line.text.length > SHORT_CAPTION || linkDensity(line) > 0.5) {
      count = 0;
    } else {
      captions++;
    }
    longest = Math.max(longest, count);
  }
  return longest;
}
