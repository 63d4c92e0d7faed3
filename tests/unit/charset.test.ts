// @vitest-environment node
import { expect, test } from 'vitest';
import { decodePage } from '../../utils/charset.ts';

const ARABIC = 'خبر من المدينة';

function in1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256');
  const codes = new Map<string, number>();
  for (let code = 0; code < 256; code += 1) codes.set(decoder.decode(Uint8Array.of(code)), code);
  return Uint8Array.from(text, (letter) => codes.get(letter) ?? 0x3f);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['as its server says', in1256(ARABIC), 'text/html; charset=windows-1256'],
  ['in quotes and another name', in1256(ARABIC), 'text/html; Charset="cp1256"'],
  ['as it declares', in1256(`<meta charset=windows-1256>${ARABIC}`), 'text/html'],
  [
    'as it declares in the old way',
    in1256(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">${ARABIC}`),
    null,
  ],
  ['valid UTF-8 that says nothing', utf8(ARABIC), null],
  ['nothing said and no UTF-8', in1256(ARABIC), 'text/html'],
  [
    'a mark before what the server says',
    utf8(`\ufeff${ARABIC}`),
    'text/html; charset=windows-1256',
  ],
  ['UTF-16 said, yet readable', utf8(`<meta charset="utf-16">${ARABIC}`), 'text/html'],
  ['a name nobody knows', utf8(ARABIC), 'text/html; charset=nonesuch'],
])('a page is read right: %s', (_, bytes, type) => {
  expect(decodePage(bytes, type).endsWith(ARABIC)).toBe(true);
});
