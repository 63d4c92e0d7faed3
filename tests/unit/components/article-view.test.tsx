import { render, type ComponentProps } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ArticleView } from '../../../components/article/article-view.tsx';
import { PicturesContext } from '../../../components/article/pictures-context.ts';
import type { Article } from '../../../utils/article/article.ts';
import { listBlocks } from '../../../utils/article/body/blocks.ts';
import type { Edit, Picture } from '../../../utils/library/item.ts';
import type { PictureSetting } from '../../../utils/look.ts';

const readKept = vi.hoisted(() => vi.fn<(hashes: string[]) => Promise<Map<string, Blob>>>());
vi.mock('../../../utils/read-kept.ts', () => ({ readKept }));

const ARTICLE: Article = {
  schema: 1,
  url: 'https://news.example/a',
  canonicalUrl: null,
  title: 'افتتاح مكتبة عامة',
  kicker: null,
  deck: null,
  byline: 'سلمى الحداد',
  authors: [],
  siteName: 'صحيفة المثال',
  publishedTime: '2026-11-24',
  modifiedTime: null,
  lang: 'ar',
  dir: 'rtl',
  excerpt: '',
  html: '<p>فتحت المكتبة أبوابها.</p><p>CNN: The library opened today.</p><p>CNN: قال المدير إن الأبواب فُتحت</p>',
  text: '',
  leadImage: null,
  endNotes: [],
  complete: true,
  incompleteReason: null,
  fromSelection: false,
  wordCount: 3,
  readingMinutes: { min: 1, max: 1 },
  blocks: [],
  removals: [],
  extractedAt: '2026-11-24T00:00:00Z',
  extractorVersion: '0.1.0',
};

const removal = {
  id: '1',
  step: 'repeats',
  reason: 'repeated',
  phrase: null,
  text: 'فقرة',
  html: null,
  count: 3,
  at: null,
} as const;

function show(
  part: Partial<Article>,
  images: 'network' | 'none' = 'network',
  more: Pick<ComponentProps<typeof ArticleView>, 'edits' | 'onPutBack'> = {},
  setting: PictureSetting = 'show',
): HTMLElement {
  const place = document.createElement('div');
  document.body.append(place);
  const article = { ...ARTICLE, ...part };
  void act(() => {
    render(
      <PicturesContext.Provider value={setting}>
        <ArticleView
          article={article}
          images={images}
          original={article.url}
          compact={false}
          {...more}
        />
      </PicturesContext.Provider>,
      place,
    );
  });
  return place;
}

const byTestId = (place: Element, id: string): HTMLElement | null =>
  place.querySelector(`[data-testid="${id}"]`);

beforeEach(() => void readKept.mockReset().mockResolvedValue(new Map()));
afterEach(() => document.body.replaceChildren());

