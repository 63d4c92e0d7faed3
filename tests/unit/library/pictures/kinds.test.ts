// @vitest-environment node
import { expect, test } from 'vitest';
import { kindOf } from '../../../../utils/library/pictures/kinds.ts';
import { avifFile, gifFile, jpegFile, letters, pngFile, webpFile } from './files.ts';

test.each([
  ['image/png', pngFile(640, 400)],
  ['image/gif', gifFile(640, 400)],
  ['image/jpeg', jpegFile(640, 400)],
  ['image/webp', webpFile(640, 400)],
  ['image/avif', avifFile(640, 400)],
])('%s is told by its bytes, with its measures', (type, bytes) => {
  expect(kindOf(bytes)).toEqual({ type, width: 640, height: 400 });
});

test.each([
  ['a lossless', [0x2f, 0x7f, 0xc2, 0x63, 0x00], 'VP8L', 640, 400],
  ['a lossy', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0x90, 0x01], 'VP8 ', 640, 400],
])('%s webp too', (_, data, name, width, height) => {
  const bytes = new Uint8Array(40);
  bytes.set(letters(`RIFF....WEBP${name}`));
  bytes.set(data, 20);
  expect(kindOf(bytes)).toEqual({ type: 'image/webp', width, height });
});

test.each([
  ['a drawing', letters('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['a page', letters('<!doctype html><script>alert(1)</script>')],
  ['a drawing behind a mark', letters('\u00ef\u00bb\u00bf<?xml version="1.0"?><svg/>')],
  ['nothing', new Uint8Array(0)],
  ['a file cut off', pngFile(640, 400).subarray(0, 18)],
  ['a file cut off in a segment', jpegFile(640, 400).subarray(0, 14)],
  ['a picture without extent', pngFile(0, 400)],
  ['a JPEG whose segments end in data', letters('\u00ff\u00d8\u00ff\u00da\u0000\u0004....')],
  ['a film', letters('....ftypisom....mp42isom')],
  ['a bitmap', letters('BM............................')],
])('%s is none', (_, bytes) => {
  expect(kindOf(bytes)).toBeNull();
});

test('a JPEG of segments without end is left in bounded time', () => {
  const bytes = new Uint8Array(200_000).fill(0xff);
  bytes.set([0xff, 0xd8]);
  expect(kindOf(bytes)).toBeNull();
});
