import type { Author } from '../article.ts';
import { isAgency } from '../../arabic/agencies.ts';
import { textDirection } from '../../arabic/direction.ts';
import { foldWords } from '../../arabic/fold.ts';
import { looksLikePerson, personsIn } from '../../arabic/names.ts';
import { agencyName } from './agency-name.ts';
import { bareName, cardName, loneName, type Bylines } from './bare-authors.ts';
import type { JsonLd } from './json-ld.ts';
import { labelledAuthors } from './labelled-authors.ts';
import type { Meta } from './meta.ts';
import { markedName, statedNames } from './stated-authors.ts';

export interface BylineSources extends Bylines {
  meta: Meta;
  jsonLd: JsonLd;
}

/**
 * Who wrote it, strongest word first: what the page prints with a label («بقلم: …»); a person in
 * the metadata; an element marked as the author's; a name where bylines stand, or on a card that tells of its bearer; an agency; at last
 * an account's name written like a person's, or who put the text on the page.
 */
export function readAuthors(sources: BylineSources): Author[] {
  const { document, meta, jsonLd, zone, near, titles, site } = sources;
  const { authors: printed, desk } = labelledAuthors(titles, near, zone, site);
  // A translator or photographer stands beside an author, who may be named without label.
  if (printed.some(({ role }) => role !== 'photographer' && role !== 'translator')) {
    return unique(printed);
  }

  const arabic = zone.body.some((line) => textDirection(line.text) === 'rtl');
  // A Latin name on an Arabic page is mostly the account the text was entered with.
  const isAccount = (name: string) => arabic && textDirection(name) === 'ltr';
  const stated = statedNames(jsonLd, meta, site);
  const persons = stated.filter((name) => looksLikePerson(foldWords(name), true));
  const own = persons.filter((name) => !isAccount(name));
  if (own.length > 0) return authors(own, printed);

  const name =
    loneName(sources, true) ??
    markedName(document, near, site) ??
    stated.find((other) => isAgency(foldWords(other))) ??
    bareName(sources) ??
    loneName(sources, false) ??
    cardName(sources);

  // A headline of two or three words may look like a name.
  if (name && !titles.includes(name)) return authors([name], printed);
  const agency = agencyName(sources);
  if (agency) return unique([{ name: agency, role: 'agency' }, ...printed]);
  const written = persons.filter((person) => /^[A-ZÀ-Þ].* [A-ZÀ-Þ]/.test(person));
  return authors(written, [...printed, ...(written.length > 0 ? [] : desk)]);
}

export function bylineOf(list: readonly Author[]): string | null {
  const writers = list.filter((author) => author.role !== 'photographer');
  return (writers.length > 0 ? writers : list).map((author) => author.name).join('، ') || null;
}

/** Each person by itself, where the page names two in one breath. */
export function authorsOf(list: readonly Author[]): Author[] {
  return unique(
    list.flatMap(({ name, role }) => personsIn(name).map((person) => ({ name: person, role }))),
  );
}

function authors(names: readonly string[], others: readonly Author[]): Author[] {
  const roleOf = (name: string) => (isAgency(foldWords(name)) ? 'agency' : 'author');
  return unique([...names.map((name): Author => ({ name, role: roleOf(name) })), ...others]);
}

function unique(list: readonly Author[]): Author[] {
  const seen = new Set<string>();
  return list.filter(({ name }) => {
    const words = foldWords(name);
    if (words === '' || seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}
