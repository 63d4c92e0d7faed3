import { Refused, type Fault } from './refusal.ts';

export type JsonElement = { value: unknown } | { faulty: Fault };

/** Of one element, in UTF-16 units: `validateArticle` takes 8 million of text, escapes take more. */
const MAX_ELEMENT = 32_000_000;
const MAX_DEPTH = 64;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The elements of a JSON list, one by one as the text comes in: a list of 200 MB never becomes one
 * string or one object. Each element is cut out by its brackets and read by `JSON.parse`.
 *
 * @param key the list is the whole text, or the value of this key of the outermost object
 */
export function jsonElements(key: string | null): {
  push(text: string): JsonElement[];
  end(): JsonElement[];
} {
  /** Brackets open around an element. */
  const around = key === null ? 1 : 2;
  let depth = 0;
  let deepest = 0;
  let inString = false;
  let escaped = false;
  /** Within the list that was asked for. */
  let inside = false;
  let found = false;
  /** The outermost bracket is closed: nothing may follow. */
  let closed = false;
  /** The element under way, of which `size` units were seen. */
  let kept = '';
  let size = 0;
  /** The last string on the outermost object's level, which a colon makes a key. */
  let name = '';
  let naming = false;
  let lastKey = '';

  const keep = (text: string): void => {
    size += text.length;
    if (size <= MAX_ELEMENT) kept += text;
  };

  const finish = (): JsonElement[] => {
    const [text, length, depthOf] = [kept, size, deepest];
    [kept, size, deepest] = ['', 0, 0];
    if (length > MAX_ELEMENT) return [{ faulty: 'too-large' }];
    if (depthOf - around > MAX_DEPTH) return [{ faulty: 'too-deep' }];
    if (text.trim() === '') return [];
    try {
      return [{ value: JSON.parse(text) as unknown }];
    } catch {
      return [{ faulty: 'malformed' }];
    }
  };

  const open = (code: number, at: number): void => {
    depth += 1;
    if (closed) throw new Refused('damaged');
    if (inside) deepest = Math.max(deepest, depth);
    else if (depth === 1 && (code === OPEN_LIST) !== (key === null)) {
      throw new Refused('not-recognised');
    } else if (depth === around && code === OPEN_LIST && lastKey === (key ?? '')) {
      inside = true;
      found = true;
      start = at + 1;
    }
  };

  let start = 0;
  const push = (text: string): JsonElement[] => {
    const elements: JsonElement[] = [];
    start = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) inString = naming = false;
        if (naming && name.length < 100) name += text[at]!;
      } else if (code === QUOTE) {
        inString = true;
        naming = !inside && depth === 1;
        if (naming) name = '';
      } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
        open(code, at);
      } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
        if (inside && depth === around) {
          if (code !== CLOSE_LIST) throw new Refused('damaged');
          keep(text.slice(start, at));
          elements.push(...finish());
          inside = false;
        }
        depth -= 1;
        if (depth < 0) throw new Refused('damaged');
        closed = depth === 0;
      } else if (code === COMMA && inside && depth === around) {
        keep(text.slice(start, at));
        start = at + 1;
        elements.push(...finish());
      } else if (code === COLON && !inside && depth === 1) {
        lastKey = name;
      } else if (depth === 0 && !isSpace(code)) {
        throw new Refused(closed ? 'damaged' : 'not-recognised');
      }
    }
    if (inside) keep(text.slice(start));
    return elements;
  };

  /** @throws Refused `truncated` where brackets are still open */
  const end = (): JsonElement[] => {
    if (depth > 0 || inString) throw new Refused('truncated');
    if (!found) throw new Refused('not-recognised');
    return [];
  };
  return { push, end };
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 10 || code === 13 || code === 9 || code === 0xfeff;
}
