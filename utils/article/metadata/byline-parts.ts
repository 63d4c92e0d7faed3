import { foldWords } from '../../arabic/fold.ts';
import { holdsGivenName } from '../../arabic/given-names.ts';
import { oneLine } from './dom.ts';
import { OUTLET } from './site-name.ts';

/** Before a line's first letter: bullets, dashes, icons. */
const NO_LETTER = /^[^a-zà-ÿA-ZÀ-Þ\u0621-\u064a\u0671-\u06d3]+/;
const BETWEEN =
  /\s+تاب\u0650?ع$|\s*[|/\\,،:؛•·●◆*()[\]«»"“”\d٠-٩۰-۹]+\s*|\s+[-–—_]+\s*|\s*[-–—_]+\s+|\s*[-–—]{2,}\s*|(?<=[\u0621-\u064a]{3})[-–—](?=[\u0621-\u064a]{3})/;

const DAY = 'ال(?:سبت|[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)(?![\u0621-\u064a])';
/** « في الاثنين», « بتاريخ 3 …», « on 3 …», « الاثنين 3 …», « آخر تحديث»: where the day follows the author. Days alone are family names too. */
const BEFORE_DAY = new RegExp(
  `\\s+(?:في|بتاريخ|يوم|on|le)(?=\\s+(?:يوم\\s+)?(?:\\d|${DAY}))\\s+(?:يوم\\s+)?|\\s+(?=${DAY}[\\s،,]*\\d|[آا]خر تحديث)`,
);

/** A line without its bullets, and with dashes where it parts with tatweel («القاهرة ـ فلان»), which folding drops. */
export function plainLine(text: string): string {
  return text.replace(/(^|\s)ـ+(?=\s|$)|ـ{2,}(?=\s)/g, '$1-').replace(NO_LETTER, '');
}

/** «فلان name@site.example», «فلان name [at] site.example», «فلان @account» */
const ADDRESS = /[^\s@]+(?:@|\s?\[at\]\s?)[^\s@]+\.[^\s@]+|(?<=\s)@\S+/g;

/** A line with a bar in the place of each address of mail. */
export const withoutAddresses = (text: string): string => text.replace(ADDRESS, ' | ');

/** A byline between its dashes, bars, commas, brackets, figures and addresses of mail. */
export function bylineParts(text: string): string[] {
  return withoutAddresses(plainLine(text))
    .split(BEFORE_DAY)
    .flatMap((part) => part.split(BETWEEN))
    .map((part) => oneLine((part ?? '').replace(/^[\s.…–—-]+|(?: لـ)?[\s.…–—-]*$/g, '')))
    .filter((part) => part.length > 1 && foldWords(part) !== '');
}

/** True for a name of the site, whole or shortened to its first words. `site` as `foldWords` gives it. */
export function isSite(name: string, site: ReadonlySet<string>): boolean {
  const words = foldWords(name);
  const bare = words.replace(OUTLET, '');
  if (site.has(words) || site.has(bare)) return true;
  if (!words.includes(' ') && holdsGivenName(words)) return false;
  return [...site].some((whole) => whole.startsWith(`${words} `));
}
