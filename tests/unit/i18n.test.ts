import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import ar from '../../public/_locales/ar/messages.json';
import en from '../../public/_locales/en/messages.json';
import fr from '../../public/_locales/fr/messages.json';
import { createI18n } from '../../utils/i18n.ts';
import { regionOf, resolveLocale, type Locale } from '../../utils/locale.ts';
import { DEFAULT_LOOK, type Look } from '../../utils/look.ts';

const CATALOGUES: Record<string, Record<string, { message: string }>> = { ar, en, fr };
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];
const PLURALS = Object.keys(en)
  .filter((key) => key.endsWith('_other'))
  .map((key) => key.slice(0, -'_other'.length));

const isForm = (key: string): boolean =>
  PLURALS.some((base) => FORMS.some((form) => key === `${base}_${form}`));
const plainKeys = (catalogue: object): string[] =>
  Object.keys(catalogue)
    .filter((key) => !isForm(key))
    .toSorted();
const substitutions = (message: string): string[] =>
  [...new Set(message.match(/\$\d/g))].toSorted();

describe('the three languages', () => {
  test.each(Object.entries(CATALOGUES))('%s says everything, and nothing else', (_, catalogue) => {
    expect(plainKeys(catalogue)).toEqual(plainKeys(en));
    expect(plainKeys(en).length).toBeGreaterThan(100);
    for (const key of plainKeys(en)) {
      const message = catalogue[key]?.message ?? '';
      expect(message.trim(), key).not.toBe('');
      expect(substitutions(message), key).toEqual(
        substitutions((en as typeof CATALOGUES.en & object)[key]?.message ?? ''),
      );
    }
  });

  test.each(Object.entries(CATALOGUES))('%s has each of its plural forms', (locale, catalogue) => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    expect(PLURALS.length).toBeGreaterThan(0);
    for (const base of PLURALS) {
      const have = FORMS.filter((form) => catalogue[`${base}_${form}`]).toSorted();
      expect(have, base).toEqual(forms);
    }
  });

  test('numbers in Arabic sentences are given to them, so that they have the digits that are liked', () => {
    const own = ['digits_latin', 'typeSample'];
    const withDigits = Object.entries(ar)
      .filter(([key]) => !own.includes(key))
      .filter(([, { message }]) => /\d/.test(message.replaceAll(/\$\d|UTF-8|macOS \d+/g, '')));
    expect(withDigits).toEqual([]);
  });

  test('Arabic counts in six ways', () => {
    const { plural } = createI18n('ar');
    const said = [0, 1, 2, 3, 11, 100].map((n) => plural('libraryCount', n));
    expect(new Set(said.map((text) => text.replaceAll(/\d+/g, ''))).size).toBeGreaterThanOrEqual(5);
    expect(said[1]).toBe('مقالة واحدة');
    expect(said[2]).toBe('مقالتان');
    expect(said[3]).toBe('3 مقالات');
    expect(said[4]).toBe('11 مقالة');
  });

  test('messages keep the form browsers accept', () => {
    for (const catalogue of Object.values(CATALOGUES)) {
      for (const [key, { message }] of Object.entries(catalogue)) {
        expect(key).toMatch(/^[A-Za-z0-9_]+$/);
        // A browser reads `$name$` as a placeholder it must find declared.
        expect(message).not.toMatch(/\$[A-Za-z0-9_@]+\$/);
      }
    }
    for (const { extensionDescription } of [ar, en, fr]) {
      expect(extensionDescription.message.length).toBeLessThanOrEqual(132);
    }
  });

  test('no message is unused', () => {
    const source = [
      ...globSync('{components,entrypoints,utils}/**/*.{ts,tsx,html}'),
      'wxt.config.ts',
    ]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const built = /^(language|theme|face|lineHeight|width|align|digits|tashkeel|pictures|months)_/;
    for (const key of plainKeys(en)) {
      const named = new RegExp(`['"\`]${key}['"\`]|__MSG_${key}__`);
      expect(built.test(key) || named.test(source), key).toBe(true);
    }
    for (const base of PLURALS) expect(source).toMatch(new RegExp(`['"\`]${base}(['"\`]|_\\$)`));
  });
});

