// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { openZip } from '../../../../utils/exchange/zip/reader.ts';
import { createZip } from '../../../../utils/exchange/zip/writer.ts';
import { utf8, zipOf } from './zips.ts';

// Much is done in each: a guard against hanging, not a bar.
vi.setConfig({ testTimeout: 120_000 });

async function contentsOf(blob: Blob): Promise<Record<string, string>> {
  const zip = await openZip(blob);
  const read: Record<string, string> = {};
  for (const entry of zip.entries.values()) {
    read[entry.name] = new TextDecoder().decode(await zip.bytes(entry, 10_000_000));
  }
  return read;
}

const trouble = (name: string) => expect.objectContaining({ name: 'ZipError', trouble: name });

describe('reading zips', () => {
  it('reads what our own writer packs, streamed, packed at once and stored', async () => {
    const chunks: Uint8Array[] = [];
    const zip = createZip(async (chunk) => void chunks.push(chunk.slice()));
    await zip.add(
      'قائمة.txt',
      (async function* () {
        for (let n = 0; n < 50; n += 1) yield utf8(`سطر ${n}\n`.repeat(1_000));
      })(),
    );
    await zip.add('images/a', utf8('stored'), { store: true });
    await zip.add('b.json', utf8('{"a":1}'.repeat(100)));
    await zip.end();
    const read = await contentsOf(new Blob(chunks as BlobPart[]));
    expect(read['قائمة.txt']).toBe(
      Array.from({ length: 50 }, (_, n) => `سطر ${n}\n`.repeat(1_000)).join(''),
    );
    expect(read['images/a']).toBe('stored');
    expect(read['b.json']).toBe('{"a":1}'.repeat(100));
  });

  it('reads more files than the classic directory counts', async () => {
    const chunks: Uint8Array[] = [];
    const zip = createZip(async (chunk) => void chunks.push(chunk.slice()));
    for (let n = 0; n < 66_000; n += 1) await zip.add(`f${n}`, utf8('x'), { store: true });
    await zip.end();
    const { entries } = await openZip(new Blob(chunks as BlobPart[]));
    expect(entries.size).toBe(66_000);
  });

  it('reads a zip with nothing in it and one with folders', async () => {
    expect(await contentsOf(zipOf([]))).toEqual({});
    const folder = { name: 'a/', bytes: new Uint8Array() };
    expect(await contentsOf(zipOf([folder, { name: 'a/b', bytes: utf8('c') }]))).toEqual({
      'a/b': 'c',
    });
  });

  it('tells a file cut off anywhere from one that is no zip', async () => {
    const whole = zipOf([{ name: 'a', bytes: utf8('أ'.repeat(1_000)) }]);
    for (let cut = 4; cut < whole.size; cut += 1) {
      await expect(openZip(whole.slice(0, cut))).rejects.toEqual(trouble('truncated'));
    }
    await expect(openZip(new Blob(['<html>']))).rejects.toEqual(trouble('not-a-zip'));
    await expect(openZip(new Blob([]))).rejects.toEqual(trouble('not-a-zip'));
  });

  it.each([
    ['../evil'],
    ['a/../../evil'],
    ['/etc/passwd'],
    ['a\\..\\b'],
    ['C:/x'],
    ['a//b'],
    ['a\u0000b'],
    [''],
  ])('refuses the name %j', async (name) => {
    await expect(openZip(zipOf([{ name, bytes: utf8('x') }]))).rejects.toEqual(trouble('damaged'));
  });

  it('refuses two files of one name, in any case and normal form', async () => {
    for (const [a, b] of [
      ['a', 'a'],
      ['a', 'A'],
      ['é', 'e\u0301'],
    ] as const) {
      const zip = zipOf([
        { name: a, bytes: utf8('1') },
        { name: b, bytes: utf8('2') },
      ]);
      await expect(openZip(zip)).rejects.toEqual(trouble('damaged'));
    }
  });

  it('takes names as tools of Windows write them', async () => {
    // «إ.csv» and «أ.csv» in windows-1256, of which UTF-8 can read neither letter.
    const [one, other] = [0xc5, 0xc3].map((letter) => Uint8Array.of(letter, ...utf8('.csv')));
    const zip = zipOf([
      { name: 'a\\b.txt', bytes: utf8('1') },
      { name: one!, bytes: utf8('2') },
      { name: other!, bytes: utf8('3') },
    ]);
    const names = Object.keys(await contentsOf(zip));
    expect(names).toEqual(['a/b.txt', expect.stringMatching(/^.\.csv$/u), expect.any(String)]);
    expect(new Set(names).size).toBe(3);
  });

  it('tells a file that is gone from one that is damaged', async () => {
    const file = zipOf([{ name: 'a', bytes: utf8('أ'.repeat(1_000)) }]);
    const zip = await openZip(file);
    const entry = zip.entries.get('a')!;
    const gone = new DOMException('gone', 'NotReadableError');
    const slice = file.slice.bind(file);
    file.slice = (...at) =>
      Object.assign(slice(...at), {
        slice: () => ({ arrayBuffer: () => Promise.reject(gone) }),
      });
    await expect(zip.bytes(entry, 10_000)).rejects.toBe(gone);
  });

  it('refuses files that lie over one another', async () => {
    const zip = zipOf([
      { name: 'a', bytes: utf8('أ'.repeat(1_000)) },
      { name: 'b', bytes: utf8('ب'), lies: { offset: 0 } },
    ]);
    await expect(openZip(zip)).rejects.toEqual(trouble('damaged'));
  });

  it('refuses a bomb by what it says, and stops one that says less at the first byte more', async () => {
    const zeros = new Uint8Array(8_000_000);
    const honest = zipOf([{ name: 'a', bytes: zeros, lies: { size: 600 * 1024 * 1024 } }]);
    await expect(openZip(honest)).rejects.toEqual(trouble('too-large'));
    const tight = { ratio: 100, allowance: zeros.length - 1 };
    await expect(openZip(zipOf([{ name: 'a', bytes: zeros }]), tight)).rejects.toEqual(
      trouble('too-large'),
    );
    const zip = await openZip(zipOf([{ name: 'a', bytes: zeros, lies: { size: 10 } }]));
    let read = 0;
    const entry = zip.entries.get('a')!;
    await expect(
      (async () => {
        for await (const part of zip.read(entry)) read += part.length;
      })(),
    ).rejects.toEqual(trouble('damaged'));
    expect(read).toBe(0);
  });

  it.each([
    ['another checksum', { crc: 1 }],
    ['more bytes stated', { size: 5_000 }],
    ['packed in an unknown way', { method: 99 }],
    ['a place beyond the file', { offset: 9_999 }],
    ['no file where it points', { offset: 3 }],
    ['more packed bytes than there are', { packed: 5_000 }],
  ])('refuses %s', async (_, lies) => {
    const zip = zipOf([{ name: 'a', bytes: utf8('أ'.repeat(1_000)), lies }]);
    await expect(contentsOf(zip)).rejects.toEqual(trouble('damaged'));
  });

  it('refuses what is locked', async () => {
    const zip = zipOf([{ name: 'a', bytes: utf8('x'), lies: { flags: 1 } }]);
    await expect(openZip(zip)).rejects.toEqual(trouble('encrypted'));
  });

  it('meets any byte changed with the right bytes or an error, never with others', async () => {
    const whole = new Uint8Array(
      await zipOf([{ name: 'a', bytes: utf8('مرحبا '.repeat(20)) }]).arrayBuffer(),
    );
    for (let at = 0; at < whole.length; at += 1) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      let read: Record<string, string> = {};
      try {
        read = await contentsOf(new Blob([changed]));
      } catch (error) {
        expect(error).toMatchObject({ name: 'ZipError' });
      }
      for (const text of Object.values(read)) expect(text).toBe('مرحبا '.repeat(20));
    }
  });

  it('gives no more of a file at once than was asked for', async () => {
    const zip = await openZip(zipOf([{ name: 'a', bytes: new Uint8Array(100) }]));
    await expect(zip.bytes(zip.entries.get('a')!, 99)).rejects.toEqual(trouble('too-large'));
  });
});
