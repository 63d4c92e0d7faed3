import type { Line } from './lines.ts';

/** What people who write for newspapers are; a card that tells of them begins so. */
const PROFESSION =
  /^[-*•\s]*(?:كاتب|صحفي|صحافي|إعلامي|باحث|أكاديمي|أستاذ|محلل|خبير|روائي|شاعر|مدون)ة?[ ،]/u;
/** Characters; a name and title are shorter. */
const LONGEST_NAME = 40;

/** Whether a line tells who wrote the article: it names a profession, right below a name or picture in the same box. */
export function describesAuthor(line: Line, before: Line | undefined): boolean {
  return (
    before !== undefined &&
    before.text.length <= LONGEST_NAME &&
    !/[.:؟!]$/.test(before.text) &&
    before.element.parentElement === line.element.parentElement &&
    PROFESSION.test(line.text)
  );
}
