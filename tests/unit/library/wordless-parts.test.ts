import { expect, it } from 'vitest';
import { listBlocks } from '../../../utils/article/body/blocks.ts';
import { applyEdits } from '../../../utils/library/edits/apply-edits.ts';
import { hidden } from '../../../utils/library/edits/block-edits.ts';
import { listWordless } from '../../../utils/library/edits/wordless-parts.ts';
import { article } from './samples.ts';

function bodyOf(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(`<template>${html}</template>`, 'text/html');
  const body = document.createDocumentFragment();
  body.append(parsed.querySelector('template')?.content ?? '');
  return body;
}

const partsOf = (body: ParentNode) => listWordless(body, listBlocks(body));
const picture = (name: string): string => `<img data-src="https://n.example/${name}" alt="">`;

/** All that `html` has without words, hidden. */
function without(html: string): string {
  const body = bodyOf(html);
  const edits = partsOf(body).map((part) => ({ ...hidden(part, true), stamp: '1' }));
  applyEdits(body, article({ html }), edits, bodyOf);
  const place = document.createElement('div');
  place.append(body);
  return place.innerHTML;
}

it('a picture or an embed goes with the boxes that hold it alone', () => {
  const figure = `<figure><a href="https://n.example/">${picture('a')}</a></figure>`;
  const embed = '<p><a href="https://v.example/" data-warraq="video" title="فيديو"></a></p>';
  expect(without(`<p>قبل</p>${figure}<p>بين</p>${embed}<p>بعد</p>`)).toBe(
    '<p>قبل</p><p>بين</p><p>بعد</p>',
  );
});

it('nothing is left of its box: no line break, no empty caption', () => {
  const html = `<p>${picture('a')}<br></p><figure>${picture('b')}<figcaption></figcaption></figure>`;
  expect(without(`<p>قبل</p>${html}`)).toBe('<p>قبل</p>');
});

it('beside a line in its figure that is no caption it is a part of its own', () => {
  expect(without(`<figure><p>وصف</p>${picture('a')}</figure>`)).toBe('<figure><p>وصف</p></figure>');
});

it('what stands in a line, or has a caption, is no part of its own', () => {
  const html = `<p>قبل ${picture('a')}</p><figure>${picture('b')}<figcaption>صيد</figcaption></figure>`;
  expect(partsOf(bodyOf(html))).toEqual([]);
});

it('of a gallery each picture is one', () => {
  const html = `<figure>${picture('a')}${picture('b')}</figure><p>بعد</p>`;
  const [, second] = partsOf(bodyOf(html));
  const body = bodyOf(html);
  applyEdits(body, article({ html }), [{ ...hidden(second!, true), stamp: '1' }], bodyOf);
  expect([...body.querySelectorAll('img')].map((img) => img.dataset['src'])).toEqual([
    'https://n.example/a',
  ]);
});

it('a picture has one key whether it is asked for or waits, and another where it comes again', () => {
  const asked = '<p><img src="https://n.example/a" alt="قارب"></p>';
  const [part, again] = partsOf(bodyOf(asked + asked));
  const [held] = partsOf(bodyOf(`<p>${picture('a')}</p>`));
  expect(held?.key).toBe(part?.key);
  expect(again?.key).not.toBe(part?.key);
  expect([part?.text, held?.text]).toEqual(['قارب', '']);
});

it('in a table the cell stays', () => {
  const html = `<table><tbody><tr><td>${picture('a')}</td><td>صيد</td></tr></tbody></table>`;
  expect(without(html)).toBe('<table><tbody><tr><td></td><td>صيد</td></tr></tbody></table>');
});