describe('an article', () => {
  test('shows what it has, each paragraph in the direction of its letters', () => {
    const place = show({});
    expect(byTestId(place, 'article')?.dir).toBe('rtl');
    expect(byTestId(place, 'article')?.lang).toBe('ar');
    expect(byTestId(place, 'article-title')?.textContent).toBe('افتتاح مكتبة عامة');
    expect(byTestId(place, 'article-byline')?.textContent).toBe('سلمى الحداد');
    const directions = [...place.querySelectorAll('[data-testid="article-body"] p')].map((p) =>
      p.getAttribute('dir'),
    );
    expect(directions).toEqual(['rtl', 'ltr', 'rtl']);
  });

  test('has a headline that runs as it does, be there more Latin letters in it', () => {
    const place = show({ title: 'مقابلة مع Google حول Gemini 2.0' });
    expect(byTestId(place, 'article-title')?.dir).toBe('rtl');
  });

  const change = (part: Partial<Edit>): Edit => ({
    id: 'e',
    kind: 'direction',
    anchor: null,
    value: null,
    stamp: '1',
    removed: false,
    ...part,
  });

  test('turned is turned in its old lines too', () => {
    const edits = [change({ value: 'ltr' })];
    const place = show({ html: '<pre>سطر أول\nسطر ثان</pre>' }, 'network', { edits });
    expect(place.querySelector('pre')?.dir).toBe('ltr');
  });

  test('keeps verses in their columns where a half is hidden', () => {
    const verses = [
      ['يا سوقَ قومٍ بالمدادِ تفاخروا', 'وعلى السطورِ من الضياءِ نجومُ'],
      ['الحبرُ يمضي في العروقِ كأنّهُ', 'سرٌّ على طولِ الزمانِ كتومُ'],
    ];
    const rows = verses.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('');
    const html = `<table>${rows}</table>`;
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const block = listBlocks(parsed.body)[0]?.key ?? '';
    const edits = [change({ kind: 'hide', anchor: { block, start: 0, end: 1 } })];
    const place = show({ html }, 'network', { edits });
    expect([...place.querySelectorAll('.verses .half')].map((cell) => cell.textContent)).toEqual([
      '',
      ...verses.flat().slice(1),
    ]);
  });

  test('always leads to its page, in a new tab that is told nothing', () => {
    const link = byTestId(show({}), 'open-original');
    expect(link?.getAttribute('href')).toBe(ARTICLE.url);
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link?.getAttribute('target')).toBe('_blank');
  });

  test('leaves out what is not text where text belongs', () => {
    const foreign = { byline: { html: '<b>x</b>' }, siteName: 7, endNotes: [['x'], 'ملاحظة'] };
    const place = show(foreign as unknown as Partial<Article>);
    expect(byTestId(place, 'article-byline')).toBeNull();
    expect(byTestId(place, 'end-notes')?.textContent).toBe('ملاحظة');
  });

  test('shows markup in a headline as the letters it is', () => {
    const place = show({ title: '<img src=x onerror=alert(1)>' });
    expect(byTestId(place, 'article-title')?.textContent).toBe('<img src=x onerror=alert(1)>');
    expect(place.querySelector('img')).toBeNull();
  });

  test('says that it is incomplete', () => {
    expect(byTestId(show({}), 'state-incomplete')).toBeNull();
    const place = show({ complete: false, incompleteReason: 'wall' });
    expect(byTestId(place, 'state-incomplete')?.textContent).toContain('النص غير كامل');
  });
});

describe('what was left out', () => {
  test('is one line, counted by pieces, that opens', () => {
    const place = show({ removals: [removal, { ...removal, id: '2', reason: 'navigation' }] });
    const removals = byTestId(place, 'removals');
    expect(removals?.textContent).toContain('أُخفيت 6 أجزاء');
    expect(byTestId(place, 'removal')).toBeNull();
    void act(() => byTestId(place, 'show-removals')?.click());
    const reasons = [...place.querySelectorAll('[data-testid="removal"]')].map((entry) =>
      entry.getAttribute('data-reason'),
    );
    expect(reasons).toEqual(['repeated', 'navigation']);
  });

  describe('is put back', () => {
    const html = '<p>أولى.</p><p>ثانية.</p>';
    const blocks = listBlocks(
      Object.assign(document.createElement('div'), { innerHTML: html }),
    ).map(({ key }) => key);
    const taken = {
      ...removal,
      count: 1,
      html: '<p onclick="x()">اقرأ أيضا</p><img src="https://ads.example/1.png" alt="">',
      at: blocks[1] ?? null,
    };
    const put: Edit = {
      id: 'e',
      kind: 'put-back',
      anchor: null,
      value: '1',
      stamp: '1',
      removed: false,
    };
    const lines = (place: Element): string[] =>
      [...place.querySelectorAll('[data-testid="article-body"] p')].map((p) => p.textContent ?? '');

    test('at its place, through the one door, and is no text of the article', () => {
      const place = show({ html, blocks, removals: [taken] }, 'none', { edits: [put] });
      expect(lines(place)).toEqual(['أولى.', 'اقرأ أيضا', 'ثانية.']);
      const back = place.querySelectorAll('[data-testid="article-body"] p')[1];
      expect(back?.getAttributeNames()).toEqual(['dir']);
      expect(place.querySelector('img[src]')).toBeNull();
      expect(byTestId(place, 'removals')?.textContent).toContain('لم يُخفَ شيء');
    });

    test('at the end, where it stood after the last paragraph', () => {
      const last = { ...taken, html: '<p>ثالثة.</p>', at: null };
      const place = show({ html, blocks, removals: [last] }, 'none', { edits: [put] });
      expect(lines(place)).toEqual(['أولى.', 'ثانية.', 'ثالثة.']);
    });

    test('and not once it was taken out again', () => {
      const edits = [{ ...put, removed: true }];
      const place = show({ html, blocks, removals: [taken] }, 'none', { edits });
      expect(lines(place)).toEqual(['أولى.', 'ثانية.']);
    });

    test('by a press where it has a place and can be kept', () => {
      const onPutBack = vi.fn();
      const removals = [
        taken,
        { ...taken, id: '2', at: 'gone' },
        { ...taken, id: '3', html: null },
      ];
      const place = show({ html, blocks, removals }, 'none', { onPutBack });
      void act(() => byTestId(place, 'show-removals')?.click());
      expect(place.querySelectorAll('[data-testid="put-back"]')).toHaveLength(1);
      byTestId(place, 'put-back')?.click();
      expect(onPutBack).toHaveBeenCalledWith('1', true);
      const other = show({ html, blocks, removals }, 'none', { onPutBack, edits: [put] });
      void act(() => byTestId(other, 'show-removals')?.click());
      byTestId(other, 'put-back')?.click();
      expect(onPutBack).toHaveBeenLastCalledWith('1', false);
      const unsaved = show({ html, blocks, removals });
      void act(() => byTestId(unsaved, 'show-removals')?.click());
      expect(byTestId(unsaved, 'put-back')).toBeNull();
    });
  });

  test('is not mentioned where nothing was', () => {
    expect(byTestId(show({}), 'removals')).toBeNull();
  });
});

