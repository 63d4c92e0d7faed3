import { describe, expect, it } from 'vitest';
import { sanitizeArticle, type SanitizeOptions } from '../../../utils/article/sanitize.ts';

const baseUrl = 'https://news.example/2026/story?id=7';

function clean(html: string, options: Partial<SanitizeOptions> = {}): string {
  const holder = document.createElement('div');
  holder.append(sanitizeArticle(html, { document, images: 'network', baseUrl, ...options }));
  return holder.innerHTML;
}

function attributesOf(html: string, selector: string, options: Partial<SanitizeOptions> = {}) {
  const element = sanitizeArticle(html, {
    document,
    images: 'network',
    baseUrl,
    ...options,
  }).querySelector(selector);
  return (
    element &&
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value] as const))
  );
}

describe('what stays', () => {
  it('keeps the elements of an article as they are', () => {
    const html =
      '<h2>عنوان</h2><p dir="rtl" lang="ar">نص <strong>مهم</strong> و<em>آخر</em><br>سطر</p>' +
      '<ol start="3" reversed="" type="a"><li value="4">بند</li></ol>' +
      '<table><caption>جدول</caption><tbody><tr><th scope="row">س</th><td colspan="2">ص</td></tr></tbody></table>' +
      '<figure><figcaption>صورة</figcaption></figure><pre><code>a &lt; b</code></pre>';
    expect(clean(html)).toBe(html);
  });

  it('keeps escaped markup as text', () => {
    expect(clean('<p>اكتب &lt;script&gt;alert(1)&lt;/script&gt; هنا</p>')).toBe(
      '<p>اكتب &lt;script&gt;alert(1)&lt;/script&gt; هنا</p>',
    );
  });

  it('keeps the text of elements it drops', () => {
    expect(clean('<p>قبل <font color="red">وسط</font> بعد</p>')).toBe('<p>قبل وسط بعد</p>');
  });

  it('does not run the texts of boxes together', () => {
    expect(clean('<div>أولى</div><section>ثانية<p>ثالثة</p>رابعة</section>')).toBe(
      '<p>أولى</p><p>ثانية</p><p>ثالثة</p><p>رابعة</p>',
    );
  });

  it('keeps direction, language and place of a box it takes away', () => {
    expect(clean('<div dir="ltr" lang="en" id="n1">one<p lang="fr">deux</p></div>')).toBe(
      '<p dir="ltr" lang="en" id="wq-n1">one</p><p lang="fr" dir="ltr">deux</p>',
    );
  });

  it('reads a heading of the first level as one of the second', () => {
    expect(clean('<h1 dir="rtl">عنوان</h1>')).toBe('<h2 dir="rtl">عنوان</h2>');
  });
});

