import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { exportCsv } from '../../../../utils/exchange/out/csv.ts';
import { openImportFile, refusalIn } from '../../../../utils/exchange/in/import-file.ts';
import { openLibraryJson } from '../../../../utils/exchange/in/json.ts';
import { exportJson } from '../../../../utils/exchange/out/json.ts';
import { readExported } from '../../../../utils/exchange/out/read-exported.ts';
import { blockTexts } from '../../../../utils/library/edits/block-texts.ts';
import { openLibrary, type Library } from '../../../../utils/library/database.ts';
import { editItem } from '../../../../utils/library/edits/edits.ts';
import { previewImport } from '../../../../utils/library/import/preview.ts';
import {
  highlightOver,
  marksIn,
  noted,
  notedArticle,
} from '../../../../utils/library/edits/marks.ts';
import { saveArticle } from '../../../../utils/library/saving/save.ts';
import { storyOf } from '../../../e2e/support/seed-library.ts';

const NOW = 1_795_000_000_000;
/** With milliseconds: a format that loses them would make every row differ from what is here. */
const SAVED = 1_790_000_000_123;

const emptyLibrary = (): Promise<Library> =>
  openLibrary({ indexedDB: new IDBFactory(), IDBKeyRange });

function open(file: Blob, signal = new AbortController().signal) {
  return openImportFile(file, { now: NOW, document, signal, onShare: () => undefined });
}

async function preview(library: Library, file: Blob) {
  const opened = await open(file);
  if ('refused' in opened) throw new Error(opened.refused);
  const { new: added, known, improved, total } = await previewImport(library, opened.source);
  return { added, known, improved, total };
}

/** An article with notes, one of two paragraphs, and with highlights, one of two blocks and one with a note. */
async function annotate(library: Library): Promise<void> {
  const [text] = await library.texts.toArray();
  const blocks = blockTexts(text!.article)!;
  const over = (places: number[], name: string) =>
    highlightOver(
      places.map((at) => ({ block: blocks[at]!.key, start: 0, end: blocks[at]!.text.length })),
      { colour: 2, name },
      [],
      blocks,
    );
  const one = over([0], 'one');
  const [mark] = marksIn(
    one.map((edit) => ({ ...edit, stamp: '' })),
    blocks,
  ).marks;
  const given = [
    ...one,
    ...noted(mark!, 'سطر\n\nوآخر'),
    ...over([1, 2], 'two'),
    ...notedArticle(null, '=ملاحظة  على\n \nالمقالة'),
    ...notedArticle(null, 'وأخرى'),
  ];
  await editItem(text!.id, given, { library, now: SAVED + 9, device: '00000001' });
}

describe('our own lists', () => {
  let library: Library;
  let files: Blob[];

  beforeEach(async () => {
    library = await emptyLibrary();
    for (const n of [0, 1, 2]) {
      const story = storyOf(n);
      const blocks = story.text.split('\n').map((_, at) => `b${at}`);
      await saveArticle({ ...story, blocks }, 'ask', {
        library,
        now: SAVED + n,
        device: '00000001',
      });
    }
    await annotate(library);
    const ids = await library.items.toCollection().primaryKeys();
    files = [];
    for (const write of [exportCsv, exportJson]) {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      const sink = async (chunk: Uint8Array) => void parts.push(chunk.slice());
      await write(readExported(library, ids), sink, { now: NOW });
      files.push(new Blob(parts));
    }
  });

  test('say nothing new to the library they came from', async () => {
    for (const file of files) {
      expect(await preview(library, file)).toEqual({ added: 0, known: 3, improved: 0, total: 3 });
    }
  });

  test('fill an empty one', async () => {
    for (const file of files) {
      const { added } = await preview(await emptyLibrary(), file);
      expect(added).toBe(3);
    }
  });

  test('cut off are refused, nothing of them taken', async () => {
    const [, json] = files;
    const opened = await open(json!.slice(0, json!.size - 40));
    if ('refused' in opened) throw new Error('It is known by its head.');
    const error: unknown = await previewImport(library, opened.source).catch((e: unknown) => e);
    expect(refusalIn(error)).toBe('truncated');
  });
});

test.each([
  ['', 'empty'],
  ['hello', 'not-recognised'],
  ['{"format":"warraq-library","version":2,"articles":[]}', 'newer'],
  ['PK\u0003\u0004 and no more', 'truncated'],
])('%j is refused: %s', async (text, refused) => {
  expect(await open(new Blob([text]))).toEqual({ refused });
});

test('an error that is not the file’s is not told as its fault', () => {
  expect(refusalIn(new TypeError('ours'))).toBeNull();
});

test('our own list with a million rows and more is refused', async () => {
  const head = '{"format":"warraq-library","version":1,"articles":[';
  const opened = await openLibraryJson(new Blob([head, '0,'.repeat(1_000_000), '0]}']), { now: 0 });
  if (typeof opened === 'string') throw new Error(opened);
  let rows = 0;
  const reading = async (): Promise<void> => {
    for await (const row of opened.rows()) rows += Number('faulty' in row);
  };
  await expect(reading()).rejects.toMatchObject({ refusal: 'too-large' });
  expect(rows).toBe(1_000_000);
}, 60_000);
