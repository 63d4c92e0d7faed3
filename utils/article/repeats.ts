import type { RemovalReason } from './article.ts';
import { isHeading, type Line } from './lines.ts';

export interface Repeat {
  line: Line;
  reason: RemovalReason;
}

/** Characters; a line as long is not said twice by intention. Shorter ones may be refrains, answers, cells. */
const LONG = 80;
/** Words in a row that are compared. */
const SHINGLE = 4;
/** Share of a line's shingles found in another line that makes it a copy, where its place is that of a quotation or box. */
const NEAR = 0.75;
/** Words; from here on two nearly equal paragraphs are one paragraph twice. */
const LONG_PARAGRAPH = 20;

/** Lines that only say again what another line of the article says; the first stays. Linear in the text. */
export function findRepeats(lines: readonly Line[]): Repeat[] {
  const gone = new Map<Line, RemovalReason>();
  for (const line of repeatedRuns(lines)) gone.set(line, 'repeated');
  for (const [line, reason] of nearCopies(lines.filter((one) => !gone.has(one))))
    gone.set(line, reason);
  return [...gone].map(([line, reason]) => ({ line, reason }));
}

/**
 * Lines that came before word for word, alone if they are long, and as part of a run in the same
 * order if they are short: a sub-heading between two repeated paragraphs is repeated, a refrain
 * between two new verses is not.
 */
function repeatedRuns(lines: readonly Line[]): Line[] {
  const texts = lines.filter((line) => line.words !== '');
  const places = new Map<string, number[]>();
  const repeated: Line[] = [];
  let run: Line[] = [];
  let previous = -2;
  const close = (): void => {
    if (run.some((line) => line.text.length >= LONG)) repeated.push(...run);
    run = [];
  };
  texts.forEach((line, index) => {
    const before = places.get(line.words);
    const next =
      texts[previous + 1]?.words === line.words && previous + 1 < index ? previous + 1 : null;
    const source = next ?? before?.[0] ?? -2;
    if (source < 0 || (run.length > 0 && next === null)) close();
    if (source >= 0) run.push(line);
    previous = source;
    if (before) before.push(index);
    else places.set(line.words, [index]);
  });
  close();
  return repeated;
}

/** Pull quotes, boxes and summaries made of the text's own sentences; long paragraphs printed twice with small changes. */
function nearCopies(lines: readonly Line[]): Map<Line, RemovalReason> {
  const owners = new Map<string, number[]>();
  const shingled = lines.map((line) => shinglesOf(line.words));
  shingled.forEach((shingles, index) => {
    for (const shingle of shingles) {
      const known = owners.get(shingle);
      // A phrase that stands everywhere tells nothing; and the work stays linear.
      if (!known) owners.set(shingle, [index]);
      else if (known.length < 4 && known.at(-1) !== index) known.push(index);
    }
  });
  const gone = new Map<Line, RemovalReason>();
  lines.forEach((line, index) => {
    const shingles = shingled[index]!;
    if (shingles.length < 2 || isHeading(line)) return;
    const counts = new Map<number, number>();
    for (const shingle of shingles) {
      for (const owner of owners.get(shingle) ?? []) {
        if (owner !== index) counts.set(owner, (counts.get(owner) ?? 0) + 1);
      }
    }
    for (const [owner, count] of counts) {
      const other = lines[owner]!;
      if (gone.has(other)) continue;
      const reason = relation(
        line,
        other,
        count / shingles.length,
        index > owner,
        shingled[owner]!.length,
      );
      if (reason) {
        gone.set(line, reason);
        return;
      }
    }
  });
  return gone;
}

function relation(
  line: Line,
  other: Line,
  share: number,
  later: boolean,
  otherSize: number,
): RemovalReason | null {
  const size = line.words.length;
  if (share >= NEAR && isSetApart(line) && !isSetApart(other) && size <= other.words.length * 1.1) {
    return 'pull-quote';
  }
  if (share === 1 && size < other.words.length && size >= 40 && other.words.includes(line.words)) {
    return isListed(line) ? null : 'pull-quote';
  }
  const words = otherSize + SHINGLE - 1;
  const alike = size > other.words.length * 0.9 && size < other.words.length * 1.1;
  if (later && share >= 0.85 && words >= LONG_PARAGRAPH && alike && !isListed(line))
    return 'repeated';
  return null;
}

/** In a quotation or a box of its own. */
function isSetApart(line: Line): boolean {
  return (
    line.name === 'blockquote' ||
    line.element.closest('blockquote', 'aside', 'figure', 'td') !== null
  );
}

function isListed(line: Line): boolean {
  return /^(?:li|td|th|dt|dd)$/.test(line.name);
}

function shinglesOf(words: string): string[] {
  const list = words === '' ? [] : words.split(' ');
  const shingles: string[] = [];
  for (let i = 0; i + SHINGLE <= list.length; i++)
    shingles.push(list.slice(i, i + SHINGLE).join(' '));
  return shingles;
}
