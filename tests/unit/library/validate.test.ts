import { describe, expect, it } from 'vitest';
import type { Article } from '../../../utils/article/article.ts';
import {
  validateArticle,
  validateExtraction,
  validateLink,
} from '../../../utils/library/validate/validate.ts';
import { article } from './samples.ts';

/** What a field might hold instead: other types, and what a view would take for an element. */
const STRANGERS: unknown[] = [
  undefined,
  7,
  Number.NaN,
  Symbol.iterator,
  () => 'text',
  ['<b>'],
  { type: 'script', props: { children: 'alert(1)' }, key: null, ref: null, constructor: undefined },
  { toString: () => 'text', length: 4 },
  new Date(0),
  new Map(),
];

const FIELDS = Object.keys(article());

describe('validateArticle', () => {
  it('answers an equal article that is not the same object', () => {
    const given = article({
      leadImage: { src: 'https://n.example/a.jpg', alt: '', caption: null, credit: null },
    });
    const checked = validateArticle(given);
    expect(checked).toEqual(given);
    expect(checked).not.toBe(given);
    expect(checked?.removals[0]).not.toBe(given.removals[0]);
  });

  it.each(FIELDS)('refuses a strange %s', (field) => {
    for (const stranger of STRANGERS) {
      if (field === 'wordCount' && stranger === 7) continue;
      const given = { ...article(), [field]: stranger };
      const lists = ['authors', 'endNotes', 'blocks', 'removals'].includes(field);
      if (lists && Array.isArray(stranger) && field !== 'authors' && field !== 'removals') continue;
      expect(validateArticle(given), `${field}: ${String(stranger)}`).toBeNull();
    }
  });

  it.each(FIELDS)('refuses an article without %s', (field) => {
    const { [field as keyof Article]: _, ...rest } = article();
    expect(validateArticle(rest)).toBeNull();
  });

  it.each([
    ['authors', [{ name: {}, role: 'author' }]],
    ['authors', [{ name: 'س', role: 'owner' }]],
    ['authors', [null]],
    ['endNotes', [['x']]],
    ['blocks', [7]],
    ['removals', [{ ...article().removals[0], html: { __html: '<b>' } }]],
    ['removals', [{ ...article().removals[0], reason: 'because' }]],
    ['removals', [{ ...article().removals[0], step: '__proto__' }]],
    ['readingMinutes', { min: '1', max: 2 }],
    ['readingMinutes', { min: -1, max: 2 }],
    ['leadImage', { src: 'x', alt: null, caption: null, credit: null }],
    ['dir', 'toString'],
    ['incompleteReason', 'constructor'],
    ['schema', 2],
    ['title', ''],
    ['url', 'javascript:alert(1)'],
    ['url', 'data:text/html,x'],
    ['url', 'news'],
    ['html', 'x'.repeat(8_000_001)],
    ['text', 'x'.repeat(8_000_001)],
    ['blocks', Array.from({ length: 400_001 }, () => 'x')],
  ])('refuses a strange part of %s', (field, value) => {
    expect(validateArticle({ ...article(), [field]: value })).toBeNull();
  });

  it('takes no field from a prototype', () => {
    const { title: _, ...rest } = article();
    const parsed: unknown = JSON.parse(
      JSON.stringify(rest).replace('{', '{"__proto__":{"title":"عنوان"},'),
    );
    expect(validateArticle(parsed)).toBeNull();
    expect(validateArticle(Object.create(article()))).toBeNull();
    expect(validateArticle(Object.setPrototypeOf({ ...rest }, { title: 'عنوان' }))).toBeNull();
  });

  it('leaves behind what it does not know', () => {
    const given: unknown = JSON.parse(
      JSON.stringify(article()).replace('{', '{"__proto__":{"polluted":1},"extra":1,'),
    );
    const checked = validateArticle(given);
    expect(checked).toEqual(article());
    expect(Object.keys(checked ?? {}).toSorted()).toEqual(FIELDS.toSorted());
    expect(checked).not.toHaveProperty('polluted');
  });

  it('cuts a headline too long to show, not through a character', () => {
    const checked = validateArticle(article({ title: `${'ا'.repeat(1999)}😀` }));
    expect(checked?.title).toBe('ا'.repeat(1999));
  });

  it.each([null, undefined, 'x', 7, [], [article()], () => article(), new Proxy([], {})])(
    'refuses what is no object (%#)',
    (value) => {
      expect(validateArticle(value)).toBeNull();
    },
  );
});

describe('validateExtraction', () => {
  const page = { url: 'https://news.example/', title: 'الرئيسية', lang: 'ar' };

  it('answers both outcomes', () => {
    expect(validateExtraction({ ok: true, article: article() })).toEqual({
      ok: true,
      article: article(),
    });
    const none = { ok: false, reason: 'home-page', page, anyway: null };
    expect(validateExtraction(none)).toEqual(none);
    expect(validateExtraction({ ...none, anyway: article() })).toEqual({
      ...none,
      anyway: article(),
    });
  });

  it.each([
    null,
    {},
    { ok: 1, article: article() },
    { ok: true, article: null },
    { ok: false, reason: 'toString', page, anyway: null },
    { ok: false, reason: 'list', page: null, anyway: null },
    { ok: false, reason: 'list', page: { ...page, title: { type: 'b' } }, anyway: null },
  ])('refuses %j', (value) => {
    expect(validateExtraction(value)).toBeNull();
  });
});

describe('validateLink', () => {
  it('puts the address in the place of no words', () => {
    const url = 'https://news.example/a';
    expect(validateLink({ url, title: ' خبر ' })).toEqual({ url, title: 'خبر' });
    expect(validateLink({ url, title: '  ' })).toEqual({ url, title: url });
    expect(validateLink({ url, title: null })).toEqual({ url, title: url });
  });

  it.each([
    { url: 'javascript:alert(1)', title: 'x' },
    { url: 'https://news.example/a', title: {} },
    { url: undefined, title: null },
  ])('refuses %j', (value) => {
    expect(validateLink(value)).toBeNull();
  });
});
