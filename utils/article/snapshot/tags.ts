import type { TreeElement } from './tree.ts';

/** What becomes of an element on its way into the snapshot. */
export type Treatment =
  /** Never copied, nor anything in it. */
  | 'drop'
  /** Not copied; its children move up. */
  | 'unwrap'
  /** Text-level: stays inside its paragraph. */
  | 'inline'
  /** A box of the page's layout. */
  | 'box'
  /** A block with a meaning of its own. */
  | 'block'
  | 'image'
  | 'picture'
  | 'media'
  | 'frame'
  | 'noscript'
  | 'slot';

const NAMES: Record<Treatment, string> = {
  drop:
    'script style template link meta head title base svg canvas map area object embed param track ' +
    'input select textarea button option optgroup datalist meter progress label legend ' +
    'dialog annotation annotation-xml rp nav search noframes',
  unwrap: 'output form span font tt big nobr blink acronym semantics data ins rb rtc',
  inline:
    'a b strong i em u s strike del sub sup small mark abbr cite code kbd samp var q time bdi bdo ' +
    'ruby rt dfn br',
  box:
    'div section article main header footer aside center fieldset hgroup address body details ' +
    'summary marquee',
  block:
    'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote figure figcaption table caption thead tbody ' +
    'tfoot tr td th pre hr menu',
  image: 'img amp-img amp-anim',
  picture: 'picture',
  media: 'video audio',
  frame: 'iframe amp-iframe amp-youtube amp-twitter amp-instagram amp-facebook',
  noscript: 'noscript',
  slot: 'slot',
};

const TREATMENTS = new Map<string, Treatment>(
  Object.entries(NAMES).flatMap(([treatment, names]) =>
    names.split(' ').map((name) => [name, treatment as Treatment] as const),
  ),
);

/**
 * An element nobody knows is a box: sites build their columns of custom elements. Formulas stand in
 * the middle of sentences; their elements begin with the same letter (MathML Core, 2.1).
 */
export function treatmentOf(name: string): Treatment {
  return TREATMENTS.get(name) ?? (/^m[a-z]+$/.test(name) ? 'unwrap' : 'box');
}

const SAME_NAME = new Set('div section article main header footer aside details'.split(' '));
const RENAMED: Record<string, string> = { strike: 's', menu: 'ul', dfn: 'em' };

/** The name an element has in the snapshot: boxes without a meaning of their own are all `div`. */
export function snapshotName(name: string, treatment: Treatment): string {
  if (treatment === 'box') return SAME_NAME.has(name) ? name : 'div';
  return RENAMED[name] ?? name;
}

/** Elements in the snapshot that start a line of their own. */
export const BLOCK_NAMES = new Set(
  `${NAMES.box} ${NAMES.block}`.split(' ').filter((name) => name !== 'body'),
);

/** Whether an element of the snapshot has a block among its children. */
export function holdsBlock(element: TreeElement): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1 && BLOCK_NAMES.has(child.localName)) return true;
  }
  return false;
}

/** Whether something to look at is in an element: a picture, or the link that stands for an embed. */
export function holdsPicture(element: TreeElement): boolean {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    if (child.localName === 'img' || child.hasAttribute('data-warraq')) return true;
    if (holdsPicture(child)) return true;
  }
  return false;
}
