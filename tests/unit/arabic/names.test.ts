import { describe, expect, it } from 'vitest';
import { isAgency } from '../../../utils/arabic/agencies.ts';
import { foldWords } from '../../../utils/arabic/fold.ts';
import { holdsGivenName } from '../../../utils/arabic/given-names.ts';
import { isRoleAccount, looksLikePerson, personsIn } from '../../../utils/arabic/names.ts';

describe('holdsGivenName', () => {
  it.each(['نزيه الأتاسي', 'فوزية العطار', 'د. رجاء بدوي', 'أبو زيد الهلالي', 'الطاهر بن علي'])(
    '%s',
    (name) => expect(holdsGivenName(foldWords(name))).toBe(true),
  );

  it.each(['هـ الموافق', 'نجاة ستة صيادين', 'رحلة بحرية', 'فوزية', ''])('not %s', (text) =>
    expect(holdsGivenName(foldWords(text))).toBe(false),
  );
});

describe('looksLikePerson', () => {
  it.each([
    'مريم الطيب',
    'د. حسن أبو زيد',
    'عبد الرحمن ولد سيدي',
    'الحسن بوعزيز',
    'لالة بنت المختار',
    'إيمان الكاتب',
    'Claire Martin',
    'Max Weber',
  ])('%s', (name) => expect(looksLikePerson(foldWords(name))).toBe(true));

  it.each([
    'شؤون عربية',
    'الصفحة الأولى',
    'أخبار محلية',
    'القاهرة',
    'رويترز',
    'هيئة التحرير',
    'في بيتنا ضيف',
    'قبل 3 ساعات',
    'بتوقيت غرينتش',
    'Intertech Web Solutions',
    'للكبار فقط',
    'السلام عليكم ورحمة الله',
    'اقتصاد',
    '',
  ])('not %s', (text) => expect(looksLikePerson(foldWords(text))).toBe(false));

  it('takes a foreign name that begins like a preposition only where a name is expected', () => {
    for (const name of ['يوناس فالتر', 'إيرين كالديرا']) {
      expect(looksLikePerson(foldWords(name), true)).toBe(true);
    }
    expect(looksLikePerson(foldWords('شارع فالوادي'))).toBe(false);
    expect(looksLikePerson(foldWords('الضفة والوادي'), true)).toBe(false);
  });

  it('takes one word only where told to', () => {
    expect(looksLikePerson(foldWords('شهرزاد'))).toBe(false);
    expect(looksLikePerson(foldWords('شهرزاد'), true)).toBe(true);
  });
});

describe('isAgency', () => {
  it.each(['رويترز', 'أ.ف.ب', 'وكالات', 'وكالة الأنباء القطرية', 'AFP'])('%s', (name) =>
    expect(isAgency(foldWords(name))).toBe(true),
  );
  it('takes a name that is also a word only beside a place', () => {
    expect(isAgency(foldWords('صفا'))).toBe(false);
    expect(isAgency(foldWords('صفا'), true)).toBe(true);
  });
  it('no person', () => expect(isAgency(foldWords('مريم الطيب'))).toBe(false));
});

describe('isRoleAccount', () => {
  it.each(['admin', 'Unknown', 'غير معرف', 'المحرر', 'فريق التحرير', 'editor2'])('%s', (name) =>
    expect(isRoleAccount(foldWords(name))).toBe(true),
  );
  it('no person', () => expect(isRoleAccount(foldWords('مريم الطيب'))).toBe(false));
});

describe('personsIn', () => {
  it.each([
    ['سامر الحداد ومنى الصباغ', ['سامر الحداد', 'منى الصباغ']],
    ['سامر الحداد و منى الصباغ', ['سامر الحداد', 'منى الصباغ']],
    ['أحمد علي ومحمد حسن وليلى الكردي', ['أحمد علي', 'محمد حسن', 'ليلى الكردي']],
    ['أحمد علي وعبد الله حسن', ['أحمد علي', 'عبد الله حسن']],
    ['أحمد علي ومحمد بن سالم', ['أحمد علي', 'محمد بن سالم']],
    ['أحمد علي والدكتورة منى الصباغ', ['أحمد علي', 'الدكتورة منى الصباغ']],
    ['سيدي محمد ولد عبد الله', ['سيدي محمد ولد عبد الله']],
    ['محمد حسن وردي عبد الله', ['محمد حسن وردي عبد الله']],
    ['محمد وليد الخطيب', ['محمد وليد الخطيب']],
    ['أحمد علي وسام حسن', ['أحمد علي وسام حسن']],
    ['منى واصف الدين', ['منى واصف الدين']],
    ['محمد الخطيب', ['محمد الخطيب']],
  ])('%s', (name, persons) => expect(personsIn(name)).toEqual(persons));
});
