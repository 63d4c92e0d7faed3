import type { PhraseKind, PhraseMatch } from '../../arabic/phrases.ts';
import { PARAGRAPH } from '../lines/label-or-text.ts';
import { isHeading, isStopped, linkDensity, type Line } from '../lines/lines.ts';
import { shapeOf } from '../lines/shape.ts';

/** After the last paragraph these open the page's own matters: what follows them is no more of the article. */
const CLOSING = new Set<PhraseKind>([
  'related',
  'read-also',
  'share',
  'promotion',
  'comments',
  'tags',
  'footer',
  'source-line',
]);
export function isRunning(line: Line): boolean {
  return !isHeading(line) && line.text.length >= PARAGRAPH && linkDensity(line) < 0.5;
}

/** Lines below a sentence, of which two are addresses of groups or invitations. */
const NEXT = 4;

/** A sentence on joining, right above the list of what can be joined. */
export function opensInvitations(
  line: Line,
  matches: readonly (PhraseMatch | null)[],
  index: number,
): boolean {
  if (!/انضم|اشترا?ك|مجموع|قنا[هة]|قنوات/.test(line.words)) return false;
  const next = matches.slice(index + 1, index + 1 + NEXT);
  return next.filter((match) => match?.kind === 'promotion').length >= 2;
}

/** Characters of a sentence with a full stop that may be a text's last paragraph, built like the others. */
const LAST_SENTENCE = 60;

/** The last line of running text; rules below an invitation to comment are none. */
export function lastParagraph(
  lines: readonly Line[],
  matches: readonly (PhraseMatch | null)[],
): number {
  const form = matches.findIndex(
    (match) => match?.kind === 'comments' && /^(?:اض|اترك|اكتب|leave|add|post)/.test(match.phrase),
  );
  const shapes = new Set(lines.filter(isRunning).map(shapeOf));
  const isLast = (line: Line): boolean =>
    isStopped(line) &&
    line.linked === 0 &&
    line.text.length >= LAST_SENTENCE &&
    shapes.has(shapeOf(line));
  return lines.findLastIndex(
    (line, index) =>
      !matches[index] &&
      (isRunning(line) || isLast(line)) &&
      !opensInvitations(line, matches, index) &&
      !(form >= 0 && index > form && /تعليق|comment/.test(line.words)),
  );
}

/** Lines of several words; so many of one shape go on with a text of short lines. */
const MORE_LINES = 3;
const FEWEST_WORDS = 5;

/** Whether below a closing phrase go on lines built like those above it, or items that are sentences: sayings, updates, verses, steps. */
function textGoesOn(
  lines: readonly Line[],
  matches: readonly (PhraseMatch | null)[],
  closing: number,
): boolean {
  const isText = (line: Line, index: number): boolean =>
    !matches[index] &&
    !isHeading(line) &&
    linkDensity(line) < 0.2 &&
    line.words.split(' ').length >= FEWEST_WORDS;
  const above = lines.filter((line, index) => index < closing && isText(line, index));
  const short = above.filter((line) => !isRunning(line));
  const shapes = new Set(short.map(shapeOf));
  const below = lines.filter(
    (line, index) =>
      index > closing &&
      isText(line, index) &&
      ((line.name === 'li' && isStopped(line)) || shapes.has(shapeOf(line))),
  );
  return short.length * 2 >= above.length && below.length >= MORE_LINES;
}

/** Where the article ends: at the first closing phrase or channel's address after its last paragraph. */
export function endOf(
  lines: readonly Line[],
  matches: readonly (PhraseMatch | null)[],
  last: number,
  addresses: ReadonlySet<Line>,
): number {
  const closing = matches.findIndex(
    (match, index) =>
      index > last && ((match && CLOSING.has(match.kind)) || addresses.has(lines[index]!)),
  );
  return closing < 0 || textGoesOn(lines, matches, closing) ? lines.length : closing;
}
