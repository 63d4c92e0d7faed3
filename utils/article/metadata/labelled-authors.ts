import type { Author, AuthorRole } from '../article.ts';
import { isAgency } from '../../arabic/agencies.ts';
import { fold, foldWords } from '../../arabic/fold.ts';
import { holdsGivenName } from '../../arabic/given-names.ts';
import { looksLikePerson } from '../../arabic/names.ts';
import { bylineParts, isSite, plainLine } from './byline-parts.ts';
import { bylineLabel, holdsLabel, writerInTitle, type Label } from './labels.ts';
import { isOfWork, type NearLines, type PageLine, type Zone } from './zone.ts';

export interface LabelledAuthors {
  authors: Author[];
  /** Who is named only as having put the text on the page. */
  desk: Author[];
}
type Found = Author & { desk: boolean };

/**
 * Authors the page names with a label: «بقلم: فلان», «حاوره فلان», label and name in one line or
 * two; in the title, near the headline, at either end of the text, below it.
 */
export function labelledAuthors(
  titles: readonly string[],
  near: NearLines,
  zone: Zone,
  site: ReadonlySet<string>,
): LabelledAuthors {
  for (const title of titles) {
    const name = writerInTitle(title)?.name;
    const person = name && personIn(name, site);
    if (person) return { authors: [{ name: person, role: 'author' }], desk: [] };
  }
  const edges = [...zone.body.slice(0, 5), ...zone.body.slice(-3)];
  const desk: Author[] = [];
  for (const lines of [near.above, edges, near.below]) {
    const found = lines.flatMap((line, at) =>
      isOfWork(line, zone.lines) ? [] : (labelledAuthor(line, lines[at + 1], site) ?? []),
    );
    const plain = ({ name, role }: Found): Author => ({ name, role });
    desk.push(...found.filter((author) => author.desk).map(plain));
    const authors = found.filter((author) => !author.desk).map(plain);
    if (authors.length > 0) return { authors, desk };
  }
  return { authors: [], desk };
}

function labelledAuthor(
  line: PageLine,
  next: PageLine | undefined,
  site: ReadonlySet<string>,
): Found | null {
  if (line.text.length > 140 || !holdsLabel(line.words)) return null;
  const plain = plainLine(line.text);
  // «كتبها فلان، ونشرتها مجلة كذا.» is a sentence, «[1] عنوان، ترجمة فلان» a note.
  if (/^كتب(?:ها|ه)\s.*[،,]\s?و.*\.$/.test(plain)) return null;
  if (/^[([].{1,3}[)\]].*[،,]/.test(line.text)) return null;
  const whole = line.text.length <= 100 ? authorAfter(plain, next?.text ?? '', site) : null;
  if (whole) return whole;
  // «8 نوفمبر 2016 | بقلم فلان | رأي», «طنجة – كتب : فلان –», «الصحيفة / استطلاع: فلان»
  for (const part of [...bylineParts(line.text).slice(0, 8), ...plain.split(/\s[–—/-]+\s*/)]) {
    const author = bylineLabel(fold(part))?.alone ? null : authorAfter(part, '', site);
    if (author) return author;
  }
  return null;
}

/** «… تدقيق: فلان»: the next label in the same line. */
export const NEXT_LABEL = /\s+(?:تدقيق|مراجعة|تحرير|تصوير|عدسة|ترجمة|إشراف|[إا]عداد)\s?:.*/;

function authorAfter(text: string, next: string, site: ReadonlySet<string>): Found | null {
  const label = bylineLabel(fold(text));
  if (!label) return null;
  const rest = label.alone ? next : afterLabel(text, label.length);
  const name = personIn(rest.replace(NEXT_LABEL, ''), site, label.role);
  if (!name || !isBelieved(label, name, rest)) return null;
  const role = isAgency(foldWords(name)) ? 'agency' : label.role;
  return { name, role, desk: label.kind === 'desk' };
}

/** After what is also a word of sentences («كتب محمد …», «تقرير: …») only a name may follow, and nothing else. */
function isBelieved(label: Label, name: string, rest: string): boolean {
  const words = foldWords(name);
  if (label.kind === 'strong' || isAgency(words)) return true;
  const count = words.split(' ').length;
  if (label.parted || label.alone) {
    // «تحقيق: فلان الفلاني» is a byline, «تحقيق: غرق قارب قبالة الشاطئ» a headline.
    return label.kind === 'noun'
      ? holdsGivenName(words) || (count === 2 && foldWords(rest) === words)
      : count > 1;
  }
  const whole = foldWords(rest) === words && count > 1;
  return whole && (holdsGivenName(words) ? count <= 5 : label.kind === 'verb' && count <= 3);
}

/** A text after a label, whose length is that of the folded text. */
export function afterLabel(text: string, length: number): string {
  const label = foldWords(fold(text).slice(0, length));
  for (const match of text.matchAll(/\S+/g)) {
    const end = match.index + match[0].length;
    if (foldWords(text.slice(0, end)).length >= label.length) {
      return text.slice(end);
    }
  }
  return '';
}

/** «فلان الفلاني من جدة» without the place, where a given name stands in it. */
function withoutPlace(part: string): string {
  const name = /^(.{5,40}?)\s+من\s+\S+(?:\s\S+)?$/.exec(part)?.[1] ?? '';
  return holdsGivenName(foldWords(name)) ? name : part;
}

/** The first part of a text that is a person and no place, outlet or date; for authors an agency too. */
export function personIn(
  text: string,
  site: ReadonlySet<string>,
  role: AuthorRole = 'author',
): string | null {
  if (text.length > 120) return null;
  const parts = bylineParts(text)
    .filter((part) => !isSite(part, site))
    .map(withoutPlace);
  const person = parts.find((part) => looksLikePerson(foldWords(part), true));
  if (person || role !== 'author') return person ?? null;
  return parts.find((part) => isAgency(foldWords(part))) ?? null;
}
