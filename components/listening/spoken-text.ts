import { listBlocks } from '../../utils/article/blocks.ts';
import type { Sentence, SpokenText } from '../../utils/listening/order.ts';
import { placeAt, placesOf } from '../reading/block-text.ts';

/** The lines of an article as it is shown, each with the name it is spoken under. */
interface Line {
  name: string;
  element: Element;
}

/** Source code is not read aloud. */
const UNSPOKEN = 'pre, pre *';

/** What there is to be read of an article shown, in order: headline, standfirst, blocks. */
export function readSpokenTexts(article: Element): SpokenText[] {
  return linesOf(article)
    .filter(({ element }) => !element.matches(UNSPOKEN) && isShown(element))
    .map(({ name, element }) => ({ block: name, text: textOf(element) }));
}

/** Where a sentence stands in the page; null where its block is gone, or says something else by now. */
export function rangeOf(article: Element, { block, from, to, text }: Sentence): Range | null {
  const line = linesOf(article).find(({ name }) => name === block);
  if (!line || textOf(line.element) !== text) return null;
  const start = placeAt(line.element, from);
  const end = placeAt(line.element, to - 1);
  if (!start || !end) return null;
  const range = article.ownerDocument.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, Math.min(end.offset + 1, end.node.length));
  return range;
}

function linesOf(article: Element): Line[] {
  const lines: Line[] = [];
  const headline = article.querySelector('.headline');
  const deck = article.querySelector('.deck');
  const body = article.querySelector('.article-body');
  if (headline) lines.push({ name: 'headline', element: headline });
  if (deck) lines.push({ name: 'deck', element: deck });
  let name = 'top';
  for (const { element } of body ? listBlocks(body) : []) {
    // What was put back has no name among the article's blocks, and is read all the same.
    name = element.getAttribute('data-block') ?? `${name}+`;
    lines.push({ name, element });
  }
  return lines;
}

/** The text of a block as its offsets count it (`components/reading/block-text.ts`). */
function textOf(block: Element): string {
  let text = '';
  for (const { node, offset, at } of placesOf(block)) {
    text = text.padEnd(at, ' ') + (node.data[offset] ?? '');
  }
  return text;
}

/** A closed box, or the caption of a picture that is not there, is not read. */
function isShown(element: Element): boolean {
  return element.checkVisibility();
}
