import { describe, expect, test } from 'vitest';
import {
  commandOf,
  isCharacter,
  KEYS,
  printedKey,
  type Command,
  type KeyName,
  type Press,
} from '../../utils/keys.ts';

const UNKNOWN = new Map<string, string>();
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

function press(key: string, code: string, how: Partial<Press> = {}): Press {
  return {
    key,
    code,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    getModifierState: () => false,
    ...how,
  };
}

/** What a layout writes with the keys of these codes, in the order of the codes. */
function layoutOf(written: string, codes: readonly string[]): Map<string, string> {
  return new Map(written.split(' ').map((key, at) => [codes[at] ?? '', key]));
}

const ROWS = [
  ...Array.from('QWERTYUIOP', (letter) => `Key${letter}`),
  ...Array.from('ASDFGHJKL', (letter) => `Key${letter}`),
  'Semicolon',
  ...Array.from('ZXCVBNM', (letter) => `Key${letter}`),
  'Comma',
  'Period',
  'Slash',
];

const LAYOUTS = {
  QWERTY: layoutOf('q w e r t y u i o p a s d f g h j k l ; z x c v b n m , . /', ROWS),
  AZERTY: layoutOf('a z e r t y u i o p q s d f g h j k l m w x c v b n , ; : !', ROWS),
  Arabic: layoutOf('ض ص ث ق ف غ ع ه خ ح ش س ي ب ل ا ت ن م ك ئ ء ؤ ر لا ى ة و ز ظ', ROWS),
};

/** How each layout writes the signs, with Shift where it needs it. */
const SIGNS: Record<keyof typeof LAYOUTS, Record<string, Press>> = {
  QWERTY: {
    '?': press('?', 'Slash', { shiftKey: true }),
    '/': press('/', 'Slash'),
    '+': press('+', 'Equal', { shiftKey: true }),
    '=': press('=', 'Equal'),
    '-': press('-', 'Minus'),
  },
  AZERTY: {
    '?': press('?', 'KeyM', { shiftKey: true }),
    '/': press('/', 'Period', { shiftKey: true }),
    '+': press('+', 'Equal', { shiftKey: true }),
    '=': press('=', 'Equal'),
    '-': press('-', 'Digit6'),
  },
  Arabic: {
    '?': press('؟', 'Slash', { shiftKey: true }),
    '/': press('ظ', 'Slash'),
    '+': press('+', 'Equal', { shiftKey: true }),
    '=': press('=', 'Equal'),
    '-': press('-', 'Minus'),
  },
};

/** The press by which a reader of that layout means a key, found by what is printed there in Latin. */
function pressFor(name: KeyName, layout: keyof typeof LAYOUTS): Press {
  const sign = SIGNS[layout][name];
  if (sign) return sign;
  if (name === 'forward') return press('ArrowLeft', 'ArrowLeft');
  if (name === 'backward') return press('ArrowRight', 'ArrowRight');
  if (name === 'Delete') return press('Delete', 'Delete');
  const [code, key] =
    layout === 'Arabic'
      ? [`Key${name.toUpperCase()}`, LAYOUTS.Arabic.get(`Key${name.toUpperCase()}`) ?? '']
      : ([...LAYOUTS[layout]].find(([, written]) => written === name) ?? ['', '']);
  return press(key, code);
}

const RTL = { layout: UNKNOWN, dir: 'rtl', singleKeys: true } as const;

describe.each(['QWERTY', 'AZERTY', 'Arabic'] as const)('on a %s keyboard', (layout) => {
  const all = Object.entries(KEYS) as [Command, readonly KeyName[]][];

  test.each(all)('%s is reached by each of its keys', (command, names) => {
    for (const name of names) expect(commandOf(pressFor(name, layout), RTL), name).toBe(command);
  });

  test('no command is reached by another key of the letters', () => {
    for (const [code, key] of LAYOUTS[layout]) {
      const command = commandOf(press(key, code), RTL);
      const meant = /^[a-z]$/.test(key)
        ? key
        : code === 'Slash'
          ? '/'
          : code.slice(3).toLowerCase();
      const isSign = layout !== 'Arabic' && !/^[a-z/]$/.test(key);
      const expected = isSign
        ? undefined
        : all.find(([, names]) => names.includes(meant as KeyName));
      expect(command, `${code} ${key}`).toBe(expected?.[0] ?? null);
    }
  });

  test('nothing is reached with a modifier', () => {
    const names = all.flatMap(([, keys]) => keys);
    for (const name of names) {
      const plain = pressFor(name, layout);
      for (const modifier of ['altKey', 'ctrlKey', 'metaKey'] as const) {
        expect(commandOf({ ...plain, [modifier]: true }, RTL), `${modifier} ${name}`).toBeNull();
      }
      const altGraph: Press = { ...plain, getModifierState: (key) => key === 'AltGraph' };
      expect(commandOf(altGraph, RTL), name).toBeNull();
      if (!SIGNS[layout][name]) expect(commandOf({ ...plain, shiftKey: true }, RTL)).toBeNull();
    }
  });

  test('switched off, no key that writes a character does anything; the others stay', () => {
    const off = { ...RTL, singleKeys: false };
    const still = all.filter(([, names]) =>
      names.some((name) => commandOf(pressFor(name, layout), off) !== null),
    );
    expect(still.map(([command]) => command)).toEqual(['next', 'previous', 'delete']);
    for (const [, names] of all) {
      for (const name of names.filter(isCharacter)) {
        expect(commandOf(pressFor(name, layout), off), name).toBeNull();
      }
    }
  });
});

test('arrows follow the reading direction', () => {
  const left = press('ArrowLeft', 'ArrowLeft');
  expect(commandOf(left, RTL)).toBe('next');
  expect(commandOf(left, { ...RTL, dir: 'ltr' })).toBe('previous');
});

test('an Arabic letter on a keyboard with other Latin letters is the letter printed there', () => {
  const how = { ...RTL, layout: LAYOUTS.AZERTY };
  expect(commandOf(press('ض', 'KeyQ'), how)).toBe('archive');
  expect(commandOf(press('ش', 'KeyA'), how)).toBe('copyQuotation');
  expect(commandOf(press('ظ', 'Slash'), how)).toBe('search');
});

test('keys with names, dead keys and accented letters are nobody’s', () => {
  for (const [key, code] of [
    ['Process', 'KeyS'],
    ['Dead', 'KeyS'],
    ['é', 'Digit2'],
    ['Enter', 'Enter'],
    ['Unidentified', 'KeyS'],
    ['', 'KeyS'],
  ] as const) {
    expect(commandOf(press(key, code), RTL), key).toBeNull();
  }
});

test('each key has one command, and none is one the browsers take', () => {
  const names: string[] = Object.values(KEYS).flat();
  expect(new Set(names).size).toBe(names.length);
  const taken = ["'", ' ', 'Tab', 'Escape', 'Backspace', 'Enter', 'Alt', 'Home', 'End'];
  expect(names.filter((name) => taken.includes(name) || /^F\d/.test(name))).toEqual([]);
});

test('keys are named as they are printed', () => {
  for (const letter of LETTERS as KeyName[]) {
    expect(printedKey(letter, UNKNOWN)).toBe(letter.toUpperCase());
    expect(printedKey(letter, LAYOUTS.AZERTY)).toBe(letter.toUpperCase());
  }
  expect(printedKey('j', LAYOUTS.Arabic)).toBe('ت');
  expect(printedKey('b', LAYOUTS.Arabic)).toBe('لا');
  expect(printedKey('?', LAYOUTS.Arabic)).toBe('?');
});
