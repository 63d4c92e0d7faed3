import { tellsProfession } from '../arabic/professions.ts';

/** What a card is known by. */
interface CardLine {
  text: string;
  words: string;
  element: { parentElement: unknown };
}

/** Characters; a name and title are shorter. */
const LONGEST_NAME = 40;

/** Whether a line tells who wrote the article: it names a profession, right below a name or picture in the same box. */
export function describesAuthor(line: CardLine, before: CardLine | undefined): boolean {
  return isBelow(line, before) && tellsProfession(line.words);
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
