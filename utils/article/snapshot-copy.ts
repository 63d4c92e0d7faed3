import * as dom from './dom.ts';
import { embedAddress, embedLink } from './embeds.ts';
import { imageAddress } from './images.ts';
import { BLOCK_NAMES, holdsBlock, snapshotName, type Treatment } from './tags.ts';

/** Builds the snapshot's tree, one node at a time. */
export interface Copier {
  text(data: string, target: Element): void;
  element(
    source: Element,
    name: string,
    treatment: Treatment,
    target: Element,
    role: string | null,
  ): Element;
  box(target: Element): Element;
  image(source: Element, target: Element, sources: readonly Element[]): void;
  picture(source: Element, target: Element): void;
  media(source: Element, target: Element): void;
  frame(source: Element, target: Element): void;
  noscript(source: Element, target: Element): void;
  /** A line break, also in place of the edge of a box that is not copied. */
  lineBreak(target: Element): void;
  /** An element's children are complete. */
  close(copy: Element): void;
}

/** Longer class lists are state and layout, not names. */
const LONGEST_CLASS = 160;
const BOXES = new Set('div section article main header footer aside details'.split(' '));
const MAY_BE_EMPTY = new Set('td th img br hr'.split(' '));

export function createCopier(document: Document, linked: ReadonlySet<string>): Copier {
  const create = document.createElement.bind(document);

  const image = (source: Element, target: Element, sources: readonly Element[]): boolean => {
    const address = imageAddress(source, sources);
    if (!address) return false;
    const copy = create('img');
    copy.setAttribute('src', address);
    copy.setAttribute('alt', (dom.getAttribute(source, 'alt') ?? '').trim());
    target.append(copy);
    return true;
  };

  return {
    text(data, target) {
      if (target.localName === 'pre') {
        target.append(data);
        return;
      }
      const text = data.replace(/[\s\u200b\ufeff]+/g, ' ');
      const last = target.lastChild;
      if (text === ' ' && (!last || isBlock(last))) return;
      if (text !== '') target.append(text);
    },

    element(source, name, treatment, target, role) {
      const copy = create(snapshotName(name, treatment));
      if (treatment === 'inline') copyInline(source, name, copy);
      else copyBlock(source, copy, role);
      const direction = dom.getAttribute(source, 'dir');
      if (direction) copy.setAttribute('dir', direction.toLowerCase());
      const language = dom.getAttribute(source, 'lang');
      if (language) copy.setAttribute('lang', language);
      if (linked.size > 0) {
        const id =
          dom.getAttribute(source, 'id') || (name === 'a' && dom.getAttribute(source, 'name'));
        if (id && linked.has(id)) copy.setAttribute('id', id);
      }
      target.append(copy);
      return copy;
    },

    box(target) {
      const copy = create('div');
      target.append(copy);
      return copy;
    },

    image: (source, target, sources) => void image(source, target, sources),

    picture(source, target) {
      const inner = dom.querySelector(source, 'img');
      if (inner) image(inner, target, dom.querySelectorAll(source, 'source'));
    },

    media(source, target) {
      const own = dom.getAttribute(source, 'src');
      const inner = dom.querySelector(source, 'source[src]');
      const address = own ?? (inner && dom.getAttribute(inner, 'src'));
      const link = address && embedLink(document, source, address, dom.localName(source));
      if (link) target.append(link);
    },

    frame(source, target) {
      const address = embedAddress(source);
      const link = address && embedLink(document, source, address, 'embed');
      if (link) target.append(link);
    },

    noscript(source, target) {
      const markup = dom.textContent(source) ?? '';
      if (!markup.includes('<img') || markup.length > 5000) return;
      if (target.lastElementChild?.localName === 'img') return;
      const inner = new DOMParser().parseFromString(markup, 'text/html');
      const found = inner.querySelector('img');
      const address = found && found.getAttribute('src');
      if (!address) return;
      // The parsed document has an address of its own; the picture's is the page's.
      const stand = create('img');
      stand.setAttribute('alt', (found.getAttribute('alt') ?? '').trim());
      const url = URL.canParse(address, dom.baseUri(source))
        ? new URL(address, dom.baseUri(source))
        : null;
      if (!url || !/^https?:$/.test(url.protocol) || imageAddress(found, []) === null) return;
      stand.setAttribute('src', url.href);
      target.append(stand);
    },

    lineBreak(target) {
      // Two of them would part paragraphs; what follows a block starts a line anyway.
      const last = target.lastElementChild;
      if (
        !target.lastChild ||
        (last === target.lastChild && (last.localName === 'br' || isBlock(last)))
      )
        return;
      target.append(create('br'));
    },

    close(copy) {
      const name = copy.localName;
      if (!copy.firstChild) {
        if (!MAY_BE_EMPTY.has(name) && !copy.hasAttribute('id')) copy.remove();
      } else if (!BLOCK_NAMES.has(name) && holdsBlock(copy)) {
        becomeBox(copy, create('div'));
      } else if (BOXES.has(name)) {
        foldInto(copy);
      }
    },
  };
}

