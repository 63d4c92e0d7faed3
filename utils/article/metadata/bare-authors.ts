import { isAgency } from '../../arabic/agencies.ts';
import { foldWords } from '../../arabic/fold.ts';
import { holdsGivenName } from '../../arabic/given-names.ts';
import { isWeekday, markMonths } from '../../arabic/months.ts';
import { looksLikePerson } from '../../arabic/names.ts';
import { isPlace } from '../../arabic/places.ts';
import { tellsProfession } from '../../arabic/professions.ts';
import { describesAuthor, leadsToAuthor } from '../lines/author-card.ts';
import { isSourcesLabel, isValue } from '../lines/label-or-text.ts';
import { isHeading, isListed } from '../lines/lines.ts';
import { bylineParts, isSite, plainLine } from './byline-parts.ts';
import { queryAll } from '../page/dom.ts';
import { NEXT_LABEL } from './labelled-authors.ts';
import { textOf } from './dom.ts';
import { isSpokenOf } from './spoken-of.ts';
import { openingOf, PARAGRAPH, type NearLines, type PageLine, type Zone } from './zone.ts';

/** Where a name without label may stand, and what is none. */
export interface Bylines {
  document: Document;
  /** Headline first, then the page's other titles, where some systems name the author. */
  titles: readonly string[];
  near: NearLines;
  zone: Zone;
  /** Names of the site, as `foldWords` gives them. */
  site: ReadonlySet<string>;
}

