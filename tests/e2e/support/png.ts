import { crc32, deflateSync } from 'node:zlib';

/** A PNG of a size, of one colour or of noise that no encoder makes small. */
export function png(width: number, height: number, { noise = false } = {}): Uint8Array {
  const line = 1 + width * 3;
  const raw = Buffer.alloc(height * line, 0x5a);
  let state = width * 31 + height;
  for (let y = 0; y < height; y += 1) {
    raw[y * line] = 0;
    for (let x = 1; noise && x < line; x += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      raw[y * line + x] = ((x + y) >> 3) + ((state >>> 24) & 0x3f);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
