import { decode } from '../../article/metadata/entities.ts';

/** A piece of an HTML file as it goes by. Names in lower case. */
export type MarkupPart =
  | { text: string }
  | { open: string; attributes: () => Map<string, string> }
  | { close: string };

/** Of a longer tag, an icon written into it for instance, only the beginning is read: the address stands first. */
const MAX_TAG = 1_000_000;

/** Their content is no markup. */
const RAW = new Set(['script', 'style', 'template', 'svg']);

/**
 * The tags and texts of an HTML file, as the file comes in. Bookmark files are lists of links that
 * no parser's repairs are needed for; this one holds nothing but the tag under way, works in a
 * worker, and never builds a document of a hundred thousand nodes. Texts come in pieces, their
 * character references not yet read, so that none is torn apart.
 */
export function markupTags(): { push(text: string): MarkupPart[]; end(): { whole: boolean } } {
  let state: 'text' | 'tag' | 'comment' = 'text';
  let tag = '';
  let quote = '';
  /** What a quote must follow to open a value: an apostrophe elsewhere is a letter. */
  let last = '';
  let raw = '';

  const keep = (text: string): void => {
    if (tag.length < MAX_TAG) tag += text;
  };

  const finish = (parts: MarkupPart[]): void => {
    const found = /^(\/?)([a-z][^\s/>]*)/iu.exec(tag);
    const name = found?.[2]?.toLowerCase() ?? '';
    const closes = found?.[1] === '/';
    if (raw !== '') {
      if (closes && name === raw) raw = '';
    } else if (found && closes) parts.push({ close: name });
    else if (found) {
      if (RAW.has(name)) raw = name;
      const rest = tag.slice(found[0].length);
      parts.push({ open: name, attributes: () => attributesOf(rest) });
    }
    [state, tag, quote, last] = ['text', '', '', ''];
  };

  const push = (text: string): MarkupPart[] => {
    const parts: MarkupPart[] = [];
    let at = 0;
    while (at < text.length) {
      if (state === 'text') {
        const to = indexOrEnd(text, '<', at);
        if (to > at && raw === '') parts.push({ text: text.slice(at, to) });
        at = to + 1;
        if (to < text.length) {
          state = 'tag';
          const short = shortTag(text, at);
          if (short !== null) {
            tag = short;
            at += short.length + 1;
            finish(parts);
          }
        }
      } else if (state === 'comment') {
        const to = indexOrEnd(text, '>', at);
        tag = (tag + text.slice(Math.max(at, to - 2), to)).slice(-2);
        at = to + 1;
        if (to < text.length) {
          if (tag === '--') finish(parts);
          else tag = '';
        }
      } else if (quote !== '') {
        const to = indexOrEnd(text, quote, at);
        keep(text.slice(at, to + 1));
        if (to < text.length) [quote, last] = ['', quote];
        at = to + 1;
      } else {
        const sign = text[at]!;
        at += 1;
        if (sign === '>') finish(parts);
        else {
          if ((sign === '"' || sign === "'") && last === '=' && raw === '') quote = sign;
          if (sign.trim() !== '') last = sign;
          keep(sign);
          if (tag === '!--' && raw === '') [state, tag] = ['comment', ''];
        }
      }
    }
    return parts;
  };

  return { push, end: () => ({ whole: state === 'text' && raw === '' }) };
}

function indexOrEnd(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}

/** A tag that ends soon and has nothing in it that could hide its end: most tags. */
function shortTag(text: string, from: number): string | null {
  const found = text.slice(from, from + 40).indexOf('>');
  if (found < 0) return null;
  const tag = text.slice(from, from + found);
  return /["'!]/u.test(tag) ? null : tag;
}

const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;

/** The first of two equal names counts, as in HTML. */
function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name!.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decode(double ?? single ?? bare ?? ''));
  }
  return attributes;
}
