import { oneLine } from './dom.ts';
import { decode } from './entities.ts';

/** What a page's JSON-LD says of its article, as printed there; empty strings and lists where it is silent. */
export interface JsonLd {
  headline: string;
  authors: string[];
  published: string;
  modified: string;
  publisher: string;
  webSite: string;
  image: string;
  language: string;
}

type Thing = Record<string, unknown>;

const ARTICLE = /(?:Article|Posting|Report|Review|CreativeWork)$/;
const PAGE = /(?:Web|Item)Page$/;
/** Graphs deeper than this refer to themselves or are hostile. */
const DEEPEST = 12;

/** `scripts`: the texts of the page's `application/ld+json` elements. Never throws; what cannot be read says nothing. */
export function readJsonLd(scripts: readonly string[]): JsonLd {
  const things = scripts.flatMap((script) => collect(parse(script), 0));
  const ofType = (type: RegExp) => things.filter((thing) => type.test(text(thing['@type'])));
  const [article = {}] = ofType(ARTICLE);
  // The page's own description dates the page; it stands in for an article that is not described.
  const sources = [article, ...ofType(PAGE)];
  /** What an `@id` refers to, where it stands for the thing itself. */
  const resolve = (value: unknown): unknown => {
    const id = isThing(value) && !('name' in value || 'url' in value) && text(value['@id']);
    return (id && things.find((thing) => 'name' in thing && text(thing['@id']) === id)) || value;
  };
  const read = (key: string, inner?: string) => {
    for (const source of sources) {
      const [value] = [resolve(source[key])].flat();
      const found = text(isThing(value) && inner ? value[inner] : value);
      if (found) return found;
    }
    return '';
  };
  const authors = [article['author'] ?? article['creator']].flat().map((author) => {
    const named = resolve(author);
    return text(isThing(named) ? named['name'] : named);
  });
  return {
    headline: text(article['headline']) || text(article['name']),
    authors: authors.filter(Boolean),
    published: read('datePublished') || read('dateCreated'),
    modified: read('dateModified'),
    publisher: read('publisher', 'name'),
    webSite: text(ofType(/^WebSite$/).find(({ name }) => name)?.['name']),
    image: read('image', 'url') || read('thumbnailUrl'),
    language: read('inLanguage'),
  };
}

/** Pages break JSON with raw line breaks in strings, closing commas, stray escapes, comment or CDATA wrappers. */
function parse(script: string): unknown {
  const data = script.replace(/<!\[CDATA\[|\]\]>/g, '');
  const bare = data.slice(
    Math.max(0, data.search(/[[{]/)),
    Math.max(data.lastIndexOf('}'), data.lastIndexOf(']')) + 1,
  );
  for (const mend of [false, true]) {
    try {
      return JSON.parse(
        mend
          ? bare
              // eslint-disable-next-line no-control-regex -- control characters are what is mended
              .replace(/[\u0000-\u001f]+/g, ' ')
              .replace(/,\s*([}\]])/g, '$1')
              .replace(/\\(?!["\\/bfnrtu])/g, '')
          : bare,
      ) as unknown;
    } catch {
      // The more forgiving reading; then the script says nothing.
    }
  }
  return null;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The described things, and those in them; lists of other pages' things left out. */
function collect(value: unknown, depth: number): Thing[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => collect(item, depth + 1));
  if (!isThing(value)) return [];
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage', 'publisher', 'author'];
  return [value, ...inner.flatMap((key) => collect(value[key], depth + 1))];
}

/** A string, a number, or the first of a list, be it in lists. */
function text(value: unknown, depth = 0): string {
  if (Array.isArray(value)) return depth > DEEPEST ? '' : text(value[0], depth + 1);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? oneLine(decode(value)) : '';
}