describe('what goes', () => {
  it.each([
    '<p onclick="x()" style="color:red" class="a" name="body" hidden>نص</p>',
    '<p tabindex="1" contenteditable slot="s" part="p" constructor="1">نص</p>',
    '<p dir="sideways" lang="a b" aria-label="x" data-other="y" id="a b">نص</p>',
  ])('drops attributes outside the list: %s', (html) => {
    expect(clean(html)).toBe('<p>نص</p>');
  });

  it('drops values that are not what the attribute takes', () => {
    expect(
      clean(
        '<table><tbody><tr><td colspan="-1" rowspan="99999" scope="row">س</td></tr></tbody></table>',
      ),
    ).toBe('<table><tbody><tr><td>س</td></tr></tbody></table>');
    expect(clean('<ol type="x" start="1e9"><li value="many">س</li></ol>')).toBe(
      '<ol><li>س</li></ol>',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<style>p{color:red}</style>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<math><mi xlink:href="data:x">x</mi></math>',
    '<template><p>x</p></template>',
    '<meta http-equiv="refresh" content="0;url=https://other.example/">',
    '<link rel="preconnect" href="https://other.example/">',
    '<base href="https://other.example/">',
    '<object data="x"></object><embed src="x">',
    '<video poster="https://other.example/p.png"></video><audio src="x"></audio>',
    '<!-- a comment --><?xml version="1.0"?>',
  ])('drops %s whole', (html) => {
    expect(clean(`<p>قبل</p>${html}<p>بعد</p>`)).toBe('<p>قبل</p><p>بعد</p>');
  });
});

describe('links', () => {
  it('opens a link in a new tab, without a referrer', () => {
    expect(
      attributesOf('<a href="/other" target="_self" rel="opener" ping="x">س</a>', 'a'),
    ).toEqual({
      href: 'https://news.example/other',
      target: '_blank',
      rel: 'noopener noreferrer',
    });
  });

  it.each(['mailto:desk@news.example', 'tel:+96611'])('keeps %s', (href) => {
    expect(attributesOf(`<a href="${href}">س</a>`, 'a')).toHaveProperty('href', href);
  });

  it.each([
    'javascript:alert(1)',
    ' java&#10;script:alert(1)',
    '&#1;javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://news.example/1',
    'chrome-extension://x/popup.html',
    'view-source:https://news.example/',
    'ftp://news.example/',
    '',
  ])('drops the address «%s»', (href) => {
    expect(attributesOf(`<a href="${href}">س</a>`, 'a')).toEqual({});
  });

  it('drops a relative link when there is nothing to resolve it against', () => {
    expect(attributesOf('<a href="/other">س</a>', 'a', { baseUrl: null })).toEqual({});
  });

  it.each(['#n1', `${baseUrl}#n1`, '?id=7#n1'])('keeps %s inside the article', (href) => {
    expect(attributesOf(`<a href="${href}">1</a><p id="n1">ح</p>`, 'a')).toEqual({
      href: '#wq-n1',
    });
  });

  it('meets an Arabic id however its link is written', () => {
    for (const href of ['#حاشية', `#${encodeURIComponent('حاشية')}`]) {
      const fragment = sanitizeArticle(`<a href="${href}">1</a><p id="حاشية">ح</p>`, {
        document,
        images: 'none',
      });
      const target = decodeURIComponent(fragment.querySelector('a')?.getAttribute('href') ?? '');
      expect(target).toBe(`#${fragment.querySelector('p')?.id}`);
    }
  });

  it('drops a link to nowhere, and follows a fragment that is no percent-encoding as written', () => {
    expect(attributesOf('<a href="#">1</a>', 'a')).toEqual({});
    expect(attributesOf('<a href="#%E0%A4%A">1</a>', 'a')).toEqual({ href: '#wq-%25E0%25A4%25A' });
  });

  it('opens a part of another page in that page', () => {
    expect(attributesOf('<a href="/other#n1">1</a>', 'a')).toHaveProperty(
      'href',
      'https://news.example/other#n1',
    );
  });
});

describe('pictures', () => {
  const waiting = { loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' };

  it('loads late and tells no referrer', () => {
    expect(
      attributesOf('<img src="/a.jpg" srcset="/b.jpg 2x" alt="و" onerror="x()" width="9">', 'img'),
    ).toEqual({ src: 'https://news.example/a.jpg', alt: 'و', ...waiting });
  });

  it('keeps no address that could be requested where none may be', () => {
    expect(attributesOf('<img src="/a.jpg" alt="و">', 'img', { images: 'none' })).toEqual({
      'data-src': 'https://news.example/a.jpg',
      alt: 'و',
      ...waiting,
    });
  });

  it.each(['data:image/png;base64,AAAA', 'blob:https://news.example/1'])(
    'keeps %s, which no network sees',
    (src) => {
      for (const images of ['none', 'network'] as const) {
        expect(attributesOf(`<img src="${src}">`, 'img', { images })).toEqual({ src, ...waiting });
      }
    },
  );

  it.each([
    'data:image/svg+xml,<svg onload=alert(1)>',
    'data:text/html,x',
    'javascript:alert(1)',
    'file:///a.png',
  ])('drops the picture address «%s»', (src) => {
    expect(attributesOf(`<img src="${src}" alt="و">`, 'img')).toEqual({ alt: 'و', ...waiting });
    expect(clean(`<p>س<img src="${src}" alt=""></p>`)).toBe('<p>س</p>');
  });

  it('takes no address to wait with from the page where pictures load', () => {
    expect(attributesOf('<img src="/a.jpg" data-src="/b.jpg">', 'img')).not.toHaveProperty(
      'data-src',
    );
  });
});

describe('the door itself', () => {
  it('says so where there is no window', () => {
    const inert = document.implementation.createHTMLDocument('');
    Object.defineProperty(inert, 'defaultView', { value: null });
    expect(() => sanitizeArticle('<p>س</p>', { document: inert, images: 'none' })).toThrow(
      'needs a document with a window',
    );
  });

  it('carries nothing from one call to the next', () => {
    const html = '<img src="/a.jpg">';
    const before = clean(html);
    clean(html, { images: 'none', baseUrl: null });
    expect(clean(html)).toBe(before);
  });
});
