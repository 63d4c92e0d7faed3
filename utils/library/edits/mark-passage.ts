/** The characters of a block's text (`listBlocks`), each with the node and offset it came from. */
interface Source {
  node: Text;
  offset: number;
}

/** A stretch of a block's text in UTF-16 units, and the attributes of its `mark` elements. */
export interface Stretch {
  start: number;
  end: number;
  attributes: Record<string, string>;
}

/** What of a text node is marked. */
interface Part {
  from: number;
  to: number;
  stretch: Stretch;
}

/**
 * Marks stretches of a block's text: white space as one space, none at its ends, a line break as a
 * space. What lies outside the text is left out. Where stretches meet the last of them has the text, so
 * that no mark stands in another, however many there are.
 */
export function markPassages(block: Element, stretches: readonly Stretch[]): void {
  const sources = sourcesOf(block);
  const parts = new Map<Text, Part[]>();
  for (const [at, stretch] of ownersOf(stretches, sources.length).entries()) {
    const source = sources[at];
    if (!source || !stretch) continue;
    const { node, offset } = source;
    const known = parts.get(node) ?? [];
    parts.set(node, known);
    const last = known.at(-1);
    if (last?.stretch === stretch) last.to = offset + 1;
    else known.push({ from: offset, to: offset + 1, stretch });
  }
  for (const [node, known] of parts) {
    // The last first: those before it keep their offsets.
    for (const part of known.toReversed()) mark(node, part);
  }
}

function mark(node: Text, { from, to, stretch }: Part): void {
  const element = node.ownerDocument.createElement('mark');
  for (const [name, value] of Object.entries(stretch.attributes)) element.setAttribute(name, value);
  const passage = node.splitText(from);
  passage.splitText(to - from);
  passage.replaceWith(element);
  element.append(passage);
}

/** For each unit of a text the last stretch that covers it. */
function ownersOf(stretches: readonly Stretch[], length: number): (Stretch | undefined)[] {
  const owners = Array.from<Stretch | undefined>({ length });
  // What is taken is leapt over: thousands of stretches may lie over one another.
  const next = Array.from({ length: length + 1 }, (_, at) => at);
  const freeFrom = (from: number): number => {
    let at = from;
    for (let to = next[at] ?? at; to !== at; to = next[at] ?? at) {
      next[at] = next[to] ?? to;
      at = to;
    }
    return at;
  };
  for (const stretch of stretches.toReversed()) {
    const end = Math.min(stretch.end, length);
    const start = Math.min(Math.max(Math.trunc(stretch.start), 0), length);
    for (let at = freeFrom(start); at < end; at = freeFrom(at)) {
      owners[at] = stretch;
      next[at] = at + 1;
    }
  }
  return owners;
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
