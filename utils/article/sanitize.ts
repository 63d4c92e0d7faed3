import createDOMPurify, { type Config, type DOMPurify } from 'dompurify';
import {
  ALLOWED_ATTRIBUTES,
  ALLOWED_ELEMENTS,
  allowedValue,
  type AttributeContext,
} from './allow-list.ts';
import { normalizeContainers, CONTAINERS } from './containers.ts';

export interface SanitizeOptions {
  /** The document the result will stand in; it must have a window. */
  document: Document;
  /** `none`: no picture is left that could be requested; its address waits in `data-src`. */
  images: 'network' | 'none';
  /** Address of the article: resolves relative links and recognises links into the article itself. */
  baseUrl?: string | null;
}

const CONFIG = {
  // `body` is where DOMPurify parses: were it not allowed, all of it would be cloned first.
  ALLOWED_TAGS: [...ALLOWED_ELEMENTS, ...CONTAINERS, 'body'],
  ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  /** DOMPurify's default and `blob:`; `allowedValue` narrows it element by element afterwards. */
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel|blob):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  ADD_URI_SAFE_ATTR: ['data-warraq', 'id', 'datetime'],
  RETURN_DOM_FRAGMENT: true,
} satisfies Config;

const NO_DOM = 'sanitizeArticle needs a document with a window: there is none here';

const purifiers = new WeakMap<Window, DOMPurify>();

/**
 * The only door for HTML into a document, an export or the clipboard. Whatever the string holds,
 * the fragment holds nothing but the elements and attributes of `allow-list.ts`; texts between
 * elements that are dropped stay. Links leave in a new tab without a referrer; links into the
 * article stay inside it.
 *
 * The fragment belongs to an inert document: nothing loads before it is inserted.
 *
 * @throws Error where there is no DOM to parse with (a service worker).
 */
export function sanitizeArticle(html: string, options: SanitizeOptions): DocumentFragment {
  const context: AttributeContext = { baseUrl: options.baseUrl ?? null, images: options.images };
  // Null where the string parses to a document without a body: a frameset.
  const purified = purifierOf(options.document).sanitize(html, CONFIG) as DocumentFragment | null;
  const fragment = purified ?? options.document.createDocumentFragment();
  normalizeContainers(fragment);
  for (const element of fragment.querySelectorAll('*')) {
    // Asked again, so that the promise does not rest on one library's walk.
    if (ALLOWED_ELEMENTS.has(element.localName)) keepAllowedAttributes(element, context);
    else element.remove();
  }
  return fragment;
}

/** One instance a window, without hooks: nothing of one call is left for the next. */
function purifierOf(document: Document | undefined): DOMPurify {
  const window = document?.defaultView;
  if (!window) throw new Error(NO_DOM);
  const known = purifiers.get(window);
  if (known) return known;
  const purifier = createDOMPurify(window);
  if (!purifier.isSupported) throw new Error(NO_DOM);
  purifiers.set(window, purifier);
  return purifier;
}

function keepAllowedAttributes(element: Element, context: AttributeContext): void {
  const name = element.localName;
  const isPicture = name === 'img';
  const source = isPicture
    ? (element.getAttribute('src') ?? element.getAttribute('data-src'))
    : null;
  for (const attribute of Array.from(element.attributes)) {
    const value = allowedValue(name, attribute.name, attribute.value, context);
    if (value === null) element.removeAttribute(attribute.name);
    else if (value !== attribute.value) element.setAttribute(attribute.name, value);
  }
  if (isPicture) finishPicture(element, source, context);
  if (name === 'a') finishLink(element);
}

function finishPicture(picture: Element, source: string | null, context: AttributeContext): void {
  const kept = source !== null && !picture.hasAttribute('src');
  const held = kept ? allowedValue('img', 'data-src', source, context) : null;
  if (held !== null) picture.setAttribute('data-src', held);
  if (!['src', 'data-src', 'alt'].some((name) => picture.getAttribute(name))) {
    picture.remove();
    return;
  }
  picture.setAttribute('loading', 'lazy');
  picture.setAttribute('decoding', 'async');
  picture.setAttribute('referrerpolicy', 'no-referrer');
}

function finishLink(link: Element): void {
  const address = link.getAttribute('href');
  if (address === null || address.startsWith('#')) return;
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
}
