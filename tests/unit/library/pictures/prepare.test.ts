// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import type { Painter } from '../../../../utils/library/pictures/painter.ts';
import { makeSmallCopy, preparePicture } from '../../../../utils/library/pictures/prepare.ts';
import { letters, pngFile } from './files.ts';

/** Decodes a PNG's measures, and writes a byte for so many pixels. */
function painter({ pixelsAByte = 20, encodes = true, decodes = true } = {}) {
  const release = vi.fn();
  const written: { width: number; height: number; quality: number }[] = [];
  const made: Painter = {
    decode: async (bytes) => {
      if (!decodes) return null;
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      return {
        width: view.getUint32(16),
        height: view.getUint32(20),
        release,
        write: async (how) => {
          written.push(how);
          const { width, height, quality } = how;
          const size = Math.ceil((width * height * quality) / pixelsAByte);
          return encodes
            ? { width, height, type: 'image/webp', bytes: new Uint8Array(size) }
            : null;
        },
      };
    },
  };
  return { made, release, written };
}

describe('a picture to keep', () => {
  test('that is light stays byte for byte', async () => {
    const bytes = pngFile(640, 400);
    const { made, release, written } = painter();
    expect(await preparePicture(bytes, made)).toEqual({
      bytes,
      type: 'image/png',
      width: 640,
      height: 400,
    });
    expect(written).toEqual([]);
    expect(release).toHaveBeenCalledOnce();
  });

  test.each([
    ['wide', pngFile(4000, 2000, 900_000), 1600, 800],
    ['heavy', pngFile(1000, 500, 900_000), 1000, 500],
  ])('that is too %s is written anew', async (_, bytes, width, height) => {
    const { made } = painter();
    expect(await preparePicture(bytes, made)).toMatchObject({ type: 'image/webp', width, height });
  });

  test('that does not grow lighter stays as it is', async () => {
    const bytes = pngFile(1000, 500, 450_000);
    const { made } = painter({ pixelsAByte: 0.5 });
    expect((await preparePicture(bytes, made))?.bytes).toBe(bytes);
  });

  test('that stays too heavy is not kept', async () => {
    const bytes = pngFile(1000, 500, 2_000_000);
    expect(await preparePicture(bytes, painter({ encodes: false }).made)).toBeNull();
    expect(await preparePicture(bytes, painter({ pixelsAByte: 0.2 }).made)).toBeNull();
  });

  test.each([
    ['unfolds to gigabytes', pngFile(60_000, 60_000)],
    ['is a counter', pngFile(1, 1)],
    ['is none', letters('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('that %s is never decoded', async (_, bytes) => {
    const { made } = painter();
    const decode = vi.spyOn(made, 'decode');
    expect(await preparePicture(bytes, made)).toBeNull();
    expect(decode).not.toHaveBeenCalled();
  });

  test('that does not decode is not kept', async () => {
    expect(await preparePicture(pngFile(640, 400), painter({ decodes: false }).made)).toBeNull();
  });
});

describe('the copy for lists', () => {
  const of = (bytes: Uint8Array<ArrayBuffer>) => ({
    bytes,
    type: 'image/png',
    width: 1,
    height: 1,
  });

  test('is small in extent and bytes', async () => {
    const { made } = painter({ pixelsAByte: 4 });
    const small = await makeSmallCopy(of(pngFile(1600, 900, 300_000)), made);
    expect(small).toMatchObject({ width: 256, height: 144 });
    expect(small?.bytes.length).toBeLessThanOrEqual(8192);
  });

  test('cuts what is much wider than high to its middle', async () => {
    const { made, written } = painter();
    await makeSmallCopy(of(pngFile(3000, 300, 300_000)), made);
    expect(written).toEqual([{ width: 256, height: 144, quality: 0.7 }]);
  });

  test('is written once more where it came out heavy', async () => {
    const { made, written } = painter({ pixelsAByte: 2.5 });
    const small = await makeSmallCopy(of(pngFile(1600, 900, 300_000)), made);
    expect(written.map(({ quality }) => quality)).toEqual([0.7, 0.4]);
    expect(small?.bytes.length).toBeLessThanOrEqual(8192);
  });

  test('is not needed of what is small itself', async () => {
    expect(await makeSmallCopy(of(pngFile(200, 100)), painter().made)).toBeNull();
  });
});
