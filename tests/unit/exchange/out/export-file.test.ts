import { expect, test } from 'vitest';
import { openExportFile } from '../../../../utils/exchange/out/export-file.ts';

test('where there is no file system the parts make the file', async () => {
  const storage = {
    getDirectory: () => Promise.reject(new DOMException('private window', 'SecurityError')),
  };
  const file = await openExportFile(storage);
  const chunk = new Uint8Array([1, 2, 3]);
  await file.write(chunk);
  // What the writer does with its piece afterwards is no matter.
  chunk.fill(9);
  await file.write(new Uint8Array([4]));
  const whole = await file.finish();
  expect([...new Uint8Array(await whole.arrayBuffer())]).toEqual([1, 2, 3, 4]);
});
