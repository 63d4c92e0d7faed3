import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { exportCsv } from '../../../utils/exchange/csv.ts';
import { openImportFile } from '../../../utils/exchange/import-file.ts';
import { readExported } from '../../../utils/exchange/read-exported.ts';
import { openLibrary } from '../../../utils/library/database.ts';
import { previewImport } from '../../../utils/library/import/preview.ts';
import { saveArticle } from '../../../utils/library/save.ts';
import { mergeEntries } from '../../../utils/library/merge.ts';
import { readEntries } from '../../../utils/library/rows.ts';
import { storyOf } from '../../e2e/support/seed-library.ts';

test('debug', async () => {
  const library = await openLibrary({ indexedDB: new IDBFactory(), IDBKeyRange });
  await saveArticle(storyOf(0), 'ask', { library, now: 1_790_000_000_123, device: '00000001' });
  const ids = await library.items.toCollection().primaryKeys();
  const parts: BlobPart[] = [];
  await exportCsv(readExported(library, ids), async (c) => void parts.push(c as never), {});
  const file = new Blob(parts);
  const opened = await openImportFile(file, {
    now: Date.now(),
    document,
    signal: new AbortController().signal,
    onShare: () => undefined,
  });
  if ('refused' in opened) throw new Error(opened.refused);
  const counts = await previewImport(library, opened.source);
  console.log(counts);
  expect(counts.known).toBe(1);
});
