import type { Author } from '../article.ts';
import { isAgency } from '../../arabic/agencies.ts';
import { findDates } from '../../arabic/dates.ts';
import { fold, foldWords } from '../../arabic/fold.ts';
import { isPlace } from '../../arabic/places.ts';
import { bylineLabel } from './labels.ts';
import type { PageLine } from './zone.ts';

/** A line of the article that is the page's headline, byline or date once more. */
export interface OwnLine<L extends PageLine> {
  line: L;
  reason: 'repeated-headline' | 'byline' | 'date';
}

/** How far from the start and the end of the text such lines stand. */
const START = 6;
const END = 3;

export function ownLines<L extends PageLine>(
  lines: readonly L[],
  title: string,
  authors: Author[],
  site: Set<string>,
  now: Date,
): OwnLine<L>[] {
  const headline = foldWords(title);
  const names = authors.map(({ name }) => foldWords(name));
  return lines.flatMap((line, at): OwnLine<L>[] => {
    const { words, text } = line;
    if (!words) return [];
    const atStart = at < START;
    // A heading that is the headline wherever it stands; a paragraph only at the start.
    if (words === headline && (atStart || /^h[1-3]$/.test(line.name))) {
      return [{ line, reason: 'repeated-headline' }];
    }
    if ((!atStart && at < lines.length - END) || text.length > 110) return [];
    if (isByline(text, words, names, site)) return [{ line, reason: 'byline' }];
    return atStart && isDate(text, now) ? [{ line, reason: 'date' }] : [];
  });
}

/** The authors' names, with label, place, outlet or agency, and nothing else. */
function isByline(text: string, words: string, names: string[], site: Set<string>): boolean {
  if (!names.some((name) => ` ${words} `.includes(` ${name} `))) return false;
  const folded = fold(text).replace(/^[^a-zà-ÿ\u0621-\u064a]+/, '');
  const rest = foldWords(folded.slice(bylineLabel(folded)?.length ?? 0));
  if (names.includes(rest)) return true;
  const others =
    rest &&
    text
      .split(/[-–—ـ|/,،:()]+/)
      .map(foldWords)
      .filter((part) => part !== '' && !names.some((name) => part.includes(name)));
  if (!others) return false;
  const left = names.reduce((whole, name) => whole.replace(` ${name} `, ' '), ` ${rest} `).trim();
  return (
    left.split(' ').length <= 6 &&
    others.every(
      (part) => site.has(part) || isPlace(part) || isAgency(part) || bylineLabel(part)?.alone,
    )
  );
}

function isDate(text: string, now: Date): boolean {
  const dates = findDates(text, now);
  const covered = dates.reduce((sum, date) => sum + date.end - date.start, 0);
  return (
    dates.length > 0 &&
    dates.every((date) => date.calendar !== 'relative') &&
    fold(text).length - covered <= 35
  );
}
