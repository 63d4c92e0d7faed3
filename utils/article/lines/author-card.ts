import { tellsProfession } from '../../arabic/professions.ts';

/** What a card is known by. */
interface CardLine {
  text: string;
  words: string;
  element: { parentElement: unknown };
}

/** Characters; a name and title are shorter. */
const LONGEST_NAME = 40;

/** Persons described; of more the text tells, and none is its author. */
export const MOST_AUTHORS = 2;

/** A label above an author's life, folded. */
const ABOUT_AUTHOR =
  /^(?:نبذه(?: \S+)? )?(?:عن|حول) (?:(?:ال)?(?:كاتب|مولف)ه?|صاحبه? ال(?:نص|مقاله?))(?: \S+)?$/;

/**
 * Whether one of a list of lines tells who wrote the article: it names a profession, right below a
 * name or picture in the same box, or stands below a label that says so, if with a picture between.
 */
export function describesAuthor(lines: readonly CardLine[], at: number): boolean {
  const line = lines[at];
  const before = lines[at - 1];
  const label = before?.text === '' ? lines[at - 2] : before;
  if (!line || !before) return false;
  return (
    (label !== undefined && isAuthorLabel(label)) ||
    (isBelow(line, before) && tellsProfession(line.words))
  );
}

/** Whether a line announces an author's life: «عن الكاتب». */
export function isAuthorLabel({ words }: { words: string }): boolean {
  return ABOUT_AUTHOR.test(words);
}

/** A link to what else the author wrote, folded. */
const OTHER_TEXTS =
  /^(?:(?:كل|جميع|باقي|بقيه|المزيد من|مزيد من) )?(?:ال)?مقالات(?: اخري| سابقه)? (?:لل?|ال)كاتبه?$|^(?:ارشيف|صفحه) الكاتبه?$/;

/** Whether a line leads to what else the author wrote, whose name stands right above it in the same box. */
export function leadsToAuthor(line: CardLine, before: CardLine | undefined): boolean {
  return isBelow(line, before) && OTHER_TEXTS.test(line.words);
}

function isBelow(line: CardLine, before: CardLine | undefined): before is CardLine {
  return (
    before !== undefined &&
    before.text.length <= LONGEST_NAME &&
    !/[.:؟!]$/.test(before.text) &&
    before.element.parentElement === line.element.parentElement
  );
}
