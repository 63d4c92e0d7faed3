import { BeginningIndex, beginningsOf } from './beginnings.ts';
import { foldWords } from './fold.ts';
import { NOISE } from './noise.ts';

/** What a noise phrase says; each kind answers to one reason for leaving a block out. */
export type PhraseKind =
  | 'read-also'
  | 'related'
  | 'share'
  | 'promotion'
  | 'advertisement'
  | 'loading'
  | 'navigation'
  | 'breadcrumb'
  | 'comments'
  | 'tags'
  | 'footer'
  | 'screen-reader-hint'
  | 'photo-credit'
  | 'embed-leftover'
  | 'source-line';

/**
 * Where the phrase must stand. `whole`: it, and others
 * of its kind, are the block (figures beside it aside). `label`: it is
 * the block, or what stands before its first colon. `start`: the block begins with it. `anywhere`:
 * it stands in the block. All but the first only in a short block, of so many words at most: a
 * long paragraph that begins so is somebody's sentence, and so is a block with a full stop, unless
 * a colon parts the phrase or the page speaks of itself («قناتنا»).
 */
export type PhrasePlace = 'whole' | 'label' | 'start' | 'anywhere';

export interface PhraseMatch {
  kind: PhraseKind;
  /** Its folded words, for the record of what was removed and why. */
  phrase: string;
  place: PhrasePlace;
}

/** The phrases of one line of the list; of all under one heading where a block may consist of several. */
interface PhraseGroup {
  kind: PhraseKind;
  place: PhrasePlace;
  longest: number;
  /** Place in the list: an earlier group comes first. */
  order: number;
  source: string;
  /** Made when a block is first asked for it: a page needs few, and the longest take milliseconds to compile. */
  pattern?: RegExp;
}

/** Blocks longer than this hold sentences; none is looked at. */
const LONGEST_BLOCK = 420;
/**
 * Words of a block that ends in a full stop; where a label that is also a word of the language
 * («مصدر:») stands before more, a sentence follows it and no list of names, unless signs part them.
 */
const LONGEST_NAMES = 7;

/** Folded words with which a page speaks of what is its own («قناتنا») or of its reader's blocker; a witness says «بيتنا», and «كورونا» is nobody's. */
const OF_PAGE =
  /(?:^| )[وبلف]?(?:قن[او]|صفح|حساب|موقع|منص|تطبيق|مجموع|نشر|خدم|[كقج]روب|متابع|زوار|قراء|صحيف|جريد|صحاف|راسل|تابع|برامج|تغطي|استقلال|ساعد)\S*نا | انك تستخدم | ل(?:قرائ|متابعي)ها? /;
/** A block that begins with a call is one, stopped or not: no sentence of news does. */
const CALLS =
  /^(?:(?:انضم|اشترك|انخرط|التحق|ادعم|تبرع)(?:وا|ي)?|(?:حمل|نزل|فعل|تابع|زور|تواصل)(?:وا|ي)|للتواصل|للاشتراك|للانضمام) /;
/** Words; after more than these a call that stands last in a stopped block is the end of a sentence. */
const LONGEST_LEAD = 3;
/** Words; a longer block that ends in a question tells before what it asks. */
const LONGEST_QUESTION = 14;
/** A sentence that begins so tells what somebody said: «طلبنا من العملاء تحميل التطبيق» is theirs. */
const SPOKEN = /^و?(?:قال|اضاف|اكد|اوضح|ذكر|[يت]قول|[يت]ضيف)(?:ت|وا)? /;
/** A step of instructions or their headline: what it tells to join or install is its matter. */
const INSTRUCTION = /^(?:[\d٠-٩]+\s*[.)-]|(?:كيف|كيفية|طريقة|خطوات)\s)/;

/** The groups that may speak of a block that begins so, and those that may stand anywhere in it. */
interface PhraseList {
  leading: BeginningIndex<PhraseGroup>;
  standing: BeginningIndex<PhraseGroup>;
}

let list: PhraseList | null = null;

