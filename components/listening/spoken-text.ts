import { listBlocks } from '../../utils/article/body/blocks.ts';
import type { Sentence, SpokenText } from '../../utils/listening/order.ts';
import { blockText, rangeOf } from '../reading/block-text.ts';

/** The lines of an article as it is shown, each with the name it is spoken under. */
interface Line {
  name: string;
  element: Element;
}

/** Source code is not read aloud. */
const UNSPOKEN = 'pre, pre *';

/** What there is to be read of an article, in order, as it was published: headline, standfirst, blocks. */
export function readSpokenTexts(article: Element): SpokenText[] {
  return linesOf(article)
    .filter(({ element }) => !element.matches(UNSPOKEN) && isShown(element))
    .map(({ name, element }) => ({ block: name, text: blockText(element) }));
}

/** Where a sentence stands in the page; null where its block is gone, or says something else by now. */
export function rangeOfSentence(
  article: Element,
  { block, from, to, text }: Sentence,
): Range | null {
  const line = linesOf(article).find(({ name }) => name === block);
  return line && blockText(line.element) === text ? rangeOf(line.element, from, to) : null;
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

/** A closed box, or the caption of a picture that is not there, is not read. */
function isShown(element: Element): boolean {
  return element.checkVisibility();
}
