import { describe, expect, it } from 'vitest';
import { listBlocks } from '../../../../utils/article/body/blocks.ts';
import { exportBody } from '../../../../utils/exchange/out/body.ts';
import { markupOf } from '../../../../utils/exchange/out/markup.ts';
import { dataAddress } from '../../../../utils/exchange/out/picture-bytes.ts';
import type { Removal } from '../../../../utils/article/article.ts';
import { edit, exported, PNG, type Sample } from './samples.ts';

async function body(sample: Sample): Promise<string> {
  const content = await exportBody(exported(sample), {
    document,
    idPrefix: 'x-',
    place: (picture) => dataAddress(picture, picture.bytes),
  });
  return markupOf(content, 'html');
}

function keyOf(text: string, html: string): string {
  const holder = new DOMParser().parseFromString(html, 'text/html').body;
  const key = listBlocks(holder).find((block) => block.text === text)?.key;
  if (!key) throw new Error(`no block ${text}`);
  return key;
}

describe('the directions of blocks', () => {
  it('come from the letters of each', async () => {
    expect(
      await body({ article: { html: '<p>CNN: قال الوزير</p><p>Read this</p><p>١٢</p>' } }),
    ).toBe('<p dir="rtl">CNN: قال الوزير</p><p dir="ltr">Read this</p><p>١٢</p>');
  });
});

describe('pictures', () => {
  const address = 'https://news.example/a.png';
  const figure = (more = '') => `<figure><img src="${address}" alt="قلعة">${more}</figure>`;

  it('stand inside where they are kept', async () => {
    const made = await body({ article: { html: figure() }, pictures: { [address]: PNG } });
    expect(made).toBe(
      `<figure><img src="data:image/png;base64,${Buffer.from(PNG).toString('base64')}" alt="قلعة"/></figure>`,
    );
  });

  it('give way to their words where they are not', async () => {
    expect(await body({ article: { html: figure() } })).toBe(
      '<figure><span class="alt" dir="rtl">قلعة</span></figure>',
    );
    expect(await body({ article: { html: figure('<figcaption>شرح</figcaption>') } })).toBe(
      '<figure><figcaption dir="rtl">شرح</figcaption></figure>',
    );
    const bare = `<p>نص</p><figure><picture><img src="${address}"></picture></figure>`;
    expect(await body({ article: { html: bare } })).toBe('<p dir="rtl">نص</p>');
  });

  it('are not taken for pictures by what their record says', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const made = await body({ article: { html: figure() }, pictures: { [address]: svg } });
    expect(made).not.toContain('src');
  });

  it('of the text itself are kept, and the lead picture stands first', async () => {
    const inline = `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`;
    const made = await body({
      article: {
        html: `<p>نص <img src="${inline}" srcset="x 2x"></p>`,
        leadImage: { src: address, alt: '', caption: 'شرح', credit: 'وكالة' },
      },
      pictures: { [address]: PNG },
    });
    expect(made).toBe(
      `<figure><img src="${inline}" alt=""/><figcaption dir="rtl">شرح ◆ وكالة</figcaption></figure>` +
        `<p dir="rtl">نص <img src="${inline}" alt=""/></p>`,
    );
  });
});

describe('ids and links inside an article', () => {
  it('get names of their own', async () => {
    const html =
      '<p><a href="#n%201">س</a><a href="#حاشية">١</a><a href="#gone">ص</a></p><p id="حاشية">نص</p><p id="حاشية">آخر</p>';
    const made = await body({ article: { html } });
    expect(made).toContain('<a href="#x-1">١</a>');
    expect(made).toContain('<p id="x-1" dir="rtl">نص</p><p dir="rtl">آخر</p>');
    expect(made).toContain('<a>ص</a>');
  });
});

describe("the reader's edits", () => {
  const html = '<p>أولى هنا.</p><ul><li>بند</li></ul><p>ثانية <b>مهمة</b> هنا.</p>';
  const removal: Removal = {
    id: 'r1',
    step: 'inner-noise',
    reason: 'read-also',
    phrase: null,
    text: 'اقرأ',
    html: '<p onclick="x()">اقرأ أيضا</p>',
    count: 1,
    at: keyOf('بند', html),
  };
  const at = (text: string, start = 0, end = 0) => ({ block: keyOf(text, html), start, end });
  const withEdits = (...edits: Parameters<typeof edit>[]) =>
    body({
      article: { html, removals: [removal] },
      edits: edits.map(([kind, changes], number) =>
        edit(kind, { id: `${number}`, stamp: `${number}`, ...changes }),
      ),
    });

  it('hide a block with the box it alone was in', async () => {
    expect(await withEdits(['hide', { anchor: at('بند') }])).toBe(
      '<p dir="rtl">أولى هنا.</p><p dir="rtl">ثانية <b>مهمة</b> هنا.</p>',
    );
  });

  it('put back what was left out, through the door, outside the list it stood before', async () => {
    expect(await withEdits(['put-back', { value: 'r1' }])).toContain(
      '<p dir="rtl">أولى هنا.</p><p dir="rtl">اقرأ أيضا</p><ul dir="rtl">',
    );
  });

  it('turn a block, and the last one counts', async () => {
    const anchor = at('أولى هنا.');
    const made = await withEdits(
      ['direction', { anchor, value: 'rtl' }],
      ['direction', { anchor, value: 'ltr' }],
      ['direction', { anchor: at('بند'), value: 'up' }],
    );
    expect(made).toContain('<p dir="ltr">أولى هنا.</p>');
    expect(made).toContain('<li dir="rtl">');
  });

  it('mark a passage across elements', async () => {
    expect(await withEdits(['highlight', { anchor: at('ثانية مهمة هنا.', 2, 9) }])).toContain(
      '<p dir="rtl">ثا<mark>نية </mark><b><mark>مهم</mark>ة</b> هنا.</p>',
    );
  });

  it('do nothing once undone, nor where their block is not', async () => {
    const plain = await withEdits();
    expect(
      await withEdits(
        ['hide', { anchor: at('بند'), removed: true }],
        ['hide', { anchor: { block: 'gone', start: 0, end: 0 } }],
        ['put-back', { value: 'gone' }],
        ['highlight', { anchor: at('بند', 90, 99) }],
      ),
    ).toBe(plain);
  });
});
