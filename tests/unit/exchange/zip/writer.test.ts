// @vitest-environment node
import { crc32 as nodeCrc32 } from 'node:zlib';
import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../utils/exchange/zip/crc32.ts';
import { createZip } from '../../../../utils/exchange/zip/writer.ts';
import { collect } from '../collect.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.slice(at, at + size);
  }
}

/** Bytes that do not pack, with what looks like the records of a zip among them. */
function noise(length: number): Uint8Array {
  let state = 7;
  const bytes = Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 16;
  });
  bytes.set([0x50, 0x4b, 7, 8, 0x50, 0x4b, 3, 4, 0x50, 0x4b, 1, 2], 100);
  return bytes;
}

it('computes the checksum of a zip, at once and in pieces', () => {
  const bytes = noise(10_000);
  expect(crc32(bytes)).toBe(nodeCrc32(bytes));
  expect(crc32(bytes.subarray(99), crc32(bytes.subarray(0, 99)))).toBe(nodeCrc32(bytes));
});

describe('a zip', () => {
  const text = utf8('السَّلامُ عليكم \u202e😀 '.repeat(20_000));
  const picture = noise(300_000);

  async function sample(): Promise<Uint8Array> {
    const out = collect();
    const zip = createZip(out.write);
    await zip.add('mimetype', utf8('application/epub+zip'), { store: true });
    await zip.add('مقالة.md', text);
    await zip.add('images/a.png', picture, { store: true });
    await zip.add('streamed.jsonl', inPieces(text, 1000));
    await zip.add('empty', new Uint8Array());
    await zip.add('empty-stream', inPieces(new Uint8Array(), 1));
    await zip.end();
    return out.bytes();
  }

  it('is read again from its list of files', async () => {
    const files = unzipSync(await sample());
    expect(Object.keys(files)).toEqual([
      'mimetype',
      'مقالة.md',
      'images/a.png',
      'streamed.jsonl',
      'empty',
      'empty-stream',
    ]);
    expect(files['مقالة.md']).toEqual(text);
    expect(files['streamed.jsonl']).toEqual(text);
    expect(files['images/a.png']).toEqual(picture);
    expect(files['empty']).toHaveLength(0);
    expect(files['empty-stream']).toHaveLength(0);
  });

  it('is read again from a stream, where nothing but what came before is known', async () => {
    const files: Record<string, Uint8Array> = {};
    const unzip = new Unzip((file) => {
      const chunks: Uint8Array[] = [];
      file.ondata = (error, chunk, final) => {
        if (error) throw error;
        chunks.push(chunk);
        if (final) files[file.name] = new Uint8Array(Buffer.concat(chunks));
      };
      file.start();
    });
    unzip.register(UnzipInflate);
    for await (const piece of inPieces(await sample(), 777)) unzip.push(piece);
    unzip.push(new Uint8Array(), true);
    expect(files['مقالة.md']).toEqual(text);
    expect(files['images/a.png']).toEqual(picture);
    expect(files['streamed.jsonl']).toEqual(text);
  });

  it('begins with what is stored first, plain and without an extra field', async () => {
    const start = Buffer.from((await sample()).subarray(0, 58)).toString('latin1');
    expect(start.slice(30)).toBe('mimetypeapplication/epub+zip');
    expect([...start].slice(26, 30).map((unit) => unit.charCodeAt(0))).toEqual([8, 0, 0, 0]);
  });

  it('gives the same bytes for the same files', async () => {
    expect(await sample()).toEqual(await sample());
  });

  it('holds more files than the first form of a zip could count', async () => {
    const out = collect();
    const zip = createZip(out.write);
    for (let number = 0; number < 66_000; number++) {
      await zip.add(`f${number}`, utf8(`${number}`), { store: true });
    }
    await zip.end();
    const files = unzipSync(out.bytes());
    expect(Object.keys(files)).toHaveLength(66_000);
    expect(files['f65999']).toEqual(utf8('65999'));
  }, 60_000);

  it('waits until the piece before is taken', async () => {
    let waiting = 0;
    let most = 0;
    const zip = createZip(async () => {
      most = Math.max(most, ++waiting);
      await new Promise((resolve) => setTimeout(resolve));
      waiting--;
    });
    await zip.add('a', inPieces(picture, 50_000));
    await zip.end();
    expect(most).toBe(1);
  });

  it('refuses two files at once', async () => {
    const zip = createZip(collect().write);
    const first = zip.add('a', text);
    await expect(zip.add('b', text)).rejects.toThrow('one file at a time');
    await first;
  });
});
