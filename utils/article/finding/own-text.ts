import { countWords } from '../lines/label-or-text.ts';
import { isStopped, linkDensity, textBesideLinks } from '../lines/lines.ts';
import { ITEM } from '../lines/linked-data.ts';
import { builtAlike } from '../lines/shape.ts';
import type { Matter } from './matter.ts';

/** A list within the text, most of it sentences, be there a picture in some: moments of a match with icons. */
export function isListOfSentences({ box, texts, density, place }: Matter): boolean {
  return (
    place === 'middle' &&
    density < 0.2 &&
    /^[uo]l$/.test(box.localName) &&
    texts.filter(isStopped).length * 2 > texts.length
  );
}

/** A question and its answer, one of several beside each other. */
export function isAnswered({ box, texts, density, place }: Matter): boolean {
  return (
    place !== 'head' &&
    density === 0 &&
    /[؟?]$/.test(texts[0]!.text) &&
    texts.length > 1 &&
    isStopped(texts.at(-1)!) &&
    builtAlike(box).length > 1
  );
}

/**
 * A list that is the text's wherever it stands: items of several words without a link say
 * something, which menus, tools and lists of author and day do not; items that go on after their
 * links name sources, where the line before announces them.
 */
export function isOwnList({ texts, density, before }: Matter): boolean {
  if (texts.length < 2) return false;
  if (density === 0) return texts.every(({ text }) => countWords(text) >= ITEM);
  const announces =
    before !== undefined &&
    /[:：]$/.test(before.text) &&
    linkDensity(before) === 0 &&
    countWords(before.text) >= ITEM &&
    !before.phrase;
  return announces && texts.every(({ element }) => countWords(textBesideLinks(element)) >= 2);
}
