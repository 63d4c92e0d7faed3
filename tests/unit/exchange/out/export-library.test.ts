import { expect, it } from 'vitest';
import { exportLibrary } from '../../../../utils/exchange/out/export-library.ts';
import { exportWords } from '../../../../utils/exchange/out/words.ts';
import { createI18n } from '../../../../utils/i18n.ts';
import { hidden } from '../../../../utils/library/edits/block-edits.ts';
import { editItem } from '../../../../utils/library/edits/edits.ts';
import { saveArticle } from '../../../../utils/library/saving/save.ts';
import { article, emptyLibrary, otherArticle } from '../../library/samples.ts';

it.each([
  ['html', 3],
  ['markdown', 3],
  ['csv', 0],
  ['json', 0],
  ['backup', 0],
] as const)('says of %s how many hidden paragraphs are left out: %i', async (format, left) => {
  const { library, context } = await emptyLibrary();
  for (const read of [article(), otherArticle()]) {
    const saved = await saveArticle(read, 'keep-both', context);
    if (!('item' in saved)) throw new Error(saved.kind);
    const [first = '', second = ''] = read.blocks;
    const hide = [hidden({ key: first, text: 'أ' }, true)];
    if (read.title === article().title) hide.push(hidden({ key: second, text: 'ب' }, true));
    await editItem(saved.item.id, hide, context);
  }
  const order = {
    format,
    ids: null,
    document,
    words: exportWords(createI18n('ar')),
    now: 0,
    app: '0',
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  expect(await exportLibrary(library, order, () => Promise.resolve())).toBe(left);
});
