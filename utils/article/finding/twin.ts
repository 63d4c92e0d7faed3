import type { Line } from '../lines/lines.ts';
import { linkDensity } from '../lines/lines.ts';
import { TreeElement, type TreeNode } from '../snapshot/tree.ts';

const NO_ATTRIBUTES: readonly never[] = [];
const UPPER = new Map<string, string>();

/**
 * The page for Readability: its boxes with their names, and in them each line's text, with what
 * of it is a link in one link. A fraction of the snapshot's nodes, and the same to its scoring.
 * `linesIn` tells which lines a part of it stands for.
 */
export function makeTwin(lines: readonly Line[], body: TreeElement): Document {
  const fillBody = (twin: TwinElement): void => {
    const boxes = new Map<TreeElement, TwinElement>([[body, twin]]);
    for (const line of lines) {
      const { parentElement } = line.element;
      if (!line.text || !parentElement) continue;
      const copy = twinOf(line.element);
      copy.line = line;
      fill(copy, line);
      boxFor(parentElement, boxes, twin).append(copy);
    }
  };
  const twin = new TwinElement('body', fillBody);
  fillBody(twin);
  return documentAround(twin);
}

/** The lines that what Readability found was made of. */
export function linesIn(content: TreeElement): Line[] {
  return content
    .descendants()
    .flatMap((element) => (element instanceof TwinElement && element.line) || []);
}

/** What Readability asks of a document. It takes its other way, for trees that are no real ones, where `__JSDOMParser__` says so. */
function documentAround(body: TwinElement): Document {
  const html = new TwinElement('html');
  html.append(body);
  const document = {
    body,
    documentElement: html,
    firstChild: { __JSDOMParser__: true },
    createElement: (name: string) => new TwinElement(name.toLowerCase()),
  };
  return document as unknown as Document;
}

/** The twin of a box, made on first need with all its ancestors. */
function boxFor(
  box: TreeElement,
  boxes: Map<TreeElement, TwinElement>,
  body: TwinElement,
): TwinElement {
  const known = boxes.get(box);
  if (known) return known;
  const copy = twinOf(box);
  boxes.set(box, copy);
  const { parentElement } = box;
  (parentElement ? boxFor(parentElement, boxes, body) : body).append(copy);
  return copy;
}

function twinOf(element: TreeElement): TwinElement {
  const twin = new TwinElement(element.localName);
  twin.className = element.className;
  return twin;
}

function fill(copy: TwinElement, line: Line): void {
  if (line.linked === 0) {
    copy.append(line.text);
    return;
  }
  const link = new TwinElement('a');
  const all = linkDensity(line) > 0.99;
  link.append(all ? line.text : line.text.slice(0, line.linked));
  copy.append(link);
  if (!all) copy.append(line.text.slice(line.linked));
}

/** What Readability asks of an element beyond the tree's own. */
class TwinElement extends TreeElement {
  readonly attributes: readonly never[] = NO_ATTRIBUTES;
  /** Readability's own mark. */
  readability: unknown = undefined;
  line: Line | null = null;
  private readonly refill: ((body: TwinElement) => void) | null;

  constructor(name: string, refill: ((body: TwinElement) => void) | null = null) {
    super(name);
    this.refill = refill;
  }

  getElementsByTagName(name: string): TreeElement[] {
    return this.findAll(name.toLowerCase());
  }

  /** Readability asks for the body's markup before it begins, and sets it again to begin anew. */
  get innerHTML(): string {
    return '';
  }
  set innerHTML(_markup: string) {
    this.textContent = '';
    this.refill?.(this);
  }

  get tagName(): string {
    let upper = UPPER.get(this.localName);
    if (upper === undefined) UPPER.set(this.localName, (upper = this.localName.toUpperCase()));
    return upper;
  }
  /** Readability sets it beside `localName`, from which it is told. */
  set tagName(_name: string) {}

  get nodeName(): string {
    return this.tagName;
  }

  appendChild(child: TreeNode): void {
    this.insertBefore(child, null);
  }
}