/** «تازة (شمال) - من فلان - …», «من فلان» */
const FROM_SOMEONE = /^(?:.{2,40}?\s*[–—/-]+\s*)?من\s+([^\d:،,()«»/–—-]{5,40}?)\s*(?:[/–—:-]|$)/;
/** «فلان الفلاني من جدة» */
const FROM_PLACE = /^([^\d:،,()«»–—-]{5,40}?)\s+من\s+(\S+(?:\s\S+)?)$/;
/** «القاهرة - فلان: …», «القاهرة – فلان – …» at the head of a paragraph. */
const DATELINE = /^([^.؟!]{5,70}?)\s*(?::\s|[–—-]{2,}\s|[–—-]\s(?!.{0,25}[–—:-]\s))/;
/** «فلان الفلاني – «صحيفة أخرى»»: a line of its own above a text that is translated or taken over. */
const FOREIGN = /^([^\d«»:،,.–—-]{5,40}?)\s*[–—-]\s*«[^«»]{3,30}»$/;
/** «… إلى حين. فلان الفلاني», «… إلى حين (فلان الفلاني)»; a name right behind a quotation is that of who is quoted. */
const SIGNATURE = /[.!؟…)]\s*[(–—-]?\s*([^\s\d.!؟»"()–—-]+(?:\s[^\s\d.!؟»"()–—-]+){1,3})\)?\s*$/;
/** «فلان - سيرة …»: a life told by another. */
const TELLS_LIFE = /^[^–—-]{5,30}\s[–—-]\s(?:سيرة|قصة حياة|حكاية|رحيل|مسيرة|ذكرى)\s/;
/** «(أرشيف - فلان)»: who took the picture above. */
const OF_PICTURE = /^(?:(?:من )?(?:ال)?ارشيف|تصوير|بعدسه|عدسه|صوره|(?:صوره )?ارشيفيه)$/;
/** «تعليق على صورة من خمس كلمات … (فلان)»: whose picture it is. */
const CREDITED = /^(?:[^\s\d(|–-]+ ){5}.*\([^()]+\)$/;
const YEAR = /(?:1[349]|20)\d\d|[٠-٩]{4}/;

/** A name without label: in a dateline, with its place or outlet, in the page's title too, or as a signature. */
export function bareName({ titles, near, zone, site }: Bylines): string | null {
  const isPerson = (part: string) => looksLikePerson(foldWords(part)) && !isSite(part, site);
  const isNamed = (part: string) => holdsGivenName(foldWords(part)) && isPerson(part);
  // A picture's words stand beside the outlet too («مزارع يقطف ثمار البن - الموقع»).
  const isShortName = (part: string) => isPerson(part) && part.split(' ').length <= 3;
  const isNamedPlace = (part: string) => isPlace(foldWords(part));
  const isKnownPlace = (part: string) => isNamedPlace(part) || isSite(part, site);
  const opening = openingOf(zone);
  for (const printed of [...near.above, ...opening]) {
    const line = plainLine(printed.text);
    const [, writer = '', where = ''] = FROM_PLACE.exec(line) ?? [];
    const isFromPlace = isNamed(writer) && isNamedPlace(where);
    if (isFromPlace && !isHeading(printed) && !isListed(printed)) return writer;
    const from = FROM_SOMEONE.exec(line)?.[1];
    // «من» is also a word of labels («من أدبيات الحركة»): alone, or behind a bar, it needs a name that is known.
    if (from && (/^من |\//.test(line) ? isNamed(from) : isPerson(from))) return from.trim();
    const translated = opening.includes(printed) ? FOREIGN.exec(line)?.[1] : undefined;
    if (translated && isPerson(translated) && !isKnownPlace(translated)) return translated.trim();
    const parts = bylineParts(DATELINE.exec(line)?.[1] ?? '');
    if (parts.length > 4 || !parts.some(isKnownPlace)) continue;
    const reporter = parts.find(isNamed);
    if (reporter) return reporter;
  }
  const inTitles = titles.flatMap((title) =>
    // «فلان يكتب: …»: a column's headline.
    TELLS_LIFE.test(title)
      ? []
      : title.split(/\s+(?:[-–—|/]|[يت]كتب\s*[:؛…-])\s*|\s*[:|]\s+|\s*(?:\.\.+|…)\s*/),
  );
  const writers = inTitles.filter(
    (part) => isPerson(part) && !/[«"“]/.test(part) && !isSpokenOf(part, zone.body),
  );
  const titled = new Set(writers.map(foldWords));
  // Below a signature some sites print their name, the day and the number of the issue.
  const closing = zone.body
    .slice(-4)
    .filter(({ text }) => !isSite(text, site) && !/^(?:التاريخ|رقم العدد)\s*:/.test(text));
  for (const line of [...near.above, ...opening, ...closing.slice(-1)]) {
    // A line with the date in it may be long: it holds section, author and counters.
    if (line.text.length > (YEAR.test(line.text) ? 130 : 70) || !isLabelLike(line)) continue;
    const parts = bylineParts(line.text.replace(NEXT_LABEL, ''));
    if (parts.length > 9 || parts.some(isOfPicture)) continue;
    if (CREDITED.test(line.text) && !parts.some(isNamedPlace)) continue;
    // «المدينة 3-5-2025 الوكالة- فلان»: beside an agency and a day the town may be unknown.
    const isDated = parts.length > 2 && /\d/.test(line.text) && parts.some(isAgencyPart);
    const beside = parts.length > 1 && (isDated || parts.some(isKnownPlace));
    const person =
      parts.find((part) => titled.has(foldWords(part))) ??
      (beside ? (parts.find(isNamed) ?? parts.find(isShortName)) : undefined);
    if (person) return person;
    if (parts.length !== 2 || !opening.includes(line) || isListed(line)) continue;
    // «فلان: صحيفة» at the text's head; «الموقع: صحيفة أخرى»: whose text it is.
    const isForeign =
      /[:：]./.test(line.text) && isSite(parts[0]!, site) && !isKnownPlace(parts[1]!);
    const foreign = isForeign ? parts[1] : undefined;
    // «حراسة المرمى: فلان», «الدفاع: فلان»: a team, a cast. Of two halves of a verse none is a name.
    if (isAmongValues(line, opening) || line.text.includes('*')) continue;
    const own = parts.find(isNamed) ?? foreign;
    if (own) return own;
  }
  return (
    writers.find((part) => titles[0]?.startsWith(`${part} `) && isNamed(part)) ??
    signature(zone, isNamed)
  );
}

const isOfPicture = (part: string): boolean => OF_PICTURE.test(foldWords(part));
const isAgencyPart = (part: string): boolean => isAgency(foldWords(part));

/** «على الهامش», «على هامش …»: the preposition, which many also write for the name. */
const ON = /^على (?:ال(?!دين)|هامش |ضوء |طريق )/;
/** What a paper's head says above a name that is none of an author's. */
const OFFICE =
  /^(?:\S+ و)?(?:ال)?(?:رئيس|مدير|نائب|سكرتير|مشرف)ه? (?:\S+ ){0,2}(?:و?(?:ال)?تحرير|الاداره|العامه?)$|^رئيس حزب \S+$/;

/**
 * A given name and family name that fill a line between headline and text, beside at most a date
 * and a place. What menus list and what the headline speaks of is a subject. `justAbove`: only in
 * the line just above the text, and with nothing beside it: a byline whatever markup says.
 */
export function loneName(
  { document, titles, near, zone, site }: Bylines,
  justAbove: boolean,
): string | null {
  const { lines, headline, first } = zone;
  const title = ` ${foldWords(titles[0] ?? '')} `;
  const from = justAbove ? first - 1 : headline < 0 ? first - 4 : headline - 2;
  for (let at = Math.max(0, from); at < first; at++) {
    const line = lines[at]!;
    if (line.text.length > PARAGRAPH || !near.above.includes(line) || !isLabelLike(line)) continue;
    if (OFFICE.test(lines[at - 1]?.words ?? '')) continue;
    const parts = bylineParts(line.text).filter((part) => justAbove || !isCalendar(part));
    if (parts.some(isOfPicture)) continue;
    const name = parts.find((part) => !ON.test(part) && holdsGivenName(foldWords(part)));
    const words = foldWords(name ?? '');
    if (!name || !looksLikePerson(words) || isSite(name, site) || words.split(' ').length > 5)
      continue;
    if (isAmongValues(line, near.above) && parts[0] !== name) continue;
    const most = justAbove ? 0 : 3;
    if (parts.some((part) => part !== name && part.split(' ').length > most)) continue;
    if (!title.includes(` ${words} `) && !isLinked(document, words)) return name;
  }
  return null;
}

/** Whether a line says «name: value» as others near it do. */
function isAmongValues(line: PageLine, lines: readonly PageLine[]): boolean {
  return isValue(line) && lines.filter(isValue).length > 1;
}

/** True if a menu or list of the page links to what bears this text: a section, a subject. */
function isLinked(document: Document, words: string): boolean {
  return queryAll(document, 'nav a,header a,footer a,li + li a,li:has(+ li) a').some((link) => {
    const text = textOf(link);
    return text.length < 60 && foldWords(text) === words;
  });
}

function isCalendar(part: string): boolean {
  const words = foldWords(part);
  return markMonths(words) !== words || isWeekday(words);
}

/** One name of several: an item or cell, or below another name or what announces names. */
function isOneOfNames(body: readonly PageLine[], name: string): boolean {
  const at = body.findLastIndex(({ text }) => plainLine(text) === name);
  const before = plainLine(body[at - 1]?.text ?? '');
  return (
    isListed(body[at]) ||
    tellsOfSeveral(body) ||
    before.endsWith(':') ||
    (before.length <= 45 && !isSentence(before) && looksLikePerson(foldWords(before)))
  );
}

/** Persons with what they are below each: winners, members, who speaks at a meeting. */
function tellsOfSeveral(body: readonly PageLine[]): boolean {
  const people = body.filter(
    ({ words }, at) =>
      tellsProfession(words) && looksLikePerson(foldWords(body[at - 1]?.text ?? '')),
  );
  return people.length > 1;
}

/** Below the last paragraph, or as its last words. */
function signature({ body }: Zone, isNamed: (part: string) => boolean): string | null {
  const notes = body.findLastIndex(({ words }) => isSourcesLabel(words));
  const lines = body
    .slice(0, notes > 0 ? notes : undefined)
    .slice(-3)
    .map(({ text }) => plainLine(text));
  const last =
    lines.findLast((text) => text.length >= PARAGRAPH || !tellsProfession(foldWords(text))) ?? '';
  const alone = last.length <= PARAGRAPH;
  if (alone && isOneOfNames(body, last)) return null;
  const name = alone ? last : SIGNATURE.exec(last.slice(-70))?.[1];
  // «فلان / المدينة»
  return name && name.length <= 45 && !isSentence(name) && isNamed(name)
    ? (bylineParts(name).find(isNamed) ?? name)
    : null;
}

/** The name on the one card above or below the text that tells who wrote it, or leads to what else they wrote. */
export function cardName({ near, zone, site }: Bylines): string | null {
  const { lines, headline, first, last } = zone;
  if (tellsOfSeveral(zone.body)) return null;
  const close = new Set([...near.above, ...zone.body.slice(-2), ...near.below]);
  // The link to what else they wrote begins what is no text; the lines near the text end above it.
  const from = Math.max(0, headline < 0 ? first - 4 : headline - 6);
  const isAround = (at: number): boolean =>
    (at >= from && at < first) || (at > last && at < last + 8);
  const names = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const isCard =
      (close.has(line) && describesAuthor(lines, at)) ||
      (isAround(at) && leadsToAuthor(line, before));
    const name = before && isCard ? plainLine(before.text) : '';
    return name && looksLikePerson(foldWords(name)) && !isSite(name, site) ? name : [];
  });
  return names.length === 1 ? names[0]! : null;
}

/** No sentence and no phrase of the page's furniture. */
function isLabelLike({ text, phrase }: PageLine): boolean {
  return !isSentence(text) && !phrase;
}

function isSentence(text: string): boolean {
  return /[؟?!]|[^\s.]{3}\.(?:\s|$)/.test(text);
}
