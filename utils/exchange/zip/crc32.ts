/** Bytes read in one step. */
const STEP = 8;

/** `TABLES[n][byte]`: what a byte comes to when `n` more follow it. */
const TABLES: Uint32Array[] = [];
for (let ahead = 0; ahead < STEP; ahead++) {
  const before = TABLES[ahead - 1];
  TABLES.push(
    Uint32Array.from({ length: 256 }, (_, byte) => {
      if (before) return (before[byte]! >>> 8) ^ TABLES[0]![before[byte]! & 0xff]!;
      let rest = byte;
      for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
      return rest;
    }),
  );
}

/**
 * CRC-32 as zip files carry it (ISO 3309); `before` is that of the bytes that came before. Eight bytes a
 * step: a backup of pictures is all checksum.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  let rest = ~before;
  let at = 0;
  for (const last = bytes.length - STEP; at <= last; at += STEP) {
    rest ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    rest =
      t7[rest & 0xff]! ^
      t6[(rest >>> 8) & 0xff]! ^
      t5[(rest >>> 16) & 0xff]! ^
      t4[rest >>> 24]! ^
      t3[bytes[at + 4]!]! ^
      t2[bytes[at + 5]!]! ^
      t1[bytes[at + 6]!]! ^
      t0[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at++) rest = (rest >>> 8) ^ t0[(rest ^ bytes[at]!) & 0xff]!;
  return ~rest >>> 0;
}
