import { expect, it } from 'vitest';
import { titleNames, titleParts } from '../../../utils/article/page/title-parts.ts';

it.each([
  ['أ - ب | ج', ['أ', 'ب', 'ج']],
  ['أ|ب :: ج¦د', ['أ', 'ب', 'ج', 'د']],
  ['أ » ب « ج › د > ه • و / ز', ['أ', 'ب', 'ج', 'د', 'ه', 'و', 'ز']],
  ['خبر -صحيفة', ['خبر', 'صحيفة']],
  ['خبر— صحيفة', ['خبر', 'صحيفة']],
  ['مواجهة 2-1 في الشرق-الأوسط', ['مواجهة 2-1 في الشرق-الأوسط']],
  ['تقرير 2025 -2026', ['تقرير 2025 -2026']],
  ['المدير: لا تأجيل : بيان', ['المدير: لا تأجيل : بيان']],
  [' | | ', []],
])('%j has the parts %j', (title, parts) => {
  expect(titleParts(title)).toEqual(parts);
});

it('parts a site’s name at a colon between spaces, too', () => {
  expect(titleNames('الميناء : المدير: لا تأجيل | أخبار')).toEqual([
    'الميناء',
    'المدير: لا تأجيل',
    'أخبار',
  ]);
});
