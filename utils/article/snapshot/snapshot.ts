import type { RemovalReason } from '../article.ts';
import { headsDisclosure, isAccordion, isInsideDisclosure } from './disclosure.ts';
import * as dom from '../page/dom.ts';
import * as copy from './copy.ts';
import { asksForAddress, noteAnswer, noteQuestion } from './questions.ts';
import type { RemovalRecord } from '../removals.ts';
import { textInside } from './selection.ts';
import { holdsArticle, isWorthKeeping, readableFrame } from './worth.ts';
import { treatmentOf } from './tags.ts';
import { stylesIn, type Styles } from './styles.ts';
import { TreeElement } from './tree.ts';

/** The page as it can be read: a tree of its own, over which the page's ids and names have no power. */
export interface Snapshot {
  body: TreeElement;
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

/** What stays the same all along the walk. */
interface Walk {
  styles: Styles;
  record: RemovalRecord;
}

/** Where the walk stands: a list of children still to visit, and where their copies go. */
interface Level {
  next: Node | null;
  /** Children that are no siblings of each other: those assigned to a slot. */
  rest: Node[] | null;
  target: TreeElement;
  host: Element | null;
  opened: boolean;
  /** Stands in a box that is not shown, for which it was decided to keep it. */
  judged: boolean;
  /** Those that reach into it; null where all is read. */
  ranges: readonly Range[] | null;
}

/**
 * One walk over the live page, which stays as it is. Hidden parts come along, marked, when they
 * hold enough prose to be the only copy of a text; later steps decide between copies. With
 * `ranges` only what lies in them.
 */
export function takeSnapshot(
  page: Document,
  root: Node,
  record: RemovalRecord,
  { ranges = null, limits = LIMITS }: { ranges?: Level['ranges']; limits?: SnapshotLimits } = {},
): Snapshot {
  const body = new TreeElement('body');
  const walk: Walk = { styles: stylesIn(page), record };
  const deadline = performance.now() + limits.time;
  const levels: Level[] = [];
  let level: Level = { ...levelIn(root, body, false, null, false), ranges };
  let visited = 0;
  let tooLarge = false;

  for (;;) {
    const node = level.next;
    if (!node) {
      const parent = levels.pop();
      if (!parent) break;
      if (level.opened) copy.closeElement(level.target);
      level = parent;
      continue;
    }
    level.next = level.rest ? (level.rest.shift() ?? null) : dom.nextSibling(node);
    if (++visited > limits.nodes || (visited % 2048 === 0 && performance.now() > deadline)) {
      tooLarge = true;
      break;
    }
    const within = level.ranges?.filter((range) => range.intersectsNode(node)) ?? null;
    if (within?.length === 0) continue;
    const type = dom.nodeType(node);
    const data = type === 3 ? (within ? textInside(node, within) : dom.dataIn(node)) : '';
    if (type === 3) copyText(data, node, level.target, walk.styles);
    if (type !== 1) continue;
    const inner = enter(node as Element, level, walk, levels.length);
    if (inner) {
      levels.push(level);
      level = within ? { ...inner, ranges: within } : inner;
    }
  }
  return { body, tooLarge };
}

/** A line feed between words, not one that only wraps the markup. */
const INNER_LINE_FEED = /\S[^\S\n]*\n\s*\S/;

/** A text; line feeds that the page shows as line breaks become such. */
function copyText(data: string, node: Node, target: TreeElement, styles: Styles): void {
  const wrapped = data.length > 40 && INNER_LINE_FEED.test(data);
  const parent = wrapped && target.localName !== 'pre' ? dom.parentElement(node) : null;
  if (!parent || !styles.keepsLines(parent)) {
    copy.addText(data, target);
    return;
  }
  for (const [index, line] of data.split('\n').entries()) {
    if (index > 0) copy.addLineBreak(target);
    copy.addText(line, target);
  }
}

/** Copies an element, or what stands for it; returns the level of its children, or null where none are to be visited. */
function enter(element: Element, level: Level, walk: Walk, depth: number): Level | null {
  const { styles, record } = walk;
  const name = dom.localName(element);
  const treatment = treatmentOf(name);
  const { target, host } = level;

  // A question that opens its answer is the button of a heading.
  if (name === 'button' && /^(?:h[1-6]|dt)$/.test(target.localName))
    return levelIn(element, target, false, host, level.judged);
  if (headsDisclosure(element, name))
    return levelIn(
      element,
      copy.addElement(element, 'h4', 'block', target, { bare: true, role: null }),
      true,
      host,
      level.judged,
    );
  if (treatment === 'drop') {
    const reason = DROPPED[name];
    if (reason) record.drop('snapshot', reason, () => dom.textContent(element) ?? '');
    else if (name === 'input') noteQuestion(element, target);
    else if (name === 'label') noteAnswer(element, target);
    return null;
  }
  if (treatment === 'noscript') {
    copy.addNoscript(element, target);
    return null;
  }
  if (treatment === 'slot') return slotted(element, level);
  const bare = !dom.hasAttributes(element);
  const role = bare || treatment === 'inline' ? null : dom.getAttribute(element, 'role');
  const unwanted = role === null ? undefined : ROLES[role];
  if (unwanted && !(role === 'dialog' && holdsArticle(element)) && !isAccordion(element, role)) {
    record.drop('snapshot', unwanted, () => dom.textContent(element) ?? '');
    return null;
  }
  // What stands in a box that is not shown was judged with it.
  const shown = level.judged || styles.isShown(element, name, bare);
  const hides = !shown && !isInsideDisclosure(element);
  if (hides && !isWorthKeeping(element, name)) {
    record.drop('snapshot', 'hidden', () => dom.textContent(element) ?? '');
    return null;
  }
  const judged = level.judged || !shown;
  switch (treatment) {
    case 'image':
      copy.addImage(element, target, []);
      return null;
    case 'picture':
      copy.addPicture(element, target);
      return null;
    case 'media':
      copy.addMedia(element, target);
      return null;
    case 'frame': {
      const inner = judged || name !== 'iframe' ? null : readableFrame(element);
      if (inner) return levelIn(inner, copy.addBox(target), true, null, false);
      copy.addFrame(element, target);
      return null;
    }
  }
  const shadow = treatment === 'box' || name === 'span' ? dom.shadowRoot(element) : null;
  const from = shadow ?? element;
  const inside = shadow ? element : host;
  if (depth > DEEPEST) {
    if (treatment !== 'unwrap' && treatment !== 'inline') copy.addLineBreak(target);
    return levelIn(from, target, false, inside, judged);
  }
  const asks = name === 'form' && asksForAddress(element);
  if (!bare && (treatment === 'unwrap' || treatment === 'inline'))
    copy.partFromLast(element, target);
  const block = treatment === 'unwrap' && (asks || startsLine(element, name, target, styles));
  if (treatment === 'unwrap' && !block) {
    // A span that says its direction, or hides its text, has something to say.
    if (!hides && (bare || !dom.getAttribute(element, 'dir')))
      return levelIn(from, target, false, inside, judged);
  }
  const made = copy.addElement(element, name, block ? 'box' : treatment, target, { bare, role });
  if (hides) made.setAttribute('data-hidden', '');
  if (asks) made.setAttribute('data-asks', 'form');
  return levelIn(from, made, true, inside, judged);
}

function levelIn(
  from: Node,
  target: TreeElement,
  opened: boolean,
  host: Element | null,
  judged: boolean,
): Level {
  return { next: dom.firstChild(from), rest: null, target, host, opened, judged, ranges: null };
}

/** Whether a text-level element stands in lines of its own. Alone in its box it makes no difference. */
function startsLine(element: Element, name: string, target: TreeElement, styles: Styles): boolean {
  if (name === 'form' || (!target.firstChild && !dom.nextSibling(element))) return false;
  if (!styles.isBlock(element)) return false;
  const set = styles.setInLine(element);
  if (set === 'spaced') copy.addText(' ', target);
  return set === null;
}

/** What a page hangs into a component's slot; the slot's own content where it hangs nothing. */
function slotted(slot: Element, { target, host, judged }: Level): Level {
  const own = levelIn(slot, target, false, host, judged);
  if (!host || !dom.isHtml(slot)) return own;
  const assigned = HTMLSlotElement.prototype.assignedNodes.call(slot as HTMLSlotElement);
  const [first, ...rest] = assigned;
  return first ? { ...own, next: first, rest, host: null } : own;
}
