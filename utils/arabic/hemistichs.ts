/** The two halves of a verse in its line: where the first ends and the second begins. */
export interface Halves {
  first: string;
  second: string;
  /** Offsets in the line, in UTF-16 units. */
  firstEnd: number;
  secondStart: number;
  /** What stands between them is put there for nothing else. */
  sure: boolean;
}

/** Rows of stars and gaps part nothing but verses; dots, strokes and dashes do other work in prose. */
const SURE = String.raw`(?:\*\s*){2,}|\u2003+|ـ{3,}|={2,}|#{2,}`;
const UNSURE = String.raw`\*|\.{2,}|…+|/{1,3}|\|+|[-–—]{2,}|\s[-–—]\s|=|#|~+`;
const GAP = new RegExp(String.raw`(?:(${SURE})|${UNSURE})\s*`, 'gu');
const LETTER = /\p{Script=Arabic}/u;
/** Two halves with all their marks, and spaces of a page's source, are no longer. */
const LONGEST = 1000;

/** A line that one gap parts into two halves of a verse, or null. */
export function halvesOf(line: string): Halves | null {
  if (line.length > LONGEST) return null;
  // Dots after the last word, a star before the first: no gap between words.
  const gaps = [...line.matchAll(GAP)].filter(
    ({ index, 0: gap }) =>
      LETTER.test(line.slice(0, index)) && LETTER.test(line.slice(index + gap.length)),
  );
  const [gap] = gaps;
  if (!gap || gaps.length > 1) return null;
  const firstEnd = line.slice(0, gap.index).trimEnd().length;
  const secondStart = gap.index + gap[0].length;
  const [first, second] = [line.slice(0, firstEnd), line.slice(secondStart)];
  if (!areBalanced(first, second)) return null;
  return { first, second, firstEnd, secondStart, sure: gap[1] !== undefined };
}

/**
 * Whether lines of two halves are verses: with a gap that parts nothing else each by itself, else
 * together by their rhyme.
 */
export function areVerses(lines: readonly { first: string; second: string; sure: boolean }[]) {
  return lines.length > 0 && (lines.every(({ sure }) => sure) || doRhyme(lines));
}

/** Of two or more verses most second halves end in one letter; not in one word, as names of a kind do. */
function doRhyme(lines: readonly { first: string; second: string }[]): boolean {
  if (lines.length < 2) return false;
  const seconds = lines.map(({ second }) => lastWord(second));
  const firsts = lines.map(({ first }) => lastWord(first).at(-1) ?? '');
  const rhyming = mostOf(seconds.map((word) => word.at(-1) ?? ''));
  const alike = mostOf(seconds);
  const columnsAlike = lines.length > 2 && mostOf(firsts) === lines.length;
  return rhyming >= lines.length * 0.75 && alike <= Math.max(1, lines.length / 3) && !columnsAlike;
}

/** Two stretches of words, about as long as one another. */
export function areBalanced(first: string, second: string): boolean {
  const [one, other] = [bare(first), bare(second)];
  if (/\p{N}|\p{Script=Latin}/u.test(one + other)) return false;
  const lengths = [one, other].map((half) => half.replaceAll(' ', '').length);
  const words = [one, other].map((half) => half.split(' ').length);
  const [shorter = 0, longer = 0] = lengths.toSorted((a, b) => a - b);
  return shorter >= 8 && longer <= 45 && shorter >= longer * 0.55 && words.every((n) => n >= 2);
}

/** Without marks and punctuation, single spaces. */
function bare(text: string): string {
  return text
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function lastWord(text: string): string {
  return bare(text).split(' ').at(-1) ?? '';
}

/** How often the commonest comes. */
function mostOf(all: readonly string[]): number {
  return Math.max(0, ...all.map((one) => all.filter((other) => other === one).length));
}
