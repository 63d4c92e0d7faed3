import { inflateSync } from 'node:zlib';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green and blue of a pixel, 0 to 255. */
  at(x: number, y: number): [number, number, number];
}

/** Reads the PNGs that browsers write: eight bits a channel, RGB or RGBA, not interlaced. */
export function pixelsOf(png: Buffer): Pixels {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, kind, , , interlaced] = png.subarray(24, 29);
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0) {
    throw new Error(`No PNG that is read here: depth ${depth}, colour type ${kind}`);
  }
  const step = kind === 2 ? 3 : 4;
  const stride = width * step;
  const raw = inflateSync(dataOf(png));
  const pixels = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    const row = y * stride;
    for (let x = 0; x < stride; x += 1) {
      const left = x < step ? 0 : (pixels[row + x - step] ?? 0);
      const up = y === 0 ? 0 : (pixels[row - stride + x] ?? 0);
      const corner = x < step || y === 0 ? 0 : (pixels[row - stride + x - step] ?? 0);
      const byte = raw[y * (stride + 1) + 1 + x] ?? 0;
      pixels[row + x] = byte + predicted(filter, left, up, corner);
    }
  }
  return {
    width,
    height,
    at(x, y) {
      const place = y * stride + x * step;
      return [pixels[place] ?? 0, pixels[place + 1] ?? 0, pixels[place + 2] ?? 0];
    },
  };
}

function dataOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(png.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  return Buffer.concat(parts);
}

/** PNG specification, «filter types». */
function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  if (a! <= b! && a! <= c!) return left;
  return b! <= c! ? up : corner;
}