describe('every reason has its sentence', () => {
  const unions: [file: string, type: string, prefix: string][] = [
    ['utils/article/article.ts', 'RemovalReason', 'removal_'],
    ['utils/article/article.ts', 'NoArticleReason', 'noArticle_'],
    ['utils/article/article.ts', 'IncompleteReason', 'incomplete_'],
    ['utils/library/errors.ts', 'SaveFailure', 'saveFailed_'],
    ['utils/library/errors.ts', 'SaveFailure', 'import_failed_'],
    ['utils/fetched-text.ts', 'FetchTrouble', 'fetch_'],
    ['utils/exchange/in/refusal.ts', 'Refusal', 'import_refused_'],
    ['utils/exchange/in/refusal.ts', 'Fault', 'import_faulty_'],
    ['utils/exchange/in/refusal.ts', 'Skip', 'import_skipped_'],
  ];
  test.each(unions)('%s %s', (file, type, prefix) => {
    const declared = new RegExp(`type ${type} =([^;]+);`).exec(readFileSync(file, 'utf8'))?.[1];
    const members = [...(declared ?? '').matchAll(/'([^']+)'/g)].map(([, member]) => member);
    expect(members.length).toBeGreaterThan(2);
    for (const member of members) {
      expect(Object.keys(en)).toContain(prefix + String(member).replaceAll('-', '_'));
    }
  });
});

describe('the interface language', () => {
  test('is the setting, else the first language of the browser we speak, else Arabic', () => {
    expect(resolveLocale('fr', ['ar'])).toBe('fr');
    expect(resolveLocale('auto', ['de-DE', 'en-GB', 'ar'])).toBe('en');
    expect(resolveLocale('auto', ['de-DE', 'tr'])).toBe('ar');
    expect(resolveLocale('auto', ['arc'])).toBe('ar');
    expect(createI18n(resolveLocale('auto', ['de'])).dir).toBe('rtl');
  });

  test('takes the names of months from the country', () => {
    const languages = ['fr-FR', 'ar-MA'];
    const moroccan = createI18n('ar', regionOf('ar', languages));
    expect(moroccan.date('2025-11-20', 'day')).toBe('20 نونبر 2025');
    expect(createI18n('ar').date('2025-11-20', 'day')).toBe('20 نوفمبر 2025');
  });

  test('digits are Latin and the calendar Gregorian in every country', () => {
    for (const region of ['ar-EG', 'ar-SA', 'ar-IQ']) {
      const { date, number } = createI18n('ar', region);
      expect(date('2026-11-24', 'day')).toMatch(/^24 .+ 2026$/);
      expect(number(1234)).toMatch(/^[\d,.\s]+$/);
    }
  });
});

describe('dates', () => {
  const { date } = createI18n('en');
  test('are never more exact than stated', () => {
    expect(date('2026-11', 'time')).toBe('November 2026');
    expect(date('2026-11-24', 'time')).toBe('November 24, 2026');
    expect(date('2026-11-24T09:30:00', 'time')).toBe('November 24, 2026, 09:30');
    expect(date('2026-11-24T09:30:00', 'day')).toBe('November 24, 2026');
    expect(date('2026-11-24T00:00:00', 'time')).toBe('November 24, 2026');
  });

  test('keep the publisher’s clock where an offset is given, and name it', () => {
    expect(date('2026-11-24T23:30:00+12:45', 'time')).toBe('November 24, 2026, 23:30');
    expect(date('2026-11-24T23:30:00+12:45', 'zone')).toBe(
      'November 24, 2026, 23:30 (\u2066GMT+12:45\u2069)',
    );
    expect(date('2026-11-24T00:30:00-0930', 'zone')).toContain('GMT−9:30');
  });

  test('are null for what is no date', () => {
    for (const wrong of ['', 'yesterday', '2026', '2026-13-01', '24/11/2026']) {
      expect(date(wrong, 'time')).toBeNull();
    }
  });

  test('of saving are told from today', () => {
    const now = new Date(2026, 10, 24, 0, 10).getTime();
    const { relativeDay } = createI18n('ar');
    expect(relativeDay(now - 60_000, now)).toBe('اليوم');
    expect(relativeDay(now - 20 * 60_000, now)).toBe('أمس');
    expect(relativeDay(now - 3 * 86_400_000, now)).toBe('21 نوفمبر 2026');
  });
});

