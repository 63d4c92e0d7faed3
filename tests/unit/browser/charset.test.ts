// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { decodingLabel } from '../../browser/charset.ts';

const ARABIC = 'خبر';
/** The same word in windows-1256. */
const ARABIC_1256 = [0xce, 0xc8, 0xd1];
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the charset a stored page is served with', () => {
  test.each([
    [
      'a byte order mark goes before what is declared',
      utf8('\ufeff<meta charset="windows-1256">'),
      'utf-8',
    ],
    ['the mark of UTF-16', Uint8Array.of(0xff, 0xfe, 0x3c, 0x00), 'utf-16le'],
    ['declared by itself', utf8('<meta charset=windows-1256>'), 'windows-1256'],
    [
      'declared as a content type',
      utf8('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-6">'),
      'iso-8859-6',
    ],
    ['a name no browser knows counts as none', utf8(`<meta charset="arabic-1">${ARABIC}`), 'utf-8'],
    [
      'declared too far down counts as none',
      utf8(`${' '.repeat(1100)}<meta charset="windows-1256">`),
      'utf-8',
    ],
    ['nothing declared, valid UTF-8', utf8(`<p>${ARABIC}`), 'utf-8'],
    ['nothing declared, not UTF-8', Uint8Array.of(...utf8('<p>'), ...ARABIC_1256), 'windows-1256'],
    ['no bytes at all', new Uint8Array(), 'utf-8'],
  ])('%s', (_, bytes, label) => {
    expect(decodingLabel(bytes)).toBe(label);
  });
});
