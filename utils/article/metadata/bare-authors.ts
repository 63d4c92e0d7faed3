import { isAgency } from '../../arabic/agencies.ts';
import { foldWords } from '../../arabic/fold.ts';
import { holdsGivenName } from '../../arabic/given-names.ts';
import { looksLikePerson } from '../../arabic/names.ts';
import { matchPhrase } from '../../arabic/phrases.ts';
import { isPlace } from '../../arabic/places.ts';
import { markMonths } from '../../arabic/months.ts';
import { queryAll, textOf } from './dom.ts';
import { bylineParts, isSite, plainLine } from './byline-parts.ts';
import { PARAGRAPH, type NearLines, type PageLine, type Zone } from './zone.ts';

/** «تازة (شمال) - من فلان - …», «من فلان» */
const FROM_SOMEONE = /^(?:.{2,40}?\s*[–—-]+\s*)?من\s+([^\d:،,()«»–—-]{5,40}?)\s*(?:[–—:-]|$)/;
/** «القاهرة - فلان: …», «القاهرة – فلان – …» at the head of a paragraph. */
const DATELINE = /^([^.؟!]{5,70}?)\s*(?::\s|[–—-]{2,}\s|[–—-]\s(?!.{0,25}[–—:-]\s))/;
/** «… إلى حين. فلان الفلاني», «… إلى حين (فلان الفلاني)» */
const SIGNATURE = /[.!؟»"…)]\s*[(–—-]?\s*([^\s\d.!؟»"()–—-]+(?:\s[^\s\d.!؟»"()–—-]+){1,3})\)?\s*$/;

const HAS_YEAR = /\d{4}|[٠-٩]{4}/;

/** A name without label: in a dateline, with its place or outlet, in the page's title too, alone where bylines stand, or as a signature. */
export function bareName(
  document: Document,
  titles: readonly string[],
  near: NearLines,
  zone: Zone,
  site: ReadonlySet<string>,
): string | null {
  const isPerson = (part: string) => looksLikePerson(foldWords(part)) && !isSite(part, site);
  const isKnownPlace = (part: string) => isPlace(foldWords(part)) || isSite(part, site);
  const named = (part: string) => isPerson(part) && holdsGivenName(foldWords(part));
  const opening = openingOf(zone);

  for (const { text } of [...near.above, ...opening]) {
    const line = plainLine(text);
    const from = FROM_SOMEONE.exec(line)?.[1];
    if (from && isPerson(from)) return from.trim();
    const parts = bylineParts(DATELINE.exec(line)?.[1] ?? '');
    const reporter = parts.length <= 4 && parts.length > 1 ? parts.find(named) : undefined;
    if (reporter && parts.some(isKnownPlace)) return reporter;
  }

  for (const title of titles) {
    // «فلان يكتب: …»: a column's headline.
    const columnist = /^(.{5,40}?)\s+(?:يكتب|تكتب)\s*(?:[:؛…-]|\.\.|عن)/.exec(title)?.[1];
    if (columnist && isPerson(columnist)) return columnist;
  }
  const titled = new Set(
    titles
      .flatMap((title) => title.split(/\s+[-–—|/]\s+|\s*[:|]\s+|\s*(?:\.\.+|…)\s*/))
      .filter(isPerson)
      .map(foldWords),
  );
  // A line with the date in it may be long: it holds section, author and counters.
  const short = (line: PageLine) =>
    line.text.length <= (HAS_YEAR.test(line.text) ? 130 : 70) &&
    !isSentence(line.text) &&
    !matchPhrase(line.text);
  for (const line of [...near.above, ...opening, ...zone.body.slice(-1)].filter(short)) {
    const parts = bylineParts(line.text);
    if (parts.length > 9) continue;
    const placed = parts.length > 1 && parts.some(isKnownPlace);
    const person = parts.find((part) => titled.has(foldWords(part)) || (placed && isPerson(part)));
    if (person) return person;
    // «الموقع: صحيفة أخرى» at the text's head: whose text it is.
    const other = parts.find((part) => !isKnownPlace(part));
    if (other && parts.length === 2 && opening.includes(line) && /:/.test(line.text) && placed) {
      return other;
    }
  }
  return (
    loneName(document, near, zone, titles[0] ?? '', named) ??
    pairAtHead(zone, isPerson) ??
    signature(zone, named)
  );
}

/** A given name and family name, and no more, in the line just above the text: a byline whatever markup says. */
export function nameAboveText(
  zone: Zone,
  near: NearLines,
  site: ReadonlySet<string>,
): string | null {
  const line = zone.lines[zone.first - 1];
  if (!line || !near.above.includes(line)) return null;
  const count = line.words.split(' ').length;
  if (zone.first - 1 <= zone.headline || count > 5 || matchPhrase(line.text)) return null;
  const fits =
    holdsGivenName(line.words) && looksLikePerson(line.words) && !isSite(line.text, site);
  return fits && bylineParts(line.text).length === 1 ? line.text : null;
}

/**
 * A given name and family name that fill a line of their own between headline and text, beside at
 * most a date and a place. What menus list and what the headline speaks of is a subject.
 */
function loneName(
  document: Document,
  { above }: NearLines,
  { lines, headline, first }: Zone,
  title: string,
  named: (part: string) => boolean,
): string | null {
  const titleWords = ` ${foldWords(title)} `;
  const from = headline < 0 ? Math.max(0, first - 4) : headline - 2;
  const between = lines.slice(Math.max(0, from), first).filter((line) => above.includes(line));
  for (const { text } of between) {
    if (text.length > 90 || isSentence(text) || matchPhrase(text)) continue;
    const parts = bylineParts(text).filter((part) => !isCalendar(part));
    const name = parts.find(named);
    if (!name || !parts.every((part) => part === name || part.split(' ').length <= 3)) continue;
    const words = foldWords(name);
    if (words.split(' ').length > 5 || titleWords.includes(` ${words} `)) continue;
    if (!isListed(document, words)) return name;
  }
  return null;
}

/** True if a menu or list of the page links to what bears this text: a section, a subject. */
function isListed(document: Document, words: string): boolean {
  return queryAll(document, 'nav a, header a, footer a, li a').some((link) => {
    const text = textOf(link);
    return text.length < 60 && foldWords(text) === words;
  });
}

function isCalendar(part: string): boolean {
  const words = foldWords(part);
  return (
    markMonths(words) !== words ||
    /^(?:يوم )?(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه)$/.test(words)
  );
}

/** The text's first lines below the headline. */
function openingOf({ lines, body, headline }: Zone): PageLine[] {
  const start = body.findIndex((line) => lines.indexOf(line) > headline);
  return body.slice(Math.max(0, start), Math.max(0, start) + 3);
}

/** «فلان: صحيفة» alone in a line before a first paragraph; not a sub-heading, whose tag differs from the text's. */
function pairAtHead({ body }: Zone, isPerson: (part: string) => boolean): string | null {
  for (const [at, line] of body.slice(0, 4).entries()) {
    const next = body[at + 1];
    if (!next || next.text.length < PARAGRAPH || line.text.length > 50) continue;
    const [, name, outlet] = /^([^:]+?)\s*:\s*([^:]+)$/.exec(line.text) ?? [];
    if (!name || !outlet || line.name !== next.name || !isPerson(name)) continue;
    const outletWords = foldWords(outlet);
    if (outletWords.split(' ').length <= 3 && looksLikePerson(outletWords, true)) return name;
  }
  return null;
}

/** Below the last paragraph, or as its last words. */
function signature({ body }: Zone, named: (part: string) => boolean): string | null {
  for (const line of body.slice(-3).toReversed()) {
    const text = plainLine(line.text);
    if (/^(?:كاتب|كاتبه|كاتبة|باحث|صحفي|صحافي|أستاذ|استاذ)/.test(text) && text.length < PARAGRAPH)
      continue;
    if (text.length <= 45 && !isSentence(text) && named(text)) return text;
    const last = text.length > PARAGRAPH ? SIGNATURE.exec(text.slice(-70))?.[1] : undefined;
    return last && named(last) && foldWords(last).split(' ').length <= 4 ? last : null;
  }
  return null;
}

/** «القاهرة – رويترز –», «باريس (أ ف ب):» */
const AGENCY_LINE = /^[^\d:()«»]{2,40}?[\s(–—-]+([^\d:()«»–—-]{2,25}?)\)?\s*[-–—:]/;

/** An agency in a byline's place, in the dateline, or in brackets or alone at the end of the text. */
export function agencyName(near: NearLines, zone: Zone, site: ReadonlySet<string>): string | null {
  const isOne = (name: string) => isAgency(foldWords(name)) && !isSite(name, site);
  const opening = openingOf(zone).slice(0, 2);
  // A line of its own among the paragraphs, which the text's cleaning may have set aside.
  const { lines, headline, last } = zone;
  const alone = lines.slice(headline + 1, last + 4).filter(({ words }) => isAgency(words));
  const source = near.below.filter((line) => matchPhrase(line.text)?.kind === 'source-line');
  for (const line of [...near.above, ...opening, ...zone.body.slice(-2), ...source, ...alone]) {
    const text = plainLine(line.text);
    const parts = text.length < 70 ? bylineParts(text) : [];
    const placed = parts.some((part) => isPlace(foldWords(part)) || isSite(part, site));
    const whole =
      parts.length === 1 || (parts.length <= 4 && placed) || source.includes(line)
        ? parts.find((part) => isOne(part) || (placed && isAgency(foldWords(part), true)))
        : undefined;
    const bracketed =
      /\(([^()]{2,30})\)[.\s]*$/.exec(text)?.[1] ?? /^[^()]{2,40}\(([^()]{2,30})\)/.exec(text)?.[1];
    const found = [whole, AGENCY_LINE.exec(text)?.[1], bracketed].find(
      (name) => name && isOne(name),
    );
    if (whole ?? found) return (whole ?? found ?? '').trim();
  }
  return null;
}

function isSentence(text: string): boolean {
  return /[؟?!]|[^\s.]{3}\.(?:\s|$)/.test(text);
}
