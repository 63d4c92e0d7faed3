/** Of a body's elements the deepest, and the deepest times all: what a parser may be made to build of it. */
const MAX_DEPTH = 256;
const MAX_PRODUCT = 2_000_000;

/** Never closed, or closed by whatever comes next: they nest nothing. */
const OPEN_ENDED = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot option optgroup rt rp colgroup caption'
  ).split(' '),
);

/**
 * Whether a body's markup is nested beyond what an article needs. A few kilobytes of elements that
 * are never closed make a parser build millions: each paragraph after them gets all of them again.
 */
export function isTooNested(html: string): boolean {
  let depth = 0;
  let deepest = 0;
  let all = 0;
  const tags = /<(\/?)([a-z][a-z\d]*)/giu;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    all += 1;
    if (!OPEN_ENDED.has(tag[2]!.toLowerCase())) {
      depth = Math.max(0, depth + (tag[1] === '' ? 1 : -1));
      deepest = Math.max(deepest, depth);
    }
    if (deepest > MAX_DEPTH || deepest * all > MAX_PRODUCT) return true;
  }
  return false;
}
