import type { Author, AuthorRole } from '../article.ts';
import { isAgency } from '../../arabic/agencies.ts';
import { textDirection } from '../../arabic/direction.ts';
import { fold, foldWords } from '../../arabic/fold.ts';
import { isRoleAccount, looksLikePerson } from '../../arabic/names.ts';
import { matchPhrase } from '../../arabic/phrases.ts';
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
  const latin = persons.filter((name) => foreign(name) && /^[A-ZÀ-Þ].* [A-ZÀ-Þ]/.test(name));
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
  const bare = words.replace(/^(?:موقع|صحيفه|جريده|وكاله|شبكه|قناه|مجله|بوابه) /, '');
  if (site.has(words) || site.has(bare)) return true;
  // Pages shorten their name to its first words.
  return words.includes(' ') && [...site].some((whole) => whole.startsWith(`${words} `));
}

/** «بقلم: فلان», «حاوره فلان», label and name in one line or two, near the headline or at the text's ends. */
function labelled({ near, zone, titles, site }: BylineSources): Author[] {
  const found: Author[] = [];
  for (const title of titles) {
    const name = /(?:^|\s)بقلم\s*[:/-]?\s*(.{4,40})$/u.exec(title)?.[1];
    const person = name && personIn(name, site);
    if (person) return [{ name: person, role: 'author' }];
  }
  const edges = [...zone.body.slice(0, 4), ...zone.body.slice(-3)].filter(
    (line) => line.text.length < 80,
  );
  for (const lines of [near.above, edges, near.below]) {
    for (const [at, line] of lines.entries()) {
      const author = labelledName(line, lines[at + 1], site);
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
): Author | null {
  const folded = fold(line.text).replace(NO_LETTER, '');
  const label = bylineLabel(folded);
  if (!label) return null;
  const rest = label.alone
    ? (next?.text ?? '')
    : dropFolded(line.text, foldWords(folded.slice(0, label.length)));
  const name = personIn(rest, site, label.role);
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
function personIn(text: string, site: Set<string>, role: AuthorRole = 'author'): string | null {
  if (text.length > 120) return null;
  const parts = bylineParts(text).filter((part) => !isSite(part, site));
  const person = parts.find((part) => looksLikePerson(foldWords(part), true));
  return (
    person ?? (role === 'author' ? (parts.find((part) => isAgency(foldWords(part))) ?? null) : null)
  );
}

/** Before a line's first letter: bullets, dashes, icons. */
const NO_LETTER = /^[^a-zà-ÿ\u0621-\u064a]+/;
const BETWEEN_PARTS =
  /\s*[|/\\,،:؛•*()[\]«»"“”]+\s*|\s+[-–—ـ_]+\s*|\s*[-–—ـ_]+\s+|\s*[-–—]{2,}\s*|ـ{2,}|(?<=[\u0621-\u064a]{3})[-–—](?=[\u0621-\u064a]{3})/;

/** A byline between its dashes, bars, commas and brackets; figures and dates left out. */
function bylineParts(text: string): string[] {
  return text
    .split(BETWEEN_PARTS)
    .map((part) => oneLine(part.replace(/^[\s.…]+|[\s.…]+$/g, '')))
    .filter((part) => part.length > 1 && !/[\d٠-٩۰-۹]/.test(part) && foldWords(part) !== '');
}

function statedNames({ jsonLd, meta, site }: BylineSources): string[] {
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
    const parts = bylineParts(name).filter(
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
function markedNames({ document, near, site }: BylineSources): string[] {
  const selector =
    '[rel~="author"], [itemprop~="author"], [class*="author" i], [class*="byline" i], [class*="writer" i], a[href*="/author"], a[href*="/writer"]';
  const printed = [...near.above, ...near.below].map((line) => ` ${line.words} `);
  for (const element of queryAll(document, selector)) {
    const text = textOf(element);
    if (text.length < 4 || text.length > 80) continue;
    const words = ` ${foldWords(text)} `;
    // In parts, where the name and what stands beside it are lines of their own.
    if (!printed.some((line) => line.includes(words) || words.includes(line))) continue;
    const name = personIn(withoutLabel(text), site);
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
function unlabelled({ zone, near, titles, site }: BylineSources): string[] {
  const opening = zone.body.slice(0, 3);
  for (const { text } of opening) {
    const name = FROM_SOMEONE.exec(text)?.[1];
    if (name && looksLikePerson(foldWords(name))) return [name.trim()];
  }
  const titled = new Set(
    titles
      .flatMap((title) => title.split(/\s+[-–—|]\s+|\s*[:|]\s+/))
      .map(foldWords)
      .filter((part) => looksLikePerson(part) && !isSite(part, site)),
  );
  for (const line of [...near.above, ...opening, ...zone.body.slice(-1), ...near.below]) {
    if (line.text.length > 70 || isSentence(line.text) || matchPhrase(line.text)) continue;
    const parts = bylineParts(line.text);
    if (parts.length > 4) continue;
    const sited = (part: string) => isSite(part, site);
    // Below the text stand menus and other articles: a name counts there only if the title has it.
    const placed =
      parts.length > 1 &&
      !near.below.includes(line) &&
      parts.some((part) => isPlace(foldWords(part)) || sited(part));
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
  return pairAtHead(zone);
}

/** «تازة (شمال) ـ من فلان ـ …», «من فلان» */
const FROM_SOMEONE = /^(?:.{2,40}?\s*[ـ–—-]+\s*)?من\s+([^\d:،,()«»ـ–—-]{5,40}?)\s*(?:[ـ–—:-]|$)/;

/** «فلان: صحيفة» alone in a line before a first paragraph; not a sub-heading, whose tag differs from the text's. */
function pairAtHead({ body }: Zone): string[] {
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
    if (names?.length === 2 && bylineParts(line.text).length === 2) return [names[0]!];
  }
  return [];
}

function isSentence(text: string): boolean {
  return /[؟?!]|[^\s.]{3}\.(?:\s|$)/.test(text);
}

/** «القاهرة – رويترز –», «باريس (أ ف ب):» */
const DATELINE = /^[^\d.:()«»]{2,40}?[\s(–—-]+([^\d:()«»–—-]{2,25}?)\)?\s*[-–—:]/;

/** An agency in a byline's place, in brackets at the dateline or at the end of the text. */
function agencyName({ zone, near, site }: BylineSources, stated: string[]): string | null {
  const named = stated.find((name) => isAgency(foldWords(name)) && !isSite(name, site));
  if (named) return named;
  for (const line of [...near.above, ...zone.body.slice(0, 2), ...zone.body.slice(-2)]) {
    const parts = line.text.length < 70 ? bylineParts(line.text) : [];
    const whole = parts.length <= 4 ? parts.find((part) => isAgency(foldWords(part))) : undefined;
    const dateline = DATELINE.exec(line.text)?.[1];
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