function readList(): PhraseList {
  const leading = new BeginningIndex<PhraseGroup>();
  const standing = new BeginningIndex<PhraseGroup>();
  let order = 0;
  for (const section of NOISE.split('\n[').slice(1)) {
    const [heading = '', ...lines] = section.trimEnd().split('\n');
    const [kind, place, longest = LONGEST_BLOCK] = heading.slice(0, -1).split(' ');
    const isAlone = place === 'start' || place === 'anywhere';
    for (const source of isAlone ? lines : [lines.join('|')]) {
      const group = {
        kind,
        place,
        longest: Number(longest),
        order: order++,
        source,
      } as PhraseGroup;
      for (const beginning of beginningsOf(`(${source}) `))
        (place === 'anywhere' ? standing : leading).add(beginning, group);
    }
  }
  return { leading, standing };
}

function patternOf({ place, source }: PhraseGroup): RegExp {
  const phrase = `(${source}) `.replaceAll('(', '(?:');
  if (place === 'anywhere') return new RegExp(`(?:^| )${phrase}`);
  return new RegExp(place === 'start' ? `^${phrase}` : `^(?:${phrase})+$`);
}

/** The groups that a block of folded words has to be asked for, in order: for nearly every one there is none. */
function groupsFor(block: string): PhraseGroup[] {
  const found = new Set<PhraseGroup>();
  list ??= readList();
  const { leading, standing } = list;
  leading.findAt(block, 0, found);
  for (let at = 0; at < block.length; at = block.indexOf(' ', at) + 1)
    standing.findAt(block, at, found);
  return [...found].toSorted((one, other) => one.order - other.order);
}

/**
 * The noise phrase a block consists of, begins with or holds; null for ordinary text.
 * `text` is the block's text as published, `words` the same as `foldWords` gives it.
 */
export function matchPhrase(
  text: string,
  kinds?: ReadonlySet<PhraseKind>,
  words: string = text.length > LONGEST_BLOCK ? '' : foldWords(text),
): PhraseMatch | null {
  if (text.length > LONGEST_BLOCK) return null;
  // Without the counts that stand beside a label («12 تعليق», «المشاهدات 304»).
  const block = `${words.replace(/^(?:\d+ )+|(?: \d+)+$/g, '')} `;
  const groups = groupsFor(block);
  if (groups.length === 0) return null;
  const named = wordsBefore(text, /[:：|]/);
  const dotted = wordsBefore(text, /[:：|]|\.\.|(?<=للمزيد)\s[-–—]\s/);
  const count = block.split(' ').length - 1;
  const isInstruction = INSTRUCTION.test(text);
  const stopped = /\.[»"]?$/.test(text) && /[\p{L}\p{M}\d٠-٩»)"]\.[»"]?$/u.test(text);
  const asks = /[؟?]$/.test(text);
  for (const group of groups) {
    const { kind, place } = group;
    if (count > group.longest || (kinds && !kinds.has(kind))) continue;
    // «شوف الفيديو.. …», «للمزيد - …»; after dots a headline may follow other labels («المصدر.. …»).
    const label = kind === 'read-also' ? dotted : named;
    const pattern = (group.pattern ??= patternOf(group));
    const [phrase] = pattern.exec(block) ?? (place === 'label' ? pattern.exec(label) : null) ?? [];
    if (!phrase) continue;
    const begins = block.startsWith(phrase.trimStart()) && CALLS.test(block);
    const ofPage = kind === 'footer' || kind === 'comments' || begins || OF_PAGE.test(block);
    if (kind === 'promotion' && (isInstruction || (stopped && SPOKEN.test(block)))) continue;
    if (asks && kind === 'promotion' && count > LONGEST_QUESTION) continue;
    if (asks && place === 'start' && (kind === 'breadcrumb' || kind === 'share')) continue;
    if (kind === 'breadcrumb' && count > LONGEST_NAMES && !/[:>›»/\\|]/.test(text)) continue;
    const parted =
      phrase === label && (place === 'start' || count <= LONGEST_NAMES || /[+|/]/.test(text));
    const lead = count - phrase.trim().split(' ').length;
    const isLast = block.endsWith(phrase) && (kind !== 'promotion' || lead <= LONGEST_LEAD);
    if (stopped && place !== 'whole' && !parted)
      if (place !== 'anywhere' || !(ofPage || isLast)) continue;
    return { kind, phrase: phrase.trim(), place };
  }
  return null;
}

/** The words before a block's first such sign, as phrases are written; a space without one. */
function wordsBefore(text: string, sign: RegExp): string {
  return `${foldWords(text.slice(0, Math.max(0, text.search(sign))))} `;
}
