/** Beginnings of picture files, as far as anybody reads them before decoding. */

export function pngFile(width: number, height: number, size = 100): Uint8Array<ArrayBuffer> {
  const bytes = file(size, [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], 'IHDR');
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

export function gifFile(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = file(40, [], 'GIF89a');
  const view = new DataView(bytes.buffer);
  view.setUint16(6, width, true);
  view.setUint16(8, height, true);
  return bytes;
}

/** With a block before the frame, as cameras write. */
export function jpegFile(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = file(60, [0xff, 0xd8, 0xff, 0xe1, 0, 8], 'Exif\0\0');
  bytes.set([0xff, 0xff, 0xc2, 0, 17, 8], 12);
  const view = new DataView(bytes.buffer);
  view.setUint16(18, height);
  view.setUint16(20, width);
  return bytes;
}

export function webpFile(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = file(40, [], 'RIFF....WEBPVP8X');
  const view = new DataView(bytes.buffer);
  view.setUint16(24, width - 1, true);
  view.setUint16(27, height - 1, true);
  return bytes;
}

/** With a small copy described before the picture. */
export function avifFile(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = file(120, [0, 0, 0, 24], 'ftypavif....mif1avif');
  const view = new DataView(bytes.buffer);
  for (const [at, w, h] of [
    [40, 16, 9],
    [70, width, height],
  ] as const) {
    bytes.set(letters('ispe'), at);
    view.setUint32(at + 8, w);
    view.setUint32(at + 12, h);
  }
  return bytes;
}

export function letters(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function file(size: number, start: number[], name: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  bytes.set(start);
  bytes.set(letters(name), start.length);
  return bytes;
}