describe('pictures as the reader likes them', () => {
  const lead = { src: 'https://news.example/p.jpg', alt: 'مرسى', caption: null, credit: null };
  const html =
    '<p>قبل <a href="https://news.example/b"><img src="https://news.example/r.jpg" alt=""></a> بعد</p>' +
    '<figure><img src="https://news.example/q.jpg" alt="صورة"></figure>';
  const shown = (setting: PictureSetting): HTMLElement =>
    show({ leadImage: lead, html }, 'network', {}, setting);
  const sources = (place: Element) =>
    [...place.querySelectorAll('img[src]')].map((img) => img.getAttribute('src'));

  test('come one by one, each with a press', () => {
    const place = shown('tap');
    expect(sources(place)).toEqual([]);
    expect(byTestId(place, 'article-body')?.textContent?.trim()).toBe('قبل  بعد');
    const [first, second] = place.querySelectorAll<HTMLElement>('[data-testid="show-picture"]');
    expect([first, second].map((button) => button?.getAttribute('aria-label'))).toEqual([
      'إظهار الصورة',
      'إظهار الصورة: \u2068صورة\u2069',
    ]);
    second?.click();
    expect(sources(place)).toEqual(['https://news.example/q.jpg']);
    expect(document.activeElement).toBe(place.querySelector('img[src]'));
    expect(place.querySelectorAll('[data-testid="show-picture"]')).toHaveLength(1);
    void act(() => byTestId(place, 'show-lead-picture')?.click());
    expect(sources(place)).toEqual(['https://news.example/p.jpg', 'https://news.example/q.jpg']);
  });

  test('are not there, and their words are', () => {
    const place = shown('none');
    expect(sources(place)).toEqual([]);
    expect(place.querySelector('button')).toBeNull();
    expect(place.textContent).toContain('صورة');
    expect(place.textContent).toContain('مرسى');
  });

  test('are not offered where none could come', () => {
    const place = show({ leadImage: lead, html }, 'none', {}, 'tap');
    expect(byTestId(place, 'show-picture')).toBeNull();
    expect(byTestId(place, 'show-lead-picture')).toBeNull();
  });
});

