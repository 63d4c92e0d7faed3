import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../../utils/exchange/zip/crc32.ts';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface Packed {
  /** Bytes: in another encoding than UTF-8. */
  name: string | Uint8Array;
  bytes: Uint8Array;
  /** What the directory says against the truth. */
  lies?: Partial<{
    size: number;
    packed: number;
    crc: number;
    method: number;
    flags: number;
    offset: number;
  }>;
}

/** A zip by hand, so that it can lie. */
export function zipOf(files: readonly Packed[]): Blob {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes, lies = {} } of files) {
    const packed = deflateRawSync(bytes);
    const told = {
      size: bytes.length,
      packed: packed.length,
      crc: crc32(bytes),
      method: 8,
      flags: 0x800,
      offset,
      ...lies,
    };
    const label = typeof name === 'string' ? utf8(name) : name;
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    local.setUint16(26, label.length, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(8, told.flags, true);
    entry.setUint16(10, told.method, true);
    entry.setUint32(16, told.crc, true);
    entry.setUint32(20, told.packed, true);
    entry.setUint32(24, told.size, true);
    entry.setUint16(28, label.length, true);
    entry.setUint32(42, told.offset, true);
    parts.push(new Uint8Array(local.buffer), label, packed);
    directory.push(new Uint8Array(entry.buffer), label);
    offset += 30 + label.length + packed.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, length, true);
  end.setUint32(16, offset, true);
  return new Blob([...parts, ...directory, new Uint8Array(end.buffer)] as BlobPart[]);
}
