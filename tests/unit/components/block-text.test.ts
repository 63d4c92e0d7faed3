import { expect, test } from 'vitest';
import { placeAt, placesOf } from '../../../components/reading/block-text.ts';
import { listBlocks } from '../../../utils/article/body/blocks.ts';

function blockOf(html: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  const block = parsed.body.firstElementChild;
  if (!(block instanceof HTMLElement)) throw new Error('No block.');
  return block;
}

/** A character's offset is its place in the text of the block as `blocks.ts` has it. */
test.each([
  '<p>كلمة واحدة</p>',
  '<p>  قال\n   <b>المدير</b>  أمس<br>وأضاف <a href="#">هنا</a>. </p>',
  '<p>بيتٌ أوّل<br><br>بيتٌ ثانٍ\u00a0😀 آخر</p>',
])('%s', (html) => {
  const block = blockOf(html);
  const [listed] = listBlocks(block.ownerDocument.body);
  const places = placesOf(block);
  const text = listed?.text ?? '';
  expect(places.length).toBeGreaterThan(3);
  for (const { node, offset, at } of places) expect(node.data[offset]).toBe(text[at]);
  // What the white space stands for has no place of its own: the character before it answers.
  const space = text.indexOf(' ');
  const before = placeAt(block, space);
  expect(before?.node.data[before.offset]).toBe(text[space - 1]);
  const last = placeAt(block, 10_000);
  expect(last?.node.data[last.offset]).toBe(text.at(-1));
});

test('a block without text has no place', () => {
  expect(placeAt(blockOf('<p> <br> </p>'), 0)).toBeNull();
});
