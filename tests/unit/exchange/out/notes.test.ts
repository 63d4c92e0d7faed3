import { expect, it } from 'vitest';
import { exportCsv } from '../../../../utils/exchange/out/csv.ts';
import { besideText, notesOf } from '../../../../utils/exchange/out/notes.ts';
import { exportHtml } from '../../../../utils/exchange/out/html.ts';
import { exportMarkdown } from '../../../../utils/exchange/out/markdown.ts';
import { readMarkdown } from './markdown-reader.ts';
import { article as sample } from '../../library/samples.ts';
import { listBlocks } from '../../../../utils/article/body/blocks.ts';
import { unzipSync } from 'fflate';
import { collect } from '../collect.ts';
import { each, edit, exported, WORDS } from './samples.ts';

const HTML = sample().html;
const parsed = new DOMParser().parseFromString(HTML, 'text/html');
const [FIRST = '', SECOND = ''] = listBlocks(parsed.body).map(({ key }) => key);
const article = { html: HTML, blocks: [FIRST, SECOND] };
const edits = [
  edit('highlight', {
    id: 'm-0',
    anchor: { block: FIRST, start: 5, end: 12 },
    value: 'المكتبة',
    colour: 3,
  }),
  edit('note', {
    id: 'm-note',
    anchor: { block: FIRST, start: 5, end: 12 },
    value: 'أول\n\nثان',
  }),
  edit('highlight', { id: 'n-0', anchor: { block: SECOND, start: 0, end: 4 }, value: 'وحضر' }),
  edit('highlight', {
    id: 'lost-0',
    anchor: { block: 'gone', start: 0, end: 4 },
    value: 'ما حُذف من النص',
  }),
  edit('note', { id: 'note', value: 'على المقالة' }),
];

it('tells notes on the article first, then passages in their order, the lost ones last', () => {
  const { text } = exported({ article });
  const notes = notesOf(edits, text?.article ?? null);
  expect(notes).toEqual([
    { quote: null, text: 'على المقالة', inText: false },
    { quote: 'المكتبة', text: 'أول\n\nثان', inText: true },
    { quote: 'وحضر', text: null, inText: true },
    { quote: 'ما حُذف من النص', text: null, inText: false },
  ]);
  expect(besideText(notes).map(({ quote }) => quote)).toEqual([null, 'المكتبة', 'ما حُذف من النص']);
});

it('stands in HTML, in Markdown and in CSV', async () => {
  const given = (): ReturnType<typeof exported> => exported({ article, edits });
  const html = collect();
  const options = { document, words: WORDS, now: 0 };
  await exportHtml(each(given()), html.write, { ...options, contents: [given().item] });
  const made = new DOMParser().parseFromString(html.text(), 'text/html');
  expect([...made.querySelectorAll('mark')].map(({ outerHTML }) => outerHTML)).toEqual([
    '<mark data-colour="3">المكتبة</mark>',
    '<mark>وحضر</mark>',
  ]);
  expect([...made.querySelectorAll('aside > *')].map((part) => part.textContent.trim())).toEqual([
    WORDS.notes,
    'على المقالة',
    'المكتبة',
    'أول',
    'ثان',
    'ما حُذف من النص',
  ]);

  const zip = collect();
  await exportMarkdown(each(given()), zip.write, options);
  const [file] = Object.values(unzipSync(zip.bytes()));
  const { blocks } = readMarkdown(new TextDecoder().decode(file));
  expect(blocks.slice(-5)).toEqual([
    { kind: 'quote', text: 'على المقالة' },
    { kind: 'quote', text: 'المكتبة' },
    { kind: 'text', text: 'أول' },
    { kind: 'text', text: 'ثان' },
    { kind: 'quote', text: 'ما حُذف من النص' },
  ]);

  const csv = collect();
  await exportCsv(each(given()), csv.write, {});
  expect(csv.text()).toContain(
    '"على المقالة\n\n«المكتبة»\nأول\nثان\n\n«وحضر»\n\n«ما حُذف من النص»"',
  );
});