describe('pictures', () => {
  const leadImage = { src: 'https://news.example/p.jpg', alt: '', caption: 'لقاء', credit: null };
  const html = '<figure><img src="https://news.example/q.jpg" alt="صورة"></figure><p>نص</p>';

  test('of a page just read load from the network', () => {
    const place = show({ leadImage, html });
    const sources = [...place.querySelectorAll('img')].map((img) => img.getAttribute('src'));
    expect(sources).toEqual(['https://news.example/p.jpg', 'https://news.example/q.jpg']);
  });

  test('of a saved article are not asked for: captions and alternative texts stand there', () => {
    const place = show({ leadImage, html }, 'none');
    expect(place.querySelector('img[src]')).toBeNull();
    expect(place.querySelector('.lead figcaption')?.textContent).toBe('لقاء');
    expect(place.querySelector('.alt')?.textContent).toBe('صورة');
  });

  test('that fail leave their caption', () => {
    const place = show({ leadImage });
    void act(() => {
      place.querySelector('.lead img')?.dispatchEvent(new Event('error'));
    });
    expect(place.querySelector('.lead img')).toBeNull();
    expect(place.querySelector('.lead figcaption')?.textContent).toBe('لقاء');
  });

  test('with an address that is no picture of the web are not shown', () => {
    for (const src of ['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'file:///etc/hosts']) {
      expect(show({ leadImage: { ...leadImage, src } }).querySelector('.lead img')).toBeNull();
    }
  });
});

describe('kept pictures', () => {
  const lead = 'https://news.example/lead.jpg';
  const second = 'https://news.example/second.jpg?w=1&h=2';
  const third = 'https://elsewhere.example/third.jpg';
  const pictured = {
    leadImage: { src: lead, alt: 'قاعة', caption: null, credit: null },
    html:
      `<p>فتحت</p><figure><img src="${second.replace('&', '&amp;')}" srcset="${third} 2x" alt="رف"></figure>` +
      `<picture><source srcset="${third}"><img src="${third}" alt="شارع"></picture>`,
  };
  const kept = (address: string, hash: string): Picture => ({
    address,
    hash,
    type: 'image/webp',
    width: 640,
    height: 400,
    size: 9,
  });
  const pictures = [kept(lead, 'h1'), kept(second, 'h2'), kept(`small:${lead}`, 'h3')];

  async function showKept(onLoadPictures: () => Promise<null>): Promise<HTMLElement> {
    const place = document.createElement('div');
    document.body.append(place);
    const article = { ...ARTICLE, ...pictured };
    await act(async () => {
      render(
        <ArticleView
          {...{ article, pictures, onLoadPictures }}
          images="none"
          original={null}
          compact={false}
        />,
        place,
      );
      await new Promise((resolve) => setTimeout(resolve));
    });
    return place;
  }

  test('are shown from here, and of the others their words and the offer to load them', async () => {
    vi.spyOn(URL, 'createObjectURL').mockImplementation(
      (blob) => `blob:ours/${(blob as Blob).size}`,
    );
    const revoke = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    readKept.mockResolvedValue(
      new Map([
        ['h1', new Blob(['a'])],
        ['h2', new Blob(['bb'])],
      ]),
    );
    const load = vi.fn(async () => null);
    const place = await showKept(load);
    expect(readKept).toHaveBeenCalledWith(['h1', 'h2']);
    const shown = [...place.querySelectorAll('img')].map((image) => [
      image.getAttribute('src'),
      image.getAttribute('width'),
      image.getAttribute('srcset'),
    ]);
    expect(shown).toEqual([
      ['blob:ours/1', '640', null],
      ['blob:ours/2', '640', null],
      [null, null, null],
    ]);
    expect(place.querySelector('source')).toBeNull();
    expect(byTestId(place, 'article-body')?.textContent).toContain('شارع');
    expect(byTestId(place, 'pictures-not-kept')?.textContent).toContain('صورة واحدة');
    byTestId(place, 'load-pictures')?.click();
    expect(load).toHaveBeenCalledOnce();
    void act(() => render(null, place));
    expect(revoke.mock.calls).toEqual([['blob:ours/1'], ['blob:ours/2']]);
  });

  test('whose bytes are gone leave the text', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    readKept.mockRejectedValue(new Error('shut'));
    const place = await showKept(async () => null);
    expect(place.querySelectorAll('img[src]')).toHaveLength(0);
    expect(byTestId(place, 'article-body')?.textContent).toContain('فتحت');
  });
});
