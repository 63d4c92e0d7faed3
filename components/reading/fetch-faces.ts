/** A letter, a digit and a stop: of each part of a face that nearly every line needs. */
const NEEDED = 'ا1.';

/**
 * Makes the faces of text and interface ready while the article is still on its way: a browser asks
 * for one only when there is text in it, Firefox even where its bytes are preloaded, and the text
 * would stand in another face until it is there.
 */
export function fetchFaces(page: Document): void {
  const style = getComputedStyle(page.documentElement);
  for (const face of ['--text-face', '--interface-face']) {
    for (const weight of [400, 700]) {
      const font = `${weight} 16px ${style.getPropertyValue(face)}`;
      // A face that cannot be had leaves the text to the next in the list.
      page.fonts.load(font, NEEDED).catch((error: unknown) => console.warn(error));
    }
  }
}
