/**
 * What may enter a document: every element, and for each the attributes it may carry with the
 * function that decides their value. What is not named here does not exist for a reader.
 */

/** What an attribute's value is judged by. */
export interface AttributeContext {
  /** Address relative links are resolved against, and in-page links recognised by; null: only absolute links are kept. */
  baseUrl: string | null;
  /** `none`: nothing that could be requested from a network is kept. */
  images: 'network' | 'none';
}

/** The value to keep, or null to drop the attribute. */
type AttributeRule = (value: string, context: AttributeContext) => string | null;

/** Ids of an article and the links to them live under this prefix, so that they never meet the page's own. */
const ID_PREFIX = 'wq-';

const asIs: AttributeRule = (value) => value;
const present: AttributeRule = () => '';
const wholeNumber: AttributeRule = (value) => (/^-?\d{1,5}$/u.test(value) ? value : null);
const positiveNumber: AttributeRule = (value) => (/^[1-9]\d{0,3}$/u.test(value) ? value : null);
const oneOf =
  (...words: string[]): AttributeRule =>
  (value) =>
    words.includes(value) ? value : null;

const language: AttributeRule = (value) =>
  /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/iu.test(value) ? value : null;

const id: AttributeRule = (value) =>
  value === '' || /\s/u.test(value) ? null : withPrefix(value.toWellFormed());

const link: AttributeRule = (value, { baseUrl }) => {
  if (value.trim() === '#') return null;
  return (
    inPageLink(value, baseUrl) ??
    addressOf(value, baseUrl, ['http:', 'https:', 'mailto:', 'tel:'])?.href ??
    null
  );
};

const citation: AttributeRule = (value, { baseUrl }) =>
  addressOf(value, baseUrl, ['http:', 'https:'])?.href ?? null;

/** SVG is left out: it is a document of its own, with links and styles inside. */
const INLINE_PICTURE = /^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/iu;

const picture: AttributeRule = (value, { baseUrl, images }) => {
  const trimmed = value.trim();
  if (INLINE_PICTURE.test(trimmed)) return trimmed;
  const address = addressOf(trimmed, baseUrl, ['http:', 'https:', 'blob:']);
  if (!address) return null;
  return images === 'network' || address.protocol === 'blob:' ? address.href : null;
};

/** Where a picture that may not be requested came from, for a view that has its own copy. */
const pictureSource: AttributeRule = (value, { baseUrl, images }) =>
  images === 'none' ? (addressOf(value, baseUrl, ['http:', 'https:'])?.href ?? null) : null;

const GLOBAL_ATTRIBUTES: Record<string, AttributeRule> = {
  dir: oneOf('rtl', 'ltr', 'auto'),
  lang: language,
  title: asIs,
  id,
  'data-warraq': asIs,
};

const NONE: Record<string, AttributeRule> = {};
const CELL = { colspan: positiveNumber, rowspan: positiveNumber };

/** Element name → the attributes it may carry besides the global ones. */
const ELEMENTS: Record<string, Record<string, AttributeRule>> = {
  ...Object.fromEntries(
    (
      'p h2 h3 h4 h5 h6 ul dl dt dd figure figcaption picture table thead tbody tfoot tr caption ' +
      'pre code kbd samp var strong b em i u s sub sup small mark abbr bdi bdo ruby rt rp br hr ' +
      'details summary'
    )
      .split(' ')
      .map((name) => [name, NONE]),
  ),
  a: { href: link },
  blockquote: { cite: citation },
  q: { cite: citation },
  cite: NONE,
  time: { datetime: asIs },
  ol: { start: wholeNumber, reversed: present, type: oneOf('1', 'a', 'A', 'i', 'I') },
  li: { value: wholeNumber },
  td: CELL,
  th: { ...CELL, scope: oneOf('row', 'col', 'rowgroup', 'colgroup') },
  img: { alt: asIs, src: picture, 'data-src': pictureSource },
};

export const ALLOWED_ELEMENTS: ReadonlySet<string> = new Set(Object.keys(ELEMENTS));

export const ALLOWED_ATTRIBUTES: readonly string[] = [
  ...new Set([GLOBAL_ATTRIBUTES, ...Object.values(ELEMENTS)].flatMap(Object.keys)),
];

/** The value an attribute may keep on an element, or null. Names in lower case. */
export function allowedValue(
  element: string,
  attribute: string,
  value: string,
  context: AttributeContext,
): string | null {
  const rule = ruleOf(ELEMENTS[element], attribute) ?? ruleOf(GLOBAL_ATTRIBUTES, attribute);
  return rule ? rule(value, context) : null;
}

/** `Object.hasOwn`, because a page may name an attribute `constructor`. */
function ruleOf(
  rules: Record<string, AttributeRule> | undefined,
  attribute: string,
): AttributeRule | undefined {
  return rules && Object.hasOwn(rules, attribute) ? rules[attribute] : undefined;
}

/** Parsed by the browser's own parser, so that no trick of white space or escapes is judged differently than it is followed. */
function addressOf(value: string, baseUrl: string | null, protocols: string[]): URL | null {
  const base = baseUrl ?? undefined;
  if (value.trim() === '' || !URL.canParse(value, base)) return null;
  const address = new URL(value, base);
  return protocols.includes(address.protocol) ? address : null;
}

/** `#part`, also written with the article's own address, as a link to the part's id here; else null. */
function inPageLink(value: string, baseUrl: string | null): string | null {
  const fragment = fragmentOf(value.trim(), baseUrl);
  if (!fragment) return null;
  return `#${encodeURIComponent(withPrefix(decoded(fragment).toWellFormed()))}`;
}

function fragmentOf(value: string, baseUrl: string | null): string | null {
  if (value.startsWith('#')) return value.slice(1);
  if (baseUrl === null || !URL.canParse(value, baseUrl) || !URL.canParse(baseUrl)) return null;
  const target = new URL(value, baseUrl);
  const fragment = target.hash.slice(1);
  target.hash = '';
  const own = new URL(baseUrl);
  own.hash = '';
  return target.href === own.href ? fragment : null;
}

function withPrefix(name: string): string {
  return name.startsWith(ID_PREFIX) ? name : ID_PREFIX + name;
}

/** A fragment is followed decoded; one that is not valid percent-encoding is followed as written. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