describe('dates as the reader likes them', () => {
  const day = '2026-08-26';
  const of = (wanted: Partial<Look>, region = 'ar', locale: Locale = 'ar') =>
    createI18n(locale, region, { ...DEFAULT_LOOK, ...wanted });

  test('have the chosen names of months, else those of the browser’s country', () => {
    expect(of({ months: 'mashriqi' }, 'ar-MA').date(day, 'day')).toBe('26 أغسطس 2026');
    expect(of({ months: 'levantine' }).date(day, 'day')).toBe('26 آب 2026');
    expect(of({ months: 'maghrebi' }).date(day, 'day')).toBe('26 غشت 2026');
    expect(of({ months: 'maghrebi' }, 'ar-TN').date(day, 'day')).toBe('26 أوت 2026');
    expect(of({}, 'ar-SY').date(day, 'day')).toBe('26 آب 2026');
    expect(of({ months: 'levantine' }, 'en-GB', 'en').date(day, 'day')).toBe('26 August 2026');
  });

  test('have the Hijri day beside them, wherever a day stands', () => {
    const { date, relativeDay } = of({ hijri: true });
    expect(date(day, 'day')).toBe('26 أغسطس 2026 (13 ربيع الأول 1448 هـ)');
    expect(date(`${day}T09:30:00`, 'time')).toBe('26 أغسطس 2026 (13 ربيع الأول 1448 هـ)، 09:30');
    expect(date('2026-08', 'day')).toBe('أغسطس 2026');
    const now = new Date(2026, 7, 30, 12).getTime();
    expect(relativeDay(now - 4 * 86_400_000, now)).toBe('26 أغسطس 2026 (13 ربيع الأول 1448 هـ)');
    expect(of({ hijri: true }, 'en', 'en').date(day, 'day')).toMatch(
      /^August 26, 2026 \(.+ 1448 AH\)$/,
    );
    expect(of({}).date(day, 'day')).not.toContain('هـ');
  });

  test('and numbers have the chosen digits, among Arabic words alone', () => {
    const arabic = of({ digits: 'arabic', hijri: true });
    expect(arabic.date(day, 'day')).toBe('٢٦ أغسطس ٢٠٢٦ (١٣ ربيع الأول ١٤٤٨ هـ)');
    expect(arabic.number(20)).toBe('٢٠');
    expect(arabic.plural('libraryCount', 3)).toBe('٣ مقالات');
    expect(arabic.readingTime({ min: 3, max: 4 })).toContain('٣–٤');
    for (const digits of ['published', 'latin'] as const)
      expect(of({ digits }).number(20)).toBe('20');
    expect(of({ digits: 'arabic' }, 'fr', 'fr').number(20)).toBe('20');
  });
});

describe('reading time', () => {
  test('is a range, or one figure', () => {
    expect(createI18n('en').readingTime({ min: 3, max: 4 })).toContain('3–4');
    expect(createI18n('en').readingTime({ min: 1, max: 1 })).toBe('1 minute');
    const { readingTime } = createI18n('ar');
    expect(readingTime({ min: 2, max: 2 })).toBe('دقيقتان');
    expect(readingTime({ min: 10, max: 11 })).toMatch(/دقيقة$/);
    expect(readingTime({ min: 1, max: 2 })).toBe('دقيقة إلى دقيقتين');
    expect(readingTime({ min: 2, max: 3 })).toMatch(/دقائق$/);
    expect(createI18n('fr').readingTime({ min: 1, max: 2 })).toBe('1–2 minutes');
  });

  test('is told in hours from an hour and a half on', () => {
    const said = (locale: 'ar' | 'en' | 'fr', min: number, max: number): string =>
      createI18n(locale)
        .readingTime({ min, max })
        .replaceAll(/[\u061C\u2066-\u2069]/gu, '');
    expect(said('en', 89, 119)).toBe('89–119 minutes');
    expect(said('en', 90, 120)).toBe('2 hours');
    expect(said('en', 1145, 1530)).toBe('19–26 hours');
    expect(said('fr', 1145, 1530)).toBe('19–26 heures');
    expect(said('ar', 90, 120)).toBe('ساعتان');
    expect(said('ar', 120, 180)).toBe('2–3 ساعات');
    expect(said('ar', 572, 764)).toBe('10–13 ساعة');
    expect(said('ar', 6000, 6000)).toBe('100 ساعة');
    expect(said('ar', 600, 600)).toBe('10 ساعات');
  });

  test('runs from the right in Arabic: an isolate that begins with an Arabic letter mark', () => {
    const said = createI18n('ar').readingTime({ min: 3, max: 4 });
    expect(said).toContain('\u2067\u061C3–4\u2069');
    expect(said).toMatch(/دقائق$/);
  });
});

test('what is put into a sentence cannot turn it round', () => {
  expect(createI18n('ar').t('rowMenu', 'Title (1)')).toContain('\u2068Title (1)\u2069');
});
