import { foldWords } from '../../arabic/fold.ts';
import { isHeading, linkDensity, type Line } from '../lines/lines.ts';
import type { Measure } from '../lines/measures.ts';
import { isOwn } from '../lines/teasers.ts';
import type { TreeElement } from '../snapshot/tree.ts';

/** Characters and lines of a card: what it is about, a sentence or two, the button. */
const LONGEST = 320;
const MOST_LINES = 5;
/** Characters; a longer link is a headline. */
const LONGEST_CALL = 40;
/** Characters of a card's first line, unless it is a heading. */
const LABEL = 80;
/** Characters of running text that must stand before the card: above it the article has begun. */
const BEGUN = 200;

/** What buttons tell the reader to do, in the first word; folded. */
const CALL =
  /^(?:(?:اقرا|شاهد|استمع|تابع|اكتشف|اطلع|تعرف|تصفح|اشترك|سجل|حمل|نزل|جرب|احجز|تسوق|اشتر|ارسل|انضم|تبرع|ادعم|احصل|شارك|صوت|اطلب|ابدا|قدم|زور|اعرف|اضغط|انقر)(?:ي|وا)?|زر|رق|لل?مزيد|المزيد|read|watch|listen|learn|discover|subscribe|join|buy|get|download|donate|support|shop|sign|try|start|lire|voir|regarder|ecouter|(?:decouvr|abonne|telecharge|soutene)\S+)(?= |$)/;

/**
 * Lines of cards set among a text that end in one button: a label or heading, a sentence or two, and
 * a link of a few words that tells the reader to do something. `title`: the page's, as stated: what
 * prints it is the page itself.
 */
export function findCallBoxes(
  lines: readonly Line[],
  measures: ReadonlyMap<TreeElement, Measure>,
  title: string,
): Set<Line> {
  const headline = foldWords(title);
  const found = new Set<Line>();
  const begun = whereBegun(lines);
  if (begun < 0) return found;
  for (const [box, { from, to, characters, links }] of measures) {
    if (from <= begun || links === 0 || links > 2 || characters > LONGEST) continue;
    if (box.className === '' || box.closest('li')) continue;
    const inside = lines.slice(from, to).filter(({ text }) => text);
    if (!isCard(inside) || isOwn(inside, headline)) continue;
    for (const line of lines.slice(from, to)) found.add(line);
  }
  return found;
}

/** The place of the line with which there is running text enough. */
function whereBegun(lines: readonly Line[]): number {
  let length = 0;
  return lines.findIndex((line) => (length += isRunning(line) ? line.text.length : 0) >= BEGUN);
}

/** A step of instructions may end in the link it tells to follow. */
const STEP = /^(?:[\d٠-٩]|(?:ال)?خطوة|[أا]ول|ثاني|ثالث|رابع|step|étape)/i;

function isCard(inside: readonly Line[]): boolean {
  const [first] = inside;
  if (!first || inside.length < 2 || inside.length > MOST_LINES) return false;
  if (STEP.test(first.text)) return false;
  const isOpening =
    isHeading(first) ||
    (first.text.length < LABEL && first.linked === 0 && !/[.…]$/.test(first.text));
  const rest = inside.filter((line) => !isCall(line));
  // A heading may be the headline of what the button leads to.
  return (
    isOpening &&
    rest.length < inside.length &&
    rest.every((line) => isHeading(line) || linkDensity(line) < 0.5)
  );
}

function isCall(line: Line): boolean {
  return line.text.length <= LONGEST_CALL && linkDensity(line) > 0.9 && CALL.test(line.words);
}

function isRunning(line: Line): boolean {
  return line.text.length >= LABEL && linkDensity(line) < 0.5;
}
