/** What a page's JSON-LD says of its article, as printed there; empty strings and lists where it is silent. */
export interface JsonLd {
  headline: string;
  authors: JsonLdAuthor[];
  published: string;
  modified: string;
  publisher: string;
  webSite: string;
  image: string;
  language: string;
}
export interface JsonLdAuthor {
  name: string;
  organization: boolean;
}

type Thing = Record<string, unknown>;

const ARTICLE = /Article|BlogPosting|^Report$|Posting$|^Review$|CreativeWork$/;
const PAGE = /WebPage$|^ItemPage$/;
const ORGANISATION = /Organization|Newspaper|Corporation|WebSite/;
/** Graphs deeper than this refer to themselves or are hostile. */
const DEEPEST = 12;

/** `scripts`: the texts of the page's `application/ld+json` elements. Never throws; what cannot be read says nothing. */
export function readJsonLd(scripts: string[]): JsonLd {
  const things = scripts.flatMap((script) => collect(parse(script), 0));
  const articles = things.filter(
    (thing) => ARTICLE.test(typeOf(thing)) && !PAGE.test(typeOf(thing)),
  );
  // The page's own description dates the page; it stands in for an article that is not described.
  const sources = [...articles.slice(0, 1), ...things.filter((thing) => PAGE.test(typeOf(thing)))];
  const byId = new Map(things.map((thing) => [text(thing['@id']), thing]));
  const first = (read: (thing: Thing) => string) => sources.map(read).find((value) => value) ?? '';
  const article = articles[0];
  return {
    headline: article ? text(article.headline) || text(article.name) : '',
    authors: article ? authorsOf(article, byId) : [],
    published: first((thing) => text(thing.datePublished) || text(thing.dateCreated)),
    modified: first((thing) => text(thing.dateModified)),
    publisher: first((thing) => nameOf(thing.publisher, byId)),
    webSite:
      things
        .filter((thing) => typeOf(thing) === 'WebSite')
        .map((thing) => text(thing.name))
        .find(Boolean) ?? '',
    image: first((thing) => imageOf(thing.image ?? thing.thumbnailUrl, byId)),
    language: first((thing) => text(thing.inLanguage)),
  };
}

/** Pages break JSON with raw line breaks in strings, closing commas, comment or CDATA wrappers, a stray semicolon. */
function parse(script: string): unknown {
  const data = script.replace(/<!\[CDATA\[|\]\]>/g, '');
  const bare = data.slice(
    Math.max(0, data.search(/[[{]/)),
    Math.max(data.lastIndexOf('}'), data.lastIndexOf(']')) + 1,
  );
  // eslint-disable-next-line no-control-regex -- control characters are what is mended
  const mended = () => bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1');
  for (const candidate of [() => bare, mended, () => mended().replace(/\\(?!["\\/bfnrtu])/g, '')]) {
    try {
      return JSON.parse(candidate()) as unknown;
    } catch {
      // The next, more forgiving reading; none of them: the script says nothing.
    }
  }
  return null;
}

function collect(value: unknown, depth: number): Thing[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => collect(item, depth + 1));
  const thing = value as Thing;
  const inner = [
    '@graph',
    'mainEntity',
    'mainEntityOfPage',
    'hasPart',
    'publisher',
    'author',
  ].flatMap((key) => collect(thing[key], depth + 1));
  return [thing, ...inner];
}

function typeOf(thing: Thing): string {
  return text(thing['@type']).replace(/^.*[/#:]/, '');
}

function authorsOf(article: Thing, byId: Map<string, Thing>): JsonLdAuthor[] {
  const named = article.author ?? article.creator;
  return (Array.isArray(named) ? named : [named]).flatMap((author: unknown) => {
    const name = nameOf(author, byId);
    return name ? [{ name, organization: ORGANISATION.test(typeOf(resolve(author, byId))) }] : [];
  });
}

function nameOf(value: unknown, byId: Map<string, Thing>): string {
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) return nameOf(value[0], byId);
  const thing = resolve(value, byId);
  return text(thing.name) || text(thing.alternateName);
}

function resolve(value: unknown, byId: Map<string, Thing>): Thing {
  if (typeof value !== 'object' || value === null) return {};
  const thing = value as Thing;
  return 'name' in thing ? thing : (byId.get(text(thing['@id'])) ?? thing);
}

function imageOf(value: unknown, byId: Map<string, Thing>): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return imageOf(value[0], byId);
  if (typeof value !== 'object' || value === null) return '';
  const thing = value as Thing;
  const resolved =
    'url' in thing || 'contentUrl' in thing ? thing : (byId.get(text(thing['@id'])) ?? thing);
  return text(resolved.url) || text(resolved.contentUrl);
}

/** A string, the first of a list, or the value of `{ "@value": … }`. */
function text(value: unknown): string {
  if (typeof value === 'string') return oneLine(decode(value));
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return text(value[0]);
  if (typeof value === 'object' && value !== null && '@value' in value)
    return text(value['@value']);
  return '';
}

const ENTITIES: Record<string, string> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
};

/** JSON-LD and meta values are often escaped once too often (`&quot;`, `&#8220;`). */
export function decode(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal: string, hex: string, name: string) => {
      const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : 0;
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
      return ENTITIES[name?.toLowerCase()] ?? whole;
    },
  );
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
