/** A place in the text of a block: a text node and an offset in it. */
export interface TextPlace {
  node: Text;
  offset: number;
}

/**
 * The places of a block's text in order, with the offset each has in the block's own text (see
 * `utils/article/blocks.ts`): white space counts once, a line break as a space, none at the ends.
 */
function* textPlaces(block: Node): Generator<TextPlace & { at: number }> {
  const document = block.ownerDocument;
  if (!document) return;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let at = 0;
  let space = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.localName === 'br') space = true;
      continue;
    }
    const { data } = node as Text;
    for (let offset = 0; offset < data.length; offset += 1) {
      if (/\s/.test(data[offset] ?? '')) space = true;
      else {
        if (space && at > 0) at += 1;
        space = false;
        yield { node: node as Text, offset, at };
        at += 1;
      }
    }
  }
}

/** Every place of a block that a character stands at, in order. */
export function placesOf(block: Node): (TextPlace & { at: number })[] {
  return [...textPlaces(block)];
}

/** Where the character with that offset stands in the document, or the last before it; null in a block without text. */
export function placeAt(block: Node, offset: number): TextPlace | null {
  let last: TextPlace | null = null;
  for (const place of textPlaces(block)) {
    if (place.at > offset) break;
    last = place;
  }
  return last;
}
