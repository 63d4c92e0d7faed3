import { expect, test } from 'vitest';
import { exportWords } from '../../../../utils/exchange/out/words.ts';
import { createI18n } from '../../../../utils/i18n.ts';
import { DEFAULT_LOOK } from '../../../../utils/look.ts';

test('digits and dates of an export or a copy do not follow how they are shown', () => {
  const shown = createI18n('ar', 'ar-MA', {
    ...DEFAULT_LOOK,
    digits: 'arabic',
    months: 'levantine',
    hijri: true,
  });
  expect(shown.date('2026-11-20', 'day')).toContain('٢٠ تشرين الثاني ٢٠٢٦ (');
  expect(exportWords(shown).date('2026-11-20')).toBe('20 نوفمبر 2026');
});
