/**
 * Keys that do what buttons do, on any keyboard: a Latin letter is known by what it says, a key that
 * says something else (an Arabic letter) by its place, so that no one has to change the layout first.
 */
export const KEYS = {
  keys: ['?'],
  search: ['/'],
  next: ['j', 'forward'],
  previous: ['k', 'backward'],
  back: ['u'],
  save: ['s'],
  archive: ['a'],
  favourite: ['f'],
  tags: ['t'],
  delete: ['d', 'Delete'],
  original: ['o'],
  tab: ['v'],
  larger: ['+', '='],
  smaller: ['-'],
  guide: ['g'],
  removals: ['r'],
  highlight: ['h'],
  listen: ['l'],
  sentenceNext: ['n'],
  sentencePrevious: ['b'],
  copy: ['c'],
  copyMarkdown: ['m'],
  copyQuotation: ['q'],
  print: ['p'],
} as const satisfies Record<string, readonly KeyName[]>;

export type Command = keyof typeof KEYS;

type Letter =
  | ('a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm')
  | ('n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z');
type Sign = '?' | '/' | '+' | '=' | '-';
/** `forward` and `backward` are the arrows, as the text runs. */
export type KeyName = Letter | Sign | 'Delete' | 'forward' | 'backward';

/** What is printed on the keys, by their `KeyboardEvent.code`; empty where the browser does not tell. */
export type Layout = ReadonlyMap<string, string>;

export type Direction = 'rtl' | 'ltr';

/** As much of a `KeyboardEvent` as is asked for. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'getModifierState'
>;

const SIGNS: Record<string, Sign> = { '?': '?', '؟': '?', '/': '/', '+': '+', '=': '=', '-': '-' };

/** Places of signs a layout may have put a letter on: «ظ» stands where «/» does. */
const SIGN_PLACES: Record<string, Sign> = { Slash: '/' };

const ARROWS = {
  rtl: { ArrowLeft: 'forward', ArrowRight: 'backward' },
  ltr: { ArrowLeft: 'backward', ArrowRight: 'forward' },
} as const;

/** The command a press calls, or null: with a modifier, and for most keys, none. */
export function commandOf(
  press: Press,
  { layout, dir, singleKeys }: { layout: Layout; dir: Direction; singleKeys: boolean },
): Command | null {
  const name = pressedKey(press, layout, dir);
  if (name === null || (isCharacter(name) && !singleKeys)) return null;
  const found = Object.entries(KEYS).find(([, names]) =>
    (names as readonly KeyName[]).includes(name),
  );
  return found ? (found[0] as Command) : null;
}

/** A key that writes something: those can be switched off (WCAG 2.1.4), the others need not be. */
export function isCharacter(name: KeyName): boolean {
  return name.length === 1;
}

function pressedKey(press: Press, layout: Layout, dir: Direction): KeyName | null {
  const { key } = press;
  if (press.ctrlKey || press.altKey || press.metaKey || press.getModifierState('AltGraph')) {
    return null;
  }
  // Shift only brings a sign forth that stands above another.
  const sign = SIGNS[key];
  if (sign) return sign;
  if (press.shiftKey) return null;
  if (key === 'Delete') return key;
  if (key === 'ArrowLeft' || key === 'ArrowRight') return ARROWS[dir][key];
  return writtenKey(press, layout);
}

/** The key whose letter is pressed, whatever is held with it: what a Latin one says, the place of another. */
export function writtenKey(
  { key, code }: Pick<Press, 'key' | 'code'>,
  layout: Layout,
): KeyName | null {
  if (isLetter(key)) return key.toLowerCase() as Letter;
  if (!isForeignLetter(key)) return null;
  const printed = layout.get(code) ?? '';
  return isLetter(printed) ? (printed.toLowerCase() as Letter) : placed(code);
}

/** The key of that place on the keyboard the codes are named after. */
function placed(code: string): KeyName | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter ? (letter.toLowerCase() as Letter) : (SIGN_PLACES[code] ?? null);
}

function isLetter(text: string): boolean {
  return /^[a-z]$/i.test(text);
}

/** «لا» is one key and two letters; é and ñ are Latin, and stand where other layouts have signs. */
function isForeignLetter(text: string): boolean {
  return /^[\p{L}\p{M}]{1,2}$/u.test(text) && !/\p{Script=Latin}/u.test(text);
}

/** What stands on the key for the reader to find it; the arrows and named keys are for the caller to say. */
export function printedKey(name: KeyName, layout: Layout): string {
  if (!isLetter(name)) return name;
  const printed = [...layout.values()];
  if (printed.some((text) => text.toLowerCase() === name)) return name.toUpperCase();
  const here = layout.get(`Key${name.toUpperCase()}`);
  return here && isForeignLetter(here) ? here : name.toUpperCase();
}
