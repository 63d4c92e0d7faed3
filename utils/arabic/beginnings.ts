/** Characters of a beginning: enough that most words of a text begin no phrase. */
const LONGEST = 4;

/** What groups and parts alternatives. */
const SIGN = /[()|]/g;

/**
 * The beginnings of all that a pattern matches: of four characters, of fewer where anything may
 * follow. Of patterns' signs it knows those that phrases are written with: `(a|b)`, `[ab]`, `\S`,
 * `\d`, `?`, `*`, `+` and `{m,n}`.
 */
export function beginningsOf(pattern: string): Set<string> {
  const beginnings = new Set<string>();
  let at = 0;

  // Each takes what may stand before it and gives what may then stand there, as far as it is too short.
  const alternatives = (before: string[]): string[] => {
    const all = sequence(before);
    while (pattern[at] === '|') {
      at++;
      all.push(...sequence(before));
    }
    return all;
  };
  const sequence = (before: string[]): string[] => {
    let begun = before;
    while (begun.length > 0) {
      const sign = pattern[at];
      if (sign === undefined || sign === '|' || sign === ')') return [...begun];
      begun = repeated(begun, atom(begun, sign));
    }
    at = endOfSequence(pattern, at);
    return [];
  };
  const atom = (before: string[], sign: string): string[] => {
    at++;
    if (sign === '(') {
      const inner = alternatives(before);
      at++;
      return inner;
    }
    if (sign === '\\') {
      at++;
      end(before);
      return [];
    }
    if (sign !== '[') return extended(before, sign);
    const close = pattern.indexOf(']', at);
    const letters = pattern.slice(at, close).split('');
    at = close + 1;
    return letters.flatMap((letter) => extended(before, letter));
  };
  const repeated = (before: string[], once: string[]): string[] => {
    const sign = pattern[at];
    if (sign !== '?' && sign !== '*' && sign !== '+' && sign !== '{') return once;
    const mayLack = sign === '?' || sign === '*' || pattern.startsWith('{0', at);
    at = sign === '{' ? pattern.indexOf('}', at) + 1 : at + 1;
    if (sign === '?') return [...before, ...once];
    end(once);
    return mayLack ? before : [];
  };
  const extended = (before: string[], letter: string): string[] => {
    const short: string[] = [];
    for (const begun of before) {
      if (begun.length === LONGEST - 1) beginnings.add(begun + letter);
      else short.push(begun + letter);
    }
    return short;
  };
  const end = (begun: string[]): void => {
    for (const beginning of begun) beginnings.add(beginning);
  };
  end(alternatives(['']));
  return beginnings;
}

/** Where the alternative ends that goes on at this place. */
function endOfSequence(pattern: string, from: number): number {
  let depth = 0;
  SIGN.lastIndex = from;
  for (let found = SIGN.exec(pattern); found; found = SIGN.exec(pattern)) {
    if (found[0] === '(') depth++;
    else if (depth === 0) return found.index;
    else if (found[0] === ')') depth--;
  }
  return pattern.length;
}

/** What is kept by the beginnings of patterns, to be found where a text goes on like one of them. */
export class BeginningIndex<Kept> {
  /** By the first two characters, as one number, since this is asked at each word of a page; 0: shorter ones. */
  private readonly byPair = new Map<number, [text: string, kept: Kept][]>([[0, []]]);

  add(text: string, kept: Kept): void {
    const pair = text.length < 2 ? 0 : pairAt(text, 0);
    const others = this.byPair.get(pair);
    if (others) others.push([text, kept]);
    else this.byPair.set(pair, [[text, kept]]);
  }

  /** Adds to `found` what may match at this place of a text. */
  findAt(text: string, at: number, found: Set<Kept>): void {
    for (const pair of [0, pairAt(text, at)])
      for (const [beginning, kept] of this.byPair.get(pair) ?? [])
        if (text.startsWith(beginning, at)) found.add(kept);
  }
}

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}
