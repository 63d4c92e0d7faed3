import { describe, expect, test } from 'vitest';
import {
  copyAsMarkdown,
  copyAsQuotation,
  copyAsText,
  type Copied,
} from '../../../../utils/exchange/out/copy.ts';
import type { Article } from '../../../../utils/article/article.ts';
import { listBlocks } from '../../../../utils/article/body/blocks.ts';
import { sanitizeArticle } from '../../../../utils/article/sanitize.ts';
import { article } from '../../library/samples.ts';
import { edit, HARD, WORDS } from './samples.ts';

const ADDRESS = 'https://news.example/story-4821973';
const OPTIONS = { document, words: WORDS };

function copied(
  html: string,
  changes: Omit<Partial<Copied>, 'article'> & { article?: Partial<Article> } = {},
): Copied {
  return {
    corrected: null,
    edits: [],
    address: ADDRESS,
    ...changes,
    article: article({
      title: 'افتتاح المكتبة',
      byline: 'سلمى الحداد',
      siteName: 'صحيفة المثال',
      publishedTime: '2026-11-24T09:30:00+03:00',
      deck: null,
      leadImage: null,
      endNotes: [],
      html,
      ...changes.article,
    }),
  };
}

const text = async (html: string): Promise<string> =>
  (await copyAsText(copied(html), OPTIONS)).split('\n').slice(4).join('\n').trim();

describe('as text', () => {
  test('begins with headline, what is said of it, and its address', async () => {
    expect(await copyAsText(copied('<p>أول.</p><p>ثان.</p>'), OPTIONS)).toBe(
      `افتتاح المكتبة\nسلمى الحداد ◆ صحيفة المثال ◆ 24 نوفمبر 2026\n${ADDRESS}\n\nأول.\n\nثان.\n`,
    );
    const bare = copied('<p>أول.</p>', {
      address: null,
      article: { byline: null, siteName: null, publishedTime: null, deck: 'تحت العنوان' },
    });
    expect(await copyAsText(bare, OPTIONS)).toBe('افتتاح المكتبة\n\nتحت العنوان\n\nأول.\n');
  });

  test('is laid out as it would be typed', async () => {
    expect(await text('<p>سطر<br>\n وآخر  منه</p>')).toBe('سطر\nوآخر منه');
    expect(await text('<h2>عنوان</h2><p>نص <b>ثقيل</b>، منه.</p>')).toBe('عنوان\n\nنص ثقيل، منه.');
    expect(await text('<ul><li>أ</li><li><p>ب</p><ul><li>ج</li></ul></li></ul><p>د</p>')).toBe(
      '• أ\n• ب\n• ج\n\nد',
    );
    expect(await text('<ol start="3"><li>ثالث</li><li>رابع</li></ol>')).toBe('3. ثالث\n4. رابع');
    expect(
      await text(
        '<table><tr><th>اسم</th><th>عدد</th></tr><tr><td><p>كتاب</p></td><td>3</td></tr></table>',
      ),
    ).toBe('اسم\tعدد\nكتاب\t3');
    expect(await text('<pre>let a = 1;\n  let b;</pre>')).toBe('let a = 1;\n  let b;');
    expect(
      await text('<p>قبل</p><figure><img alt="صورة الباب"><figcaption>الباب</figcaption></figure>'),
    ).toBe('قبل\n\nالباب');
    expect(await text('بلا فقرة<div>وصندوق</div>')).toBe('بلا فقرة\n\nوصندوق');
  });

  test('is the source, letter by letter', async () => {
    expect(await text(`<p>${HARD}</p>`)).toBe(HARD);
  });

  test('has what the reader changed in it', async () => {
    const html = '<p>أول هنا.</p><p>إعلان.</p>';
    const [, second] = listBlocks(sanitizeArticle(html, { document, images: 'none' }));
    const hidden = edit('hide', { anchor: { block: second?.key ?? '', start: 0, end: 0 } });
    const changed = copied(html, {
      edits: [hidden],
      corrected: { title: 'عنوان القارئ', byline: 'اسم القارئ' },
    });
    const written = await copyAsText(changed, OPTIONS);
    expect(written).toContain('عنوان القارئ\nاسم القارئ ◆');
    expect(written).toContain('أول هنا.');
    expect(written).not.toContain('إعلان');
  });
});

describe('as Markdown', () => {
  test('begins with the headline as one, and asks for no picture', async () => {
    const given = copied(
      '<p>نص <b>ثقيل</b> و*نجمة*.</p><p><img src="https://x.example/a.png" alt="الباب"></p>',
      {
        article: { title: '# عنوان *صعب*', deck: '- سطر' },
      },
    );
    expect(await copyAsMarkdown(given, OPTIONS)).toBe(
      [
        String.raw`# \# عنوان \*صعب\*`,
        'سلمى الحداد ◆ صحيفة المثال ◆ 24 نوفمبر 2026',
        `<${ADDRESS}>`,
        String.raw`\- سطر`,
        String.raw`نص **ثقيل** و\*نجمة\*.`,
        'الباب\n',
      ].join('\n\n'),
    );
  });

  test('holds nothing of what a page may smuggle in', async () => {
    const hostile =
      '<p>نص<script>alert(1)</script><img src=x onerror=alert(1)> <a href="javascript:alert(1)">رابط</a></p><iframe srcdoc="x"></iframe>';
    for (const write of [copyAsMarkdown, copyAsText]) {
      const written = await write(
        copied(hostile, { article: { byline: { html: '<b>' } as never, title: '<img src=x>' } }),
        OPTIONS,
      );
      expect(written).not.toMatch(/javascript:|alert|onerror|iframe|\[object/);
    }
    const written = await copyAsMarkdown(
      copied(hostile, { article: { title: '<img src=x>' } }),
      OPTIONS,
    );
    expect(written.split('\n')[0]).toBe(String.raw`# \<img src=x>`);
  });
});

describe('as a quotation', () => {
  test('says whose it is, from where and when', () => {
    expect(copyAsQuotation(' ستون ألف كتاب ', copied(''), OPTIONS)).toBe(
      `«ستون ألف كتاب»\n— «افتتاح المكتبة»، سلمى الحداد، صحيفة المثال، 24 نوفمبر 2026\n${ADDRESS}`,
    );
    const english = copied('', {
      address: null,
      article: { title: 'A library', byline: 'A. Reader', lang: 'en', dir: 'ltr' },
    });
    expect(copyAsQuotation('Sixty thousand books', english, OPTIONS)).toBe(
      '“Sixty thousand books”\n— “A library”, A. Reader, صحيفة المثال, 24 نوفمبر 2026',
    );
  });

  test('is not set in the marks that stand in it', () => {
    const given = copied('', { article: { title: 'قال: «نعم»' } });
    const [passage, source] = copyAsQuotation('قالت «لا»', given, OPTIONS).split('\n');
    expect(passage).toBe('“قالت «لا»”');
    expect(source).toMatch(/^— “قال: «نعم»”، /u);
    expect(copyAsQuotation('«لا» و“نعم”', given, OPTIONS)).toMatch(/^«لا» و“نعم”\n/u);
    const english = copied('', { article: { title: 'T', lang: 'en', dir: 'ltr' } });
    expect(copyAsQuotation('It isn’t “so”', english, OPTIONS)).toMatch(/^‘It isn’t “so”’\n/u);
  });
});
