import { describe, expect, it } from 'vitest';
import { bestTexts, versionsOf } from '../../../utils/library/text-order.ts';
import { article } from './samples.ts';

const read = (changes: Parameters<typeof article>[0], chosenAt: string | null = null) => ({
  article: article(changes),
  chosenAt,
});

describe('of two texts of one article the better one is', () => {
  it.each([
    ['the whole one', read({ text: 'قصير' }), read({ text: 'طويل جدا', complete: false })],
    ['not the selection', read({ text: 'قصير' }), read({ text: 'طويل جدا', fromSelection: true })],
    [
      'of the later extractor',
      read({ extractorVersion: '0.10.0', text: 'أ' }),
      read({ extractorVersion: '0.9.3' }),
    ],
    ['the longer one', read({ text: 'طويل جدا' }), read({ text: 'قصير' })],
    ['the one the reader chose', read({ text: 'أ', complete: false }, '1'), read({})],
    ['the one chosen last', read({ text: 'أ' }, '2'), read({}, '1')],
  ])('%s', (_, better, worse) => {
    for (const versions of [
      [better, worse],
      [worse, better],
    ]) {
      const best = bestTexts('id', versions);
      expect(best).toEqual({ id: 'id', ...better, previous: worse });
    }
  });

  it('the same on every device where nothing else tells them apart', () => {
    const [a, b] = [read({ html: '<p>أ</p>' }), read({ html: '<p>ب</p>' })];
    expect(bestTexts('id', [a, b])).toEqual(bestTexts('id', [b, a]));
  });

  it('with one earlier text behind it and no more', () => {
    const versions = ['أ', 'أأ', 'أأأ', 'أأأأ'].map((text) => read({ text }));
    expect(versionsOf(bestTexts('id', versions)).map(({ article: { text } }) => text)).toEqual([
      'أأأأ',
      'أأأ',
    ]);
  });

  it('one text however often it was read', () => {
    const again = ['2026-11-24', '2026-11-25'].map((day) =>
      read({ extractedAt: `${day}T00:00:00.000Z` }),
    );
    expect(bestTexts('id', again)?.previous).toBeNull();
  });
});
