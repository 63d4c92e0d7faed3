import type { Author, AuthorRole } from '../article.ts';
import { isAgency } from '../../arabic/agencies.ts';
import { findDates } from '../../arabic/dates.ts';
import { textDirection } from '../../arabic/direction.ts';
import { fold, foldWords } from '../../arabic/fold.ts';
import { isRoleAccount, looksLikePerson } from '../../arabic/names.ts';
import { isPlace } from '../../arabic/places.ts';
import { attribute, oneLine, queryAll, textOf } from './dom.ts';
import type { JsonLd } from './json-ld.ts';
import { bylineLabel } from './labels.ts';
import type { Meta } from './meta.ts';
import type { NearLines, PageLine, Zone } from './zone.ts';

export interface BylineSources {
  document: Document;
  meta: Meta;
  jsonLd: JsonLd;
  zone: Zone;
  near: NearLines;
  /** Headline and `<title>`, where some systems name the author. */
  titles: string[];
  /** Names of the site, as `foldWords` gives them. */
  site: Set<string>;
  now: Date;
}

const AUTHOR_META = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'creator',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'byl',
  'rnews:author',
  'article:author_name',
];

/**
 * Who wrote it, strongest word first: what the article itself prints with a label («بقلم: …»);
 * a person in the metadata; an element marked as the author's; a name with its place or in the
 * place of a byline; an agency; at last an account's name, if it is no desk's.
 */
export function readAuthors(sources: BylineSources): Author[] {
  const { site } = sources;
  const arabic = sources.zone.body.some((line) => textDirection(line.text) === 'rtl');
  const printed = labelled(sources);
  if (printed.some((author) => author.role !== 'photographer')) return unique(printed);

  const stated = statedNames(sources);
  const persons = stated.filter(
    (name) => looksLikePerson(foldWords(name), true) && !isSite(name, site),
  );
  const foreign = (name: string) => arabic && textDirection(name) === 'ltr';
  const native = persons.filter((name) => !foreign(name));
  if (native.length > 0) return authors(native, printed);

  const marked = markedNames(sources).filter((name) => !isSite(name, site));
  if (marked.length > 0) return authors(marked, printed);
  const bare = unlabelled(sources);
  if (bare.length > 0) return authors(bare, printed);
  const agency = agencyName(sources, stated);
  if (agency) return unique([{ name: agency, role: 'agency' }, ...printed]);
  // A Latin account name on an Arabic page is a person's only if it is written like one.
  const latin = persons.filter((name) => foreign(name) && /^\p{Lu}.* \p{Lu}/u.test(name));
  return authors(latin, printed);
}

export function bylineOf(list: Author[]): string | null {
  const writers = list.filter((author) => author.role !== 'photographer');
  return (writers.length > 0 ? writers : list).map((author) => author.name).join('، ') || null;
}

function authors(names: string[], others: Author[]): Author[] {
  return unique([
    ...names.map((name): Author => ({
      name,
      role: isAgency(foldWords(name)) ? 'agency' : 'author',
    })),
    ...others,
  ]);
}

function unique(list: Author[]): Author[] {
  const seen = new Set<string>();
  return list.filter(({ name }) => {
    const words = foldWords(name);
    return words !== '' && !seen.has(words) && seen.add(words);
  });
}

function isSite(name: string, site: Set<string>): boolean {
  const words = foldWords(name);
  return (
    site.has(words) ||
    site.has(words.replace(/^(?:موقع|صحيفه|جريده|وكاله|شبكه|قناه|مجله|بوابه) /, ''))
  );
}

/** «بقلم: فلان», «حاوره فلان», label and name in one line or two, near the headline or at the text's ends. */
function labelled({ near, zone, titles, site, now }: BylineSources): Author[] {
  const found: Author[] = [];
  for (const title of titles) {
    const name = /(?:^|\s)بقلم\s*[:/-]?\s*(.{4,40})$/u.exec(title)?.[1];
    const person = name && personIn(name, site, now);
    if (person) return [{ name: person, role: 'author' }];
  }
  const edges = [...zone.body.slice(0, 4), ...zone.body.slice(-3)].filter(
    (line) => line.text.length < 80,
  );
  for (const lines of [near.above, edges, near.below]) {
    for (const [at, line] of lines.entries()) {
      const author = labelledName(line, lines[at + 1], site, now);
      if (author) found.push(author);
    }
    if (found.length > 0) break;
  }
  return found;
}

