import type { RemovalReason } from './article.ts';
import * as dom from './dom.ts';
import { createCopier, type Copier } from './snapshot-copy.ts';
import type { RemovalRecord } from './removals.ts';
import { textInside } from './selection.ts';
import { treatmentOf } from './tags.ts';
import { stylesIn, type Styles } from './styles.ts';

/** The page as it can be read: a detached tree in an inert document, without ids' or names' power over it. */
export interface Snapshot {
  document: Document;
  body: HTMLElement;
  /** True where a cap ended the walk: what was copied until then is not the page. */
  tooLarge: boolean;
}

export interface SnapshotLimits {
  nodes: number;
  /** Milliseconds. */
  time: number;
}
const LIMITS: SnapshotLimits = { nodes: 400_000, time: 1_500 };

/** Beyond this nesting children are kept and their boxes are not: no page means anything by it, and every later step may recurse. */
const DEEPEST = 100;

const ROLES: Record<string, RemovalReason> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'share',
  search: 'form',
  dialog: 'promotion',
  alertdialog: 'promotion',
  tablist: 'navigation',
};
const DROPPED: Record<string, RemovalReason> = {
  nav: 'navigation',
  search: 'form',
  select: 'form',
  textarea: 'form',
  button: 'form',
  dialog: 'promotion',
};

/** Where the walk stands: a list of children still to visit, and where their copies go. */
interface Level {
  next: Node | null;
  /** Children that are no siblings of each other: those assigned to a slot. */
  rest: Node[] | null;
  target: Element;
  host: Element | null;
  opened: boolean;
}

/**
 * One walk over the live page, which stays as it is. Hidden parts come along, marked, when they
 * hold enough prose to be the only copy of a text; later steps decide between copies. With a
 * `range` only what lies in it.
 */
export function takeSnapshot(
  page: Document,
  root: Node,
  record: RemovalRecord,
  { range = null, limits = LIMITS }: { range?: Range | null; limits?: SnapshotLimits } = {},
): Snapshot {
  const document = page.implementation.createHTMLDocument('');
  const { body } = document;
  const copier = createCopier(document, linkedIds(page));
  const styles = stylesIn(page);
  const deadline = performance.now() + limits.time;
  const levels: Level[] = [];
  let level: Level = {
    next: dom.firstChild(root),
    rest: null,
    target: body,
    host: null,
    opened: false,
  };
  let visited = 0;
  let tooLarge = false;

  for (;;) {
    const node = level.next;
    if (!node) {
      const parent = levels.pop();
      if (!parent) break;
      if (level.opened) copier.close(level.target);
      level = parent;
      continue;
    }
    level.next = level.rest ? (level.rest.shift() ?? null) : dom.nextSibling(node);
    if (++visited > limits.nodes || (visited % 2048 === 0 && performance.now() > deadline)) {
      tooLarge = true;
      break;
    }
    if (range && !range.intersectsNode(node)) continue;
    const type = dom.nodeType(node);
    if (type === 3) copyText(textInside(node, range), node, level.target, copier, styles);
    if (type !== 1) continue;
    const inner = enter(node as Element, level, copier, styles, record, levels.length);
    if (inner) {
      levels.push(level);
      level = inner;
    }
  }
  return { document, body, tooLarge };
}

/** A text; line feeds that the page shows as line breaks become such. */
function copyText(data: string, node: Node, target: Element, copier: Copier, styles: Styles): void {
  const parent = data.length > 40 && data.includes('\n') ? dom.parentNode(node) : null;
  const lined =
    parent &&
    dom.nodeType(parent) === 1 &&
    target.localName !== 'pre' &&
    styles.keepsLines(parent as Element);
  if (!lined) {
    copier.text(data, target);
    return;
  }
  for (const [index, line] of data.split('\n').entries()) {
    if (index > 0) copier.lineBreak(target);
    copier.text(line, target);
  }
}