function copyInline(source: Element, name: string, copy: Element): void {
  if (name === 'a') {
    const raw = dom.getAttribute(source, 'href');
    if (raw === null) return;
    copy.setAttribute('href', linkAddress(raw, source) ?? '#');
  } else if (name === 'time') {
    const moment = dom.getAttribute(source, 'datetime');
    if (moment) copy.setAttribute('datetime', moment);
  }
}

/** Absolute address of a link, or `#part` of the page; null for scripts and the like. */
function linkAddress(raw: string, link: Element): string | null {
  if (/^#./.test(raw)) return raw;
  const base = dom.baseUri(link);
  if (!URL.canParse(raw, base)) return null;
  const { href } = new URL(raw, base);
  return /^(?:https?|mailto|tel):/.test(href) ? href : null;
}

function copyBlock(source: Element, copy: Element, role: string | null): void {
  const names =
    `${dom.getAttribute(source, 'class') ?? ''} ${dom.getAttribute(source, 'id') ?? ''}`.trim();
  if (names) copy.setAttribute('class', names.slice(0, LONGEST_CLASS));
  if (role) copy.setAttribute('role', role);
  switch (copy.localName) {
    case 'td':
    case 'th':
      for (const name of ['colspan', 'rowspan']) {
        const span = dom.getAttribute(source, name);
        if (span && span !== '1') copy.setAttribute(name, span);
      }
      break;
    case 'ol': {
      const start = dom.getAttribute(source, 'start');
      if (start) copy.setAttribute('start', start);
      break;
    }
    case 'div':
    case 'section':
    case 'article': {
      const property = dom.getAttribute(source, 'itemprop');
      if (property) copy.setAttribute('itemprop', property);
      break;
    }
  }
}

/** A text-level element around blocks is a box; a link around blocks stays known as one (`data-card`). */
function becomeBox(copy: Element, box: Element): void {
  const address = copy.getAttribute('href');
  if (address) box.setAttribute('data-card', address);
  if (copy.hasAttribute('data-hidden')) box.setAttribute('data-hidden', '');
  copy.before(box);
  while (copy.firstChild) box.append(copy.firstChild);
  copy.remove();
}

/** A box around one box and nothing else becomes one with it: four hundred of them would cost Readability seconds. */
function foldInto(copy: Element): void {
  const only = copy.firstElementChild;
  if (!only || copy.firstChild !== only || only.nextSibling || !BOXES.has(only.localName)) return;
  // The one that says what it is (`main`, `article`) stays; of two `div`s the outer.
  const [kept, gone] = only.localName === 'div' ? [copy, only] : [only, copy];
  if (gone.localName !== 'div') return;
  for (const { name, value } of gone.attributes) {
    if (name !== 'class' && !kept.hasAttribute(name)) kept.setAttribute(name, value);
  }
  const names = [copy.getAttribute('class'), only.getAttribute('class')].filter(Boolean).join(' ');
  if (names) kept.setAttribute('class', names.slice(0, LONGEST_CLASS));
  if (kept === only) {
    copy.replaceWith(only);
  } else {
    while (only.firstChild) copy.append(only.firstChild);
    only.remove();
  }
}

function isBlock(node: Node): boolean {
  return node.nodeType === 1 && BLOCK_NAMES.has((node as Element).localName);
}
