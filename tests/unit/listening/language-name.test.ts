import { expect, test } from 'vitest';
import { languageName } from '../../../components/listening/language-name.ts';

test.each([
  ['en-GB-X-GBCLAN', 'الإنجليزية (المملكة المتحدة)'],
  ['en-US-NYC', 'الإنجليزية (الولايات المتحدة)'],
  ['ar_EG', 'العربية (مصر)'],
  ['ar-001', new Intl.DisplayNames('ar', { type: 'language' }).of('ar-001')],
  ['tatar', 'tatar'],
  ['', ''],
])('the language of a voice, %s, has a name', (tag, name) => {
  expect(languageName(tag, 'ar')).toBe(name);
});