/** Copies an element, or what stands for it; returns the level of its children, or null where none are to be visited. */
function enter(
  element: Element,
  level: Level,
  copier: Copier,
  styles: Styles,
  record: RemovalRecord,
  depth: number,
): Level | null {
  const name = dom.localName(element);
  const treatment = treatmentOf(name);
  const { target, host } = level;
  const children = (
    into: Element,
    opened: boolean,
    from: Node = element,
    inside = host,
  ): Level => ({
    next: dom.firstChild(from),
    rest: null,
    target: into,
    host: inside,
    opened,
  });

  if (treatment === 'drop') {
    const reason = DROPPED[name];
    if (reason) record.drop('snapshot', reason, () => dom.textContent(element) ?? '');
    return null;
  }
  if (treatment === 'noscript') {
    copier.noscript(element, target);
    return null;
  }
  if (treatment === 'slot') return slotted(element, host, children(target, false));
  const role = treatment === 'inline' ? null : dom.getAttribute(element, 'role');
  const unwanted = role === null ? undefined : ROLES[role];
  if (unwanted) {
    record.drop('snapshot', unwanted, () => dom.textContent(element) ?? '');
    return null;
  }
  const hidden = !styles.isShown(element, name) && !insideClosedDetails(element);
  if (hidden && !isWorthKeeping(element)) {
    record.drop('snapshot', 'hidden', () => dom.textContent(element) ?? '');
    return null;
  }
  if (treatment === 'image') {
    copier.image(element, target, []);
    return null;
  }
  if (treatment === 'picture') {
    copier.picture(element, target);
    return null;
  }
  if (treatment === 'media') {
    copier.media(element, target);
    return null;
  }
  if (treatment === 'frame') {
    const inner = hidden ? null : readableFrame(element);
    if (inner) return children(copier.box(target), true, inner, null);
    copier.frame(element, target);
    return null;
  }
  const shadow = dom.shadowRoot(element);
  const from = shadow ?? element;
  const inside = shadow ? element : host;
  if (depth > DEEPEST) {
    if (treatment !== 'unwrap' && treatment !== 'inline') copier.lineBreak(target);
    return children(target, false, from, inside);
  }
  const block = treatment === 'unwrap' && name !== 'form' && styles.isBlock(element);
  if (treatment === 'unwrap' && !block) {
    // A span that says its language or direction, or hides its text, has something to say.
    if (!hidden && !dom.getAttribute(element, 'dir')) return children(target, false, from, inside);
  }
  const copy = copier.element(
    element,
    block ? 'div' : name,
    block ? 'box' : treatment,
    target,
    role,
  );
  if (hidden) copy.setAttribute('data-hidden', '');
  return children(copy, true, from, inside);
}

/** What a page hangs into a component's slot; the slot's own content where it hangs nothing. */
function slotted(slot: Element, host: Element | null, own: Level): Level {
  if (!host) return own;
  const assigned = HTMLSlotElement.prototype.assignedNodes.call(slot as HTMLSlotElement);
  const [first, ...rest] = assigned;
  return first ? { ...own, next: first, rest, host: null } : own;
}

/** Hidden, but prose: links stand far apart in it. */
function isWorthKeeping(element: Element): boolean {
  const length = (dom.textContent(element) ?? '').length;
  return length >= 120 && length / (dom.countTags(element, 'a') + 1) >= 100;
}

/** What a closed `details` holds is there for whoever opens it. */
function insideClosedDetails(element: Element): boolean {
  const parent = dom.parentNode(element);
  return parent !== null && dom.nodeType(parent) === 1 && dom.localName(parent) === 'details';
}

/** The body of a frame of the page's own origin that holds text, not an ad's or a counter's. */
function readableFrame(frame: Element): Element | null {
  const inner = dom.frameDocument(frame);
  const body = inner && dom.bodyIn(inner);
  return body && (dom.textContent(body) ?? '').trim().length >= 400 ? body : null;
}

/** Ids that a link of the page leads to: footnotes and their way back. */
function linkedIds(page: Document): Set<string> {
  const links = Document.prototype.querySelectorAll.call(page, 'a[href^="#"]');
  const ids = new Set<string>();
  for (const link of links) ids.add((dom.getAttribute(link, 'href') ?? '').slice(1));
  ids.delete('');
  return ids;
}
