/** A text node of a line, and where its source begins in the line's. */
interface Placed {
  node: Text;
  start: number;
}

/** Text that is laid out as one run: between two ends of block, line breaks or isolates. */
export interface TextLine {
  dir: 'rtl' | 'ltr';
  /** Of what is preformatted: a line break in the text is one. */
  isPre: boolean;
  /** U+FFFC stands for what is no text of it: a picture, an isolate, the edge of a footnote's mark. */
  text: string;
  nodes: Placed[];
}

/** Elements that do not end a line. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code em i kbd mark q rp rt ruby s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);
/** Left to right and as published, but what old pages set in `pre` for its line breaks alone. */
const CODE = new Set(['code', 'kbd', 'samp', 'pre']);
const NO_TEXT = '\uFFFC';

/**
 * The lines of text in an element, in the order in which they end. What is code is not among them.
 *
 * @param dir direction of what has none of its own
 * @param sourceOf the text of a node as it was published
 */
export function linesOf(
  root: ParentNode & Node,
  dir: 'rtl' | 'ltr',
  sourceOf: (node: Text) => string,
): TextLine[] {
  const lines: TextLine[] = [];
  let line: TextLine = { dir, isPre: false, text: '', nodes: [] };
  const end = (): void => {
    if (line.nodes.length > 0) lines.push(line);
    line = { ...line, text: '', nodes: [] };
  };
  /** Reads what has a direction of its own, and goes on with the line it stands in, if it stands in one. */
  const aside = (element: Element, own: 'rtl' | 'ltr'): void => {
    const around = line;
    line = { dir: own, isPre: around.isPre || isPre(element), text: '', nodes: [] };
    walk(element);
    end();
    line = around;
  };
  const walk = (parent: Node): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (isText(node)) {
        const text = sourceOf(node);
        line.nodes.push({ node, start: line.text.length });
        line.text += text;
      } else if (isElement(node)) read(node);
    }
  };
  const read = (element: Element): void => {
    const name = element.localName;
    const own = directionOf(element);
    if (name === 'br') end();
    else if (!INLINE.has(name) && name !== 'img') {
      end();
      if (!CODE.has(name) || (isPre(element) && own === 'rtl')) aside(element, own ?? line.dir);
    } else if (name === 'img' || CODE.has(name)) line.text += NO_TEXT;
    else if (own || name === 'bdi' || name === 'bdo') {
      line.text += NO_TEXT;
      aside(element, own ?? line.dir);
    } else if (name === 'sup' || name === 'sub') {
      line.text += NO_TEXT;
      walk(element);
      line.text += NO_TEXT;
    } else walk(element);
  };
  walk(root);
  end();
  return lines;
}

function directionOf(element: Element): 'rtl' | 'ltr' | null {
  const dir = element.getAttribute('dir');
  return dir === 'rtl' || dir === 'ltr' ? dir : null;
}

function isPre(element: Element): boolean {
  return element.localName === 'pre';
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
