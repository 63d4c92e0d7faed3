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

/** The phrases under one heading of the list. */
interface Section {
  kind: PhraseKind;
  place: PhrasePlace;
  longest: number;
  pattern: RegExp;
}

/** Blocks longer than this hold sentences; none is looked at. */
const LONGEST_BLOCK = 420;
/**
 * Words of a block that ends in a full stop; where a label that is also a word of the language
 * («مصدر:») stands before more, a sentence follows it and no list of names, unless signs part them.
 */
const LONGEST_NAMES = 7;

/** Folded words with which a page speaks of itself («قناتنا») or of its reader's blocker. */
const OF_PAGE = / (?!هنا )\S+نا | انك تستخدم /;
/** A step of instructions or their headline: what it tells to join or install is its matter. */
const INSTRUCTION = /^(?:[\d٠-٩]+\s*[.)-]|(?:كيف|كيفية|طريقة|خطوات)\s)/;

let sections: Section[];
/** One question that nearly every block of text answers with no: whether any phrase may stand there. */
let any: RegExp;

function readList(): void {
  const leading: string[] = [];
  const standing: string[] = [];
  sections = NOISE.replaceAll('(', '(?:')
    .split('\n[')
    .slice(1)
    .map((section): Section => {
      const [heading = '', ...lines] = section.trimEnd().split('\n');
      const [kind, place, longest] = heading.slice(0, -1).split(' ') as [
        PhraseKind,
        PhrasePlace,
        string?,
      ];
      const phrase = `(?:${lines.join('|')}) `;
      (place === 'anywhere' ? standing : leading).push(phrase);
      const pattern = new RegExp(
        place === 'anywhere'
          ? `(?:^| )${phrase}`
          : place === 'start'
            ? `^${phrase}`
            : `^(?:${phrase})+$`,
      );
      return { kind, place, longest: Number(longest ?? LONGEST_BLOCK), pattern };
    });
  any = new RegExp(`^(?:${leading.join('|')})|(?:^| )(?:${standing.join('|')})`);
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
  if (!any) readList();
  // Without the counts that stand beside a label («12 تعليق», «المشاهدات 304»).
  const block = `${words.replace(/^(?:\d+ )+|(?: \d+)+$/g, '')} `;
  if (!any.test(block)) return null;
  const label = labelOf(text);
  const count = block.split(' ').length - 1;
  const isInstruction = INSTRUCTION.test(text);
  const stopped = /[\p{L}\p{M}\d٠-٩»)"]\.[»"]?$/u.test(text);
  const asks = /[؟?]$/.test(text);
  for (const { kind, place, longest, pattern } of sections) {
    if (count > longest || (kinds && !kinds.has(kind))) continue;
    const [phrase] = pattern.exec(block) ?? (place === 'label' ? pattern.exec(label) : null) ?? [];
    if (!phrase) continue;
    const ofPage = kind === 'footer' || kind === 'comments' || OF_PAGE.test(block);
    if (kind === 'promotion' && isInstruction) continue;
    if (asks && place === 'start' && (kind === 'breadcrumb' || kind === 'share')) continue;
    const parted =
      phrase === label && (place === 'start' || count <= LONGEST_NAMES || /[+|/]/.test(text));
    const isLast = block.endsWith(phrase);
    if (stopped && place !== 'whole' && !parted)
      if (place !== 'anywhere' || !(ofPage || isLast)) continue;
    return { kind, phrase: phrase.trim(), place };
  }
  return null;
}

/** The words before a block's first colon, as phrases are written; a space without one. */
function labelOf(text: string): string {
  return `${foldWords(/^[^:：]*(?=[:：])/.exec(text)?.[0] ?? '')} `;
}
