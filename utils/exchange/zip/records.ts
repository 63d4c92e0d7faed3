import { DESCRIPTOR, END, END_64, ENTRY, FILE_HEADER, LOCATOR_64 } from './signatures.ts';

/** The records a zip file is made of: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, section 4.3 and 4.5.3. */

/** One file in the archive, as its headers tell it. */
export interface ZipEntry {
  /** UTF-8. */
  name: Uint8Array;
  stored: boolean;
  /** Its length and checksum stand behind it, because they were not known before. */
  streamed: boolean;
  crc: number;
  /** Bytes in the archive, and bytes of the file itself. */
  packed: number;
  size: number;
  /** Bytes of the archive before its own header. */
  offset: number;
}

const UTF8_NAME = 0x800;
const DESCRIPTOR_FOLLOWS = 0x8;
/** Where 32 or 16 bits do not hold a number, all ones say that it stands in a zip64 field. */
const LONG = 0xffffffff;
const SHORT = 0xffff;

export function localHeader(entry: ZipEntry, modified: number): Uint8Array {
  const { streamed } = entry;
  return bytesOf(
    ['signature', FILE_HEADER],
    ['short', 20],
    ...described(streamed ? { ...entry, crc: 0, packed: 0, size: 0 } : entry, modified),
    ['short', entry.name.byteLength],
    ['short', 0],
    ['bytes', entry.name],
  );
}

export function dataDescriptor({ crc, packed, size }: ZipEntry): Uint8Array {
  return bytesOf(['signature', DESCRIPTOR], ['long', crc], ['long', packed], ['long', size]);
}

export function centralHeader(entry: ZipEntry, modified: number): Uint8Array {
  const far = entry.offset >= LONG;
  return bytesOf(
    ['signature', ENTRY],
    ['short', far ? 45 : 20],
    ['short', far ? 45 : 20],
    ...described(entry, modified),
    ['short', entry.name.byteLength],
    ['short', far ? 12 : 0],
    // Comment, disk and attributes: none.
    ['short', 0],
    ['short', 0],
    ['short', 0],
    ['long', 0],
    ['long', Math.min(entry.offset, LONG)],
    ['bytes', entry.name],
    ...(far
      ? ([
          ['short', 1],
          ['short', 8],
          ['double', entry.offset],
        ] as Field[])
      : []),
  );
}

/** What closes the archive: how many files, and where the list of them stands. */
export function endRecords(count: number, listSize: number, listOffset: number): Uint8Array {
  const long = count >= SHORT || listOffset >= LONG || listSize >= LONG;
  const zip64: Field[] = [
    ['signature', END_64],
    ['double', 44],
    ['short', 45],
    ['short', 45],
    ['long', 0],
    ['long', 0],
    ['double', count],
    ['double', count],
    ['double', listSize],
    ['double', listOffset],
    ['signature', LOCATOR_64],
    ['long', 0],
    ['double', listOffset + listSize],
    ['long', 1],
  ];
  return bytesOf(
    ...(long ? zip64 : []),
    ['signature', END],
    ['short', 0],
    ['short', 0],
    ['short', Math.min(count, SHORT)],
    ['short', Math.min(count, SHORT)],
    ['long', Math.min(listSize, LONG)],
    ['long', Math.min(listOffset, LONG)],
    ['short', 0],
  );
}

/** A moment in UTC as MS-DOS wrote it, date above time; years before 1980 do not exist there. */
export function dosTime(moment: Date): number {
  const year = Math.min(Math.max(moment.getUTCFullYear() - 1980, 0), 127);
  const date = (year << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate();
  const time =
    (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

type Field = ['signature' | 'long' | 'short' | 'double', number] | ['bytes', Uint8Array];

function described(entry: ZipEntry, modified: number): Field[] {
  return [
    ['short', UTF8_NAME | (entry.streamed ? DESCRIPTOR_FOLLOWS : 0)],
    ['short', entry.stored ? 0 : 8],
    ['long', modified],
    ['long', entry.crc],
    ['long', entry.packed],
    ['long', entry.size],
  ];
}

/** Little-endian, one after the other. */
function bytesOf(...fields: Field[]): Uint8Array {
  const out: number[] = [];
  for (const [kind, value] of fields) {
    if (kind === 'bytes') out.push(...value);
    else {
      const width = kind === 'short' ? 2 : kind === 'double' ? 8 : 4;
      for (let at = 0; at < width; at++) out.push(Math.floor(value / 2 ** (8 * at)) % 256);
    }
  }
  return Uint8Array.from(out);
}
