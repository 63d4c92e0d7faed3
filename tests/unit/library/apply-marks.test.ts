import { describe, expect, it } from 'vitest';
import { listBlocks } from '../../../utils/article/body/blocks.ts';
import type { Removal } from '../../../utils/article/article.ts';
import { applyEdits } from '../../../utils/library/edits/apply-edits.ts';
import type { Edit } from '../../../utils/library/item.ts';
import { article } from './samples.ts';

const HTML = '<p dir="rtl">أولى <b>الفقرات</b> هنا.</p><ul dir="rtl"><li dir="rtl">ثانية</li></ul>';

function shown(
  html: string,
  edits: (keys: string[]) => Partial<Edit>[],
  removals: (keys: string[]) => Partial<Removal>[] = () => [],
): DocumentFragment {
  const parsed = new DOMParser().parseFromString(`<template>${html}</template>`, 'text/html');
  const body = document.createDocumentFragment();
  body.append(parsed.querySelector('template')?.content ?? '');
  const keys = listBlocks(body).map(({ key }) => key);
  const given = edits(keys).map((edit, index): Edit => ({
    id: String(index),
    kind: 'highlight',
    anchor: null,
    value: null,
    stamp: String(index),
    removed: false,
    ...edit,
  }));
  const clean = (): DocumentFragment => {
    const back = document.createDocumentFragment();
    const paragraph = document.createElement('p');
    paragraph.dir = 'rtl';
    back.append(paragraph);
    return back;
  };
  const left = removals(keys).map((removal) => removal as Removal);
  applyEdits(body, { ...article({ html }), removals: left }, given, clean);
  return body;
}

const attributesOf = (body: ParentNode): string[][] =>
  [...body.querySelectorAll('mark')].map((mark) => [
    mark.textContent ?? '',
    mark.getAttribute('data-mark') ?? '',
    mark.getAttribute('data-colour') ?? '',
    String(mark.hasAttribute('data-noted')),
  ]);

it('a highlight has its name, its tint and the sign of its note', () => {
  const body = shown(HTML, ([first = '']) => [
    { id: 'm-0', anchor: { block: first, start: 2, end: 12 }, colour: 3 },
    { id: 'm-note', kind: 'note', anchor: { block: first, start: 2, end: 12 }, value: 'ملاحظة' },
  ]);
  expect(attributesOf(body)).toEqual([
    ['لى ', 'm', '3', 'true'],
    ['الفقرات', 'm', '3', 'true'],
  ]);
});

it('a highlight of a text cleaned anew stands where its words are', () => {
  const anchor = { block: 'gone', start: 0, end: 4 };
  const body = shown(HTML, () => [{ id: 'm-0', anchor, value: 'الفقرات هنا.', colour: 2 }]);
  expect(attributesOf(body).map(([text]) => text)).toEqual(['الفقرات', ' هنا.']);
});

it('two that meet are both to be seen, whichever devices made them', () => {
  const body = shown(HTML, ([first = '']) => [
    { id: 'm-0', anchor: { block: first, start: 0, end: 12 } },
    { id: 'n-0', anchor: { block: first, start: 5, end: 17 } },
  ]);
  expect(body.querySelector('p')?.textContent).toBe('أولى الفقرات هنا.');
  expect(body.querySelector('mark mark')).toBeNull();
  expect(attributesOf(body).map(([text, name]) => [name, text])).toEqual([
    ['m', 'أولى '],
    ['n', 'الفقرات'],
    ['n', ' هنا.'],
  ]);
});

it('one within another parts it', () => {
  const body = shown('<p>أولى الفقرات هنا.</p>', ([first = '']) => [
    { id: 'm-0', anchor: { block: first, start: 0, end: 17 } },
    { id: 'n-0', anchor: { block: first, start: 5, end: 12 } },
  ]);
  expect(attributesOf(body).map(([text, name]) => [name, text])).toEqual([
    ['m', 'أولى '],
    ['n', 'الفقرات'],
    ['m', ' هنا.'],
  ]);
});

it('thousands over one another are marks side by side, made at once', () => {
  const html = `<p>${'كلمة '.repeat(4000)}</p>`;
  const start = performance.now();
  const body = shown(html, ([first = '']) =>
    Array.from({ length: 9000 }, (_, index) => ({
      id: `m${index}-0`,
      anchor: { block: first, start: index % 7, end: 19_000 - index },
    })),
  );
  expect(performance.now() - start).toBeLessThan(3000);
  expect(body.querySelector('mark mark')).toBeNull();
  expect(body.querySelectorAll('mark').length).toBeLessThanOrEqual(5008);
});

it('an article turned is turned in all of its blocks, but for one turned by itself', () => {
  const body = shown(HTML, ([, second = '']) => [
    { kind: 'direction', anchor: { block: second, start: 0, end: 5 }, value: 'rtl' },
    { kind: 'direction', value: 'ltr' },
  ]);
  const dirs = [...body.querySelectorAll('[dir]')].map((block) => [
    block.localName,
    block.getAttribute('dir'),
  ]);
  expect(dirs).toEqual([
    ['p', 'ltr'],
    ['ul', 'ltr'],
    ['li', 'rtl'],
  ]);
});

it('an article turned is turned in what was put back too, and in lines of old pages', () => {
  const body = shown(
    '<p dir="rtl">أولى</p><pre dir="rtl">سطر</pre><pre>code</pre>',
    () => [
      { kind: 'direction', value: 'ltr' },
      { kind: 'put-back', value: 'r' },
    ],
    ([first = '']) => [{ id: 'r', html: '<p>ثانية</p>', at: first }],
  );
  expect([...body.children].map((block) => block.getAttribute('dir'))).toEqual([
    'ltr',
    'ltr',
    'ltr',
    null,
  ]);
});

it('a caption that is hidden takes its picture with it', () => {
  const figure = '<figure><img alt=""><figcaption>مرسى القوارب</figcaption></figure>';
  const body = shown(`<p>قبل</p>${figure}<p>بعد</p>`, ([, caption = '']) => [
    { kind: 'hide', anchor: { block: caption, start: 0, end: 1 } },
  ]);
  expect(body.querySelector('figure, img')).toBeNull();
  expect(body.textContent).toBe('قبلبعد');
});

describe('a cell that is hidden', () => {
  const TABLE = '<table><tr><td>واحد</td><td>اثنان</td></tr><tr><td>ثلاثة</td></tr></table>';
  const hide = (block: string | undefined): Partial<Edit> => ({
    kind: 'hide',
    anchor: { block: block ?? '', start: 0, end: 1 },
  });
  const cells = (body: DocumentFragment) =>
    [...body.querySelectorAll('td')].map(({ textContent }) => textContent);

  it('stays where it is, empty', () => {
    expect(cells(shown(TABLE, ([first]) => [hide(first)]))).toEqual(['', 'اثنان', 'ثلاثة']);
    expect(cells(shown(TABLE, (keys) => [hide(keys[2])]))).toEqual(['واحد', 'اثنان', '']);
    const inner = TABLE.replace('واحد', '<p>واحد</p>');
    expect(cells(shown(inner, ([first]) => [hide(first)]))).toEqual(['', 'اثنان', 'ثلاثة']);
  });

  it('goes with its table where that holds nothing else', () => {
    expect(shown(`<div>${TABLE}</div>`, (keys) => keys.map(hide)).childNodes).toHaveLength(0);
  });
});
