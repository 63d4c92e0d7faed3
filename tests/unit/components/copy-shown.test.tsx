import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyShown, type CopyForm } from '../../../components/app/copy-shown.ts';
import type { ArticleSubject } from '../../../components/app/subject.ts';
import { ArticleView } from '../../../components/article/article-view.tsx';
import { withKeptKinds, type KeptKinds } from '../../../components/article/kept-kinds.ts';
import { listBlocks } from '../../../utils/article/body/blocks.ts';
import { sanitizeArticle } from '../../../utils/article/sanitize.ts';
import type { ExportWords } from '../../../utils/exchange/out/exported.ts';
import { hidden } from '../../../utils/library/edits/block-edits.ts';
import { article } from '../library/samples.ts';

const store = vi.hoisted(() => ({ value: null as unknown }));
vi.mock('wxt/utils/storage', () => ({
  storage: { defineItem: () => ({ getValue: async () => store.value }) },
}));

const KIND = { step: 'inner-noise', reason: 'read-also', phrase: null } as const;
const HTML = '<p>فقرة <b>أولى</b> هنا.</p><p>فقرة ثانية.</p>';
const [, second] = listBlocks(sanitizeArticle(HTML, { document, images: 'none' }));
const ARTICLE = article({
  url: 'https://www.news.example/a',
  title: 'عنوان المقالة',
  deck: 'عنوان فرعي',
  excerpt: 'كلمات البداية.',
  html: HTML,
  removals: [
    { id: 'r1', ...KIND, text: 'اقرأ أيضا', html: '<p>اقرأ أيضا</p>', count: 1, at: second!.key },
  ],
});
const KINDS: KeptKinds = { host: 'news.example', kinds: [KIND], keep: () => undefined };

let copied = '';
let place: HTMLElement;

beforeEach(async () => {
  copied = '';
  store.value = null;
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: async (text: string) => void (copied = text) },
  });
  place = document.body.appendChild(document.createElement('div'));
  await act(() =>
    render(
      <ArticleView article={ARTICLE} kinds={KINDS} images="none" original={null} compact={false} />,
      place,
    ),
  );
});
afterEach(() => {
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function copy(form: CopyForm, part: Partial<ArticleSubject> = {}, isPrivate = false) {
  const subject: ArticleSubject = {
    kind: 'article',
    article: ARTICLE,
    item: null,
    from: 'page',
    ...part,
  };
  await copyShown(form, { subject, isPrivate, words: { date: (iso) => iso } as ExportWords });
  return copied;
}

function select(selector: string): void {
  const found = [...place.querySelectorAll(selector)].at(-1);
  if (!found) throw new Error(`No ${selector}`);
  getSelection()?.selectAllChildren(found);
}

test('a quotation is what is selected, be it put back, the headline or the line under it', async () => {
  select('.article-body > p:not([data-block])');
  expect(await copy('quotation')).toMatch(/^«اقرأ أيضا»\n/u);
  select('h1');
  expect(await copy('quotation')).toMatch(/^«عنوان المقالة»\n/u);
  select('.deck');
  expect(await copy('quotation')).toMatch(/^«عنوان فرعي»\n/u);
  getSelection()?.selectAllChildren(place.querySelector('[data-block]')!);
  expect(await copy('quotation')).toMatch(/^«فقرة أولى هنا\.»\n/u);
});

test('without a selection it is the words the article begins with, and without those none', async () => {
  expect(await copy('quotation')).toMatch(/^«كلمات البداية\.»\n/u);
  const other = document.body.appendChild(document.createElement('p'));
  other.textContent = 'شيء آخر';
  getSelection()?.selectAllChildren(other);
  expect(await copy('quotation')).toMatch(/^«كلمات البداية\.»\n/u);
  await expect(copy('quotation', { article: { ...ARTICLE, excerpt: '' } })).rejects.toThrow(
    'quote',
  );
  select('[data-interface]');
  await expect(copy('quotation')).rejects.toThrow('quote');
});

test('without a selection a paragraph that is hidden is not quoted', async () => {
  const [first] = listBlocks(sanitizeArticle(HTML, { document, images: 'none' }));
  const story = { ...ARTICLE, deck: null };
  const edits = (hide: boolean) => [{ ...hidden(first!, hide), stamp: '1' }];
  expect(await copy('quotation', { article: story, edits: edits(true) })).toMatch(
    /^«فقرة ثانية\.»\n/u,
  );
  expect(await copy('quotation', { article: story, edits: edits(false) })).toMatch(
    /^«فقرة أولى هنا\. فقرة ثانية\.»\n/u,
  );
  // The line under the headline is no paragraph.
  const decked = { ...story, deck: 'عنوان فرعي', excerpt: 'عنوان فرعي' };
  expect(await copy('quotation', { article: decked, edits: edits(true) })).toMatch(
    /^«عنوان فرعي»\n/u,
  );
});

test('without a selection no heading and no caption is quoted', async () => {
  const figure =
    '<figure><img alt="" src="https://n.example/a.jpg"><figcaption>القاعة الكبرى</figcaption></figure>';
  const html = `<h2>البداية</h2>${figure}${HTML}`;
  expect(await copy('quotation', { article: { ...ARTICLE, deck: null, html } })).toMatch(
    /^«فقرة أولى هنا\. فقرة ثانية\.»\n/u,
  );
});

test.each([
  ['text', 1],
  ['markdown', 1],
  ['quotation', 0],
] as const)('as %s it says how many hidden paragraphs are left out: %i', async (form, left) => {
  const edits = [{ ...hidden(second!, true), stamp: '1' }];
  const subject = { kind: 'article', article: ARTICLE, item: null, from: 'page', edits } as const;
  const words = { date: (iso) => iso } as ExportWords;
  expect(await copyShown(form, { subject, isPrivate: false, words })).toBe(left);
  expect(copied).not.toContain('فقرة ثانية');
});

test.each(['text', 'markdown'] as const)(
  'as %s it holds what its site is told to show',
  async (form) => {
    expect(await copy(form)).not.toContain('اقرأ أيضا');
    store.value = { 'news.example': [KIND] };
    expect(await copy(form)).toContain('اقرأ أيضا');
    expect(await copy(form, { edits: withKeptKinds(ARTICLE, [], [KIND]) })).toContain('اقرأ أيضا');
    expect(await copy(form, {}, true)).not.toContain('اقرأ أيضا');
  },
);
