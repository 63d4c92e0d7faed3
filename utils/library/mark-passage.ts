/** The characters of a block's text (`listBlocks`), each with the node and offset it came from. */
interface Source {
  node: Text;
  offset: number;
}

/**
 * Marks a passage of a block, given in UTF-16 units of its text: white space as one space, none at its
 * ends, a line break as a space. What lies outside the text is left out.
 *
 * @param attributes of the `mark` elements
 */
export function markPassage(
  block: Element,
  { start, end }: { start: number; end: number },
  attributes: Record<string, string>,
): void {
  const marked = new Map<Text, { from: number; to: number }>();
  for (const source of sourcesOf(block).slice(Math.max(start, 0), Math.max(end, 0))) {
    if (!source) continue;
    const known = marked.get(source.node);
    if (known) known.to = source.offset + 1;
    else marked.set(source.node, { from: source.offset, to: source.offset + 1 });
  }
  for (const [node, { from, to }] of marked) {
    const mark = block.ownerDocument.createElement('mark');
    for (const [name, value] of Object.entries(attributes)) mark.setAttribute(name, value);
    const passage = node.splitText(from);
    passage.splitText(to - from);
    passage.replaceWith(mark);
    mark.append(passage);
  }
}

/** Unit by unit; null for a line break, which is no text node. */
function sourcesOf(block: Element): (Source | null)[] {
  const units: (Source | null)[] = [];
  let space = true;
  const walk = (parent: Node): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (isText(node)) addText(node);
      else if (isElement(node) && node.localName === 'br') addSpace(null);
      else walk(node);
    }
  };
  const addSpace = (source: Source | null): void => {
    if (!space) units.push(source);
    space = true;
  };
  const addText = (node: Text): void => {
    for (let offset = 0; offset < node.data.length; offset++) {
      if (/\s/u.test(node.data[offset]!)) addSpace({ node, offset });
      else {
        units.push({ node, offset });
        space = false;
      }
    }
  };
  walk(block);
  return units;
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