function labelledName(
  line: PageLine,
  next: PageLine | undefined,
  site: Set<string>,
  now: Date,
): Author | null {
  const folded = fold(line.text).replace(/^[^\p{L}]+/u, '');
  const label = bylineLabel(folded);
  if (!label) return null;
  const rest = label.alone
    ? (next?.text ?? '')
    : dropFolded(line.text, foldWords(folded.slice(0, label.length)));
  const name = personIn(rest, site, now, label.role);
  return name ? { name, role: isAgency(foldWords(name)) ? 'agency' : label.role } : null;
}

/** A source text less its first words, given folded. */
function dropFolded(text: string, words: string): string {
  let end = 0;
  for (const match of text.matchAll(/\S+/g)) {
    end = match.index + match[0].length;
    if (foldWords(text.slice(0, end)).length >= words.length) break;
  }
  return text.slice(end);
}

/** The person in what stands after a label or in a byline: its first part that is no place, outlet, date or agency. */
function personIn(
  text: string,
  site: Set<string>,
  now: Date,
  role: AuthorRole = 'author',
): string | null {
  if (text.length > 120) return null;
  const parts = bylineParts(text, now).filter((part) => !isSite(part, site));
  const person = parts.find((part) => looksLikePerson(foldWords(part), true));
  return (
    person ?? (role === 'author' ? (parts.find((part) => isAgency(foldWords(part))) ?? null) : null)
  );
}

