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
  return (
    before !== undefined &&
    before.text.length <= LONGEST_NAME &&
    !/[.:؟!]$/.test(before.text) &&
    before.element.parentElement === line.element.parentElement &&
    tellsProfession(line.words)
  );
}
