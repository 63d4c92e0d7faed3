import { expect, it } from 'vitest';
import { readExported } from '../../../../utils/exchange/out/read-exported.ts';
import { linkEntry, withText } from '../../../../utils/library/entry.ts';
import { putEntries } from '../../../../utils/library/rows.ts';
import { inTransaction } from '../../../../utils/library/commit.ts';
import { article, emptyLibrary, NOW } from '../../library/samples.ts';
import { PNG } from './samples.ts';

it('reads in the order asked for, past what is gone, each with its pictures', async () => {
  const { library } = await emptyLibrary();
  const ids = Array.from({ length: 45 }, (_, number) => number.toString(16).padStart(32, '0'));
  const address = 'https://news.example/صورة.png';
  const hash = 'ab'.repeat(32);
  await inTransaction(library, async () => {
    for (const id of ids) {
      const link = linkEntry(
        id,
        { url: `https://news.example/${id}`, title: id, addresses: [] },
        NOW,
      );
      const entry = withText(link, { article: article({ title: id }), chosenAt: null }, [], NOW);
      const picture = { address, hash, type: 'image/png', width: 1, height: 1, size: PNG.length };
      await putEntries(library, [{ ...entry, pictures: [picture] }]);
    }
    await library.bytes.put({ hash, type: 'image/png', bytes: PNG });
  });

  const asked = [...ids.toReversed(), 'gone'];
  const read: string[] = [];
  for await (const { item, text, picture } of readExported(library, asked)) {
    read.push(item.id);
    expect(text?.article.title).toBe(item.id);
    expect((await picture(new URL(address).href))?.bytes).toEqual(PNG);
    expect(await picture('https://news.example/other.png')).toBeNull();
  }
  expect(read).toEqual(ids.toReversed());
});