function bylineParts(text: string, now: Date): string[] {
  return text
    .split(
      /\s*[|/\\,،:؛•*()[\]«»"“”]+\s*|\s+[-–—ـ_]+\s*|\s*[-–—ـ_]+\s+|\s*[-–—]{2,}\s*|\s*ـ{2,}\s*|(?<=\p{L}{3})[-–—](?=\p{L}{3})/u,
    )
    .map((part) => oneLine(part.replace(/^[\s.…]+|[\s.…]+$/g, '')))
    .filter((part) => /\p{L}/u.test(part) && findDates(part, now).length === 0);
}

function statedNames({ jsonLd, meta, now, site }: BylineSources): string[] {
  const written = /^(?:written by|كتب|كُتب|écrit|بواسطة|by)/i.test(
    meta.get('twitter:label1')?.[0] ?? '',
  )
    ? (meta.get('twitter:data1') ?? [])
    : [];
  const names = [
    ...jsonLd.authors.map((author) => author.name),
    ...AUTHOR_META.flatMap((name) => meta.get(name) ?? []),
    ...written,
  ].filter((name) => !/^(?:https?:|www\.|@)|\.(?:com|net|org)\b|@/.test(name) && name.length < 100);
  return names.flatMap((name) => {
    const parts = bylineParts(name, now).filter(
      (part) => !isPlace(foldWords(part)) && !isSite(part, site),
    );
    const role = isRoleAccount(foldWords(name));
    return role ? [] : parts.slice(0, name.includes('،') || name.includes(',') ? 4 : 1);
  });
}

/**
 * Elements that markup calls the author's: `rel`, `itemprop`, or a class or address word that
 * systems of every make use for it; printed near the headline or the text, not in another's card.
 */
function markedNames({ document, near, now, site }: BylineSources): string[] {
  const selector =
    '[rel~="author"], [itemprop~="author"], [class*="author" i], [class*="byline" i], [class*="writer" i], a[href*="/author"], a[href*="/writer"]';
  const printed = [...near.above, ...near.below].map((line) => ` ${line.words} `);
  for (const element of queryAll(document, selector)) {
    const text = textOf(element);
    if (text.length < 4 || text.length > 80) continue;
    const words = ` ${foldWords(text)} `;
    // In parts, where the name and what stands beside it are lines of their own.
    if (!printed.some((line) => line.includes(words) || words.includes(line))) continue;
    const name = personIn(withoutLabel(text), site, now);
    if (name && looksLikePerson(foldWords(name), attribute(element, 'rel') !== '')) return [name];
  }
  return [];
}

function withoutLabel(text: string): string {
  const label = bylineLabel(fold(text));
  return label && !label.alone
    ? dropFolded(text, foldWords(fold(text).slice(0, label.length)))
    : text;
}

/**
 * A name without label: in the dateline («بيروت – من فلان –»), with its place or outlet, or named
 * in the page's title too («العنوان - فلان», «فلان: العنوان») and printed near the headline.
 */
function unlabelled({ zone, near, titles, site, now }: BylineSources): string[] {
  const opening = zone.body.slice(0, 3);
  for (const { text } of opening) {
    const name = /^(?:.{2,40}?\s*[ـ–—-]+\s*)?من\s+([\p{L}\p{M}. ]{5,40}?)\s*(?:[ـ–—:-]|$)/u.exec(
      text,
    )?.[1];
    if (name && looksLikePerson(foldWords(name))) return [name.trim()];
  }
  const titled = new Set(
    titles
      .flatMap((title) => title.split(/\s+[-–—|]\s+|\s*[:|]\s+/))
      .map(foldWords)
      .filter((part) => looksLikePerson(part) && !isSite(part, site)),
  );
  for (const line of [...near.above, ...opening, ...zone.body.slice(-1), ...near.below]) {
    if (line.text.length > 70 || isSentence(line.text)) continue;
    const parts = bylineParts(line.text, now);
    if (parts.length > 4) continue;
    const sited = (part: string) => isSite(part, site);
    const placed =
      parts.length > 1 && parts.some((part) => isPlace(foldWords(part)) || sited(part));
    const person = parts.find(
      (part) =>
        !sited(part) &&
        (titled.has(foldWords(part)) || (placed && looksLikePerson(foldWords(part)))),
    );
    if (person) return [person];
    // «الموقع: صحيفة أخرى» at the text's head: whose text it is.
    const outlet =
      parts.length === 2 &&
      opening.includes(line) &&
      /:/.test(line.text) &&
      parts.find((part) => !sited(part) && !isPlace(foldWords(part)));
    if (outlet && parts.some(sited)) return [outlet];
  }
  return pairAtHead(zone, now);
}

/** «فلان: صحيفة» alone in a line before a first paragraph; not a sub-heading, whose tag differs from the text's. */
function pairAtHead({ body }: Zone, now: Date): string[] {
  for (const [at, line] of body.slice(0, 4).entries()) {
    const next = body[at + 1];
    if (!next || next.text.length < 90 || line.text.length > 50) continue;
    if (line.name !== next.name) continue;
    const pair = /^([^:]+?)\s*:\s*([^:]+)$/.exec(line.text);
    const names = pair
      ?.slice(1)
      .filter(
        (part, side) =>
          looksLikePerson(foldWords(part), side === 1) && foldWords(part).split(' ').length <= 4,
      );
    if (names?.length === 2 && bylineParts(line.text, now).length === 2) return [names[0]!];
  }
  return [];
}

function isSentence(text: string): boolean {
  return /[؟?!]|\p{L}{3}\.(?:\s|$)/u.test(text);
}

/** An agency in a byline's place, in brackets at the dateline or at the end of the text. */
function agencyName({ zone, near, site, now }: BylineSources, stated: string[]): string | null {
  const named = stated.find((name) => isAgency(foldWords(name)) && !isSite(name, site));
  if (named) return named;
  for (const line of [...near.above, ...zone.body.slice(0, 2), ...zone.body.slice(-2)]) {
    const parts = line.text.length < 70 ? bylineParts(line.text, now) : [];
    const whole = parts.length <= 4 ? parts.find((part) => isAgency(foldWords(part))) : undefined;
    const dateline = /^[\p{L}\s،,/]{2,40}?[\s(–—-]+([\p{L}\s.]{2,25}?)\)?\s*[-–—:]/u.exec(
      line.text,
    )?.[1];
    for (const name of [whole, dateline, bracketed(line.text)]) {
      if (name && isAgency(foldWords(name)) && !isSite(name, site)) return oneLine(name);
    }
  }
  return null;
}

function bracketed(text: string): string | undefined {
  return (
    /\(([^()]{2,30})\)[.\s]*$/.exec(text)?.[1] ?? /^[^()]{2,40}\(([^()]{2,30})\)/.exec(text)?.[1]
  );
}
