import { directionOf, LOCALES, resolveLocale, type LanguageSetting } from './locale.ts';

export const LANGUAGES: readonly LanguageSetting[] = ['auto', ...LOCALES];

export const THEMES = [
  'system',
  'light',
  'sepia',
  'grey',
  'dark',
  'black',
  'contrast-light',
  'contrast-dark',
] as const;
export type Theme = (typeof THEMES)[number];

/** Of an article's text: three that come with us, or one the reader names. */
export const FACES = ['naskh', 'sans', 'amiri', 'own'] as const;
export type Face = (typeof FACES)[number];

/** Sizes of an article's text, in px at the browser's usual text size. */
export const TEXT_SIZES = [15, 16, 18, 20, 22, 24, 28, 32] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const LINE_HEIGHTS = ['tight', 'normal', 'loose'] as const;
export type LineHeight = (typeof LINE_HEIGHTS)[number];

export const WIDTHS = ['narrow', 'normal', 'wide'] as const;
export type Width = (typeof WIDTHS)[number];

export const ALIGNMENTS = ['start', 'justify'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

export const DIGITS = ['published', 'latin', 'arabic'] as const;
export type Digits = (typeof DIGITS)[number];

export const TASHKEEL = ['published', 'hidden', 'sparse'] as const;
export type Tashkeel = (typeof TASHKEEL)[number];

export const PICTURES = ['show', 'tap', 'none'] as const;
export type PictureSetting = (typeof PICTURES)[number];

/** Arabic names of the Gregorian months; `auto` takes those of the browser's country. */
export const MONTHS = ['auto', 'mashriqi', 'levantine', 'maghrebi'] as const;
export type Months = (typeof MONTHS)[number];

/**
 * How everything of ours looks and reads. It is also kept in `localStorage`, which alone can be read
 * before the first pixel.
 */
export interface Look {
  language: LanguageSetting;
  theme: Theme;
  face: Face;
  /** Name of a font installed on the reader's device, for the face `own`; '' when none is named. */
  ownFace: string;
  textSize: TextSize;
  lineHeight: LineHeight;
  width: Width;
  align: Alignment;
  digits: Digits;
  tashkeel: Tashkeel;
  pictures: PictureSetting;
  months: Months;
  /** The Hijri date beside the Gregorian one. */
  hijri: boolean;
  /** Whether keys without Ctrl or Alt are commands (WCAG 2.1.4). */
  singleKeys: boolean;
}

export const DEFAULT_LOOK: Look = {
  language: 'auto',
  theme: 'system',
  face: 'naskh',
  ownFace: '',
  textSize: 20,
  lineHeight: 'normal',
  width: 'normal',
  align: 'start',
  digits: 'published',
  tashkeel: 'published',
  pictures: 'show',
  months: 'auto',
  hijri: false,
  singleKeys: true,
};

/** Longer is no font's name, and would only cost room in the synced store. */
export const LONGEST_FACE_NAME = 80;

const MIRROR = 'warraq:look';

/** Field by field: a value this version does not know leaves that field at its default. */
export function asLook(value: unknown): Look {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const known = <Name extends keyof Look>(name: Name, values: readonly Look[Name][]): Look[Name] =>
    values.find((one) => one === given[name]) ?? DEFAULT_LOOK[name];
  return {
    language: known('language', LANGUAGES),
    theme: known('theme', THEMES),
    face: known('face', FACES),
    ownFace: isFaceName(given['ownFace']) ? given['ownFace'] : DEFAULT_LOOK.ownFace,
    textSize: known('textSize', TEXT_SIZES),
    lineHeight: known('lineHeight', LINE_HEIGHTS),
    width: known('width', WIDTHS),
    align: known('align', ALIGNMENTS),
    digits: known('digits', DIGITS),
    tashkeel: known('tashkeel', TASHKEEL),
    pictures: known('pictures', PICTURES),
    months: known('months', MONTHS),
    hijri: known('hijri', [true, false]),
    singleKeys: known('singleKeys', [true, false]),
  };
}

function isFaceName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_FACE_NAME && !/\p{Cc}/u.test(value);
}

export function readMirror(): Look {
  try {
    return asLook(JSON.parse(localStorage.getItem(MIRROR) ?? 'null'));
  } catch {
    // Storage switched off, or not ours: the settings themselves follow a moment later.
    return DEFAULT_LOOK;
  }
}

export function writeMirror(look: Look): void {
  try {
    localStorage.setItem(MIRROR, JSON.stringify(look));
  } catch {
    // The mirror only spares a flash at the next opening; the settings are kept elsewhere.
  }
}

/** Steps from a face's own line height (see `fonts.css`), which is the step 0. */
const LINE_STEP: Record<LineHeight, number> = { tight: -1, normal: 0, loose: 1 };

/** Longest lines of an article, in its own ems. */
const MEASURE: Record<Width, number> = { narrow: 26, normal: 32, wide: 42 };

/** Sets what the styles go by on a page's root element: see `fonts.css`, `themes.css` and the article's. */
export function applyLook(root: HTMLElement, look: Look, browser: Browser): void {
  const locale = resolveLocale(look.language, browser.languages);
  root.lang = locale;
  root.dir = directionOf(locale);
  root.dataset['theme'] = look.theme === 'system' ? systemTheme(browser.prefersDark) : look.theme;
  root.dataset['face'] = look.face;
  root.dataset['align'] = look.align;
  root.dataset['digits'] = look.digits;
  const properties = {
    '--text-size': `${look.textSize / 16}rem`,
    '--line-step': `${LINE_STEP[look.lineHeight]}`,
    '--measure': `${MEASURE[look.width]}`,
    '--own-face': look.ownFace.trim() === '' ? '' : quoted(look.ownFace.trim()),
  };
  // An empty value takes a property away, and with it the name of a font that is none.
  for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value);
}

/** A string of CSS; the names that come here hold no control characters. */
function quoted(name: string): string {
  return `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

export interface Browser {
  languages: readonly string[];
  prefersDark: boolean;
}

function systemTheme(prefersDark: boolean): Theme {
  return prefersDark ? 'dark' : 'light';
}
