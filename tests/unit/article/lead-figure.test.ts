import { expect, it } from 'vitest';
import { takeLeadFigure } from '../../../utils/article/body/lead-figure.ts';
import { innerMarkup } from '../../../utils/article/body/markup.ts';
import { createRecord } from '../../../utils/article/removals.ts';
import { takeSnapshot } from '../../../utils/article/snapshot/snapshot.ts';
import type { TreeElement } from '../../../utils/article/snapshot/tree.ts';

const LEAD = {
  src: 'https://img.example/boat-1200x800.jpg?v=2',
  alt: 'قارب',
  caption: null,
  credit: null,
};
const FIGURE =
  '<figure><img src="https://img.example/boat-300x200.jpg"><figcaption>القارب في الميناء (وكالة)</figcaption></figure>';

function bodyOf(html: string): TreeElement {
  const { body } = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  return takeSnapshot(document, body, createRecord()).body;
}

it('takes the lead picture off the beginning, in any size, and its caption along', () => {
  const body = bodyOf(`<p>مقدمة</p>${FIGURE}<p>نص</p>`);
  expect(takeLeadFigure(body, LEAD)).toEqual({
    ...LEAD,
    caption: 'القارب في الميناء',
    credit: 'وكالة',
  });
  expect(innerMarkup(body)).toBe('<p>مقدمة</p><p>نص</p>');
});

it('leaves it where it stands further down, and any other picture', () => {
  const later = bodyOf(`<p>أول</p><p>ثان</p>${FIGURE}<p>نص</p>`);
  expect(takeLeadFigure(later, LEAD)).toEqual(LEAD);
  expect(later.findAll('img')[0] ?? null).not.toBeNull();
  const other = bodyOf('<figure><img src="https://img.example/market.jpg"></figure><p>نص</p>');
  expect(takeLeadFigure(other, LEAD)).toEqual(LEAD);
  expect(other.findAll('img')[0] ?? null).not.toBeNull();
});

it('takes one of several pictures of a figure alone', () => {
  const body = bodyOf(
    FIGURE.replace('<figcaption>', '<img src="https://img.example/sea.jpg"><figcaption>'),
  );
  expect(takeLeadFigure(body, LEAD)).toEqual(LEAD);
  expect(body.findAll('img')).toHaveLength(1);
  expect(body.findAll('figcaption')[0] ?? null).not.toBeNull();
});
