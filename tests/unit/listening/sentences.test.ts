// @vitest-environment node
import { expect, test } from 'vitest';
import { sentencesOf } from '../../../utils/listening/sentences.ts';

const cut = (text: string, locale = 'ar'): string[] =>
  sentencesOf(text, locale).map(({ from, to }) => text.slice(from, to));

test('sentences end where Arabic ends them', () => {
  expect(cut('هل جاء؟ نعم، جاء أمس! ثم عاد... وقال «سأعود.» وسكت.')).toEqual([
    'هل جاء؟',
    'نعم، جاء أمس!',
    'ثم عاد...',
    'وقال «سأعود.»',
    'وسكت.',
  ]);
  expect(cut('أين؟هنا')).toEqual(['أين؟', 'هنا']);
});

test('numbers and abbreviations end none', () => {
  expect(cut('بلغ 3.5 مليون.')).toEqual(['بلغ 3.5 مليون.']);
  expect(cut('قال د. أحمد و أ.د. منى كلامًا. ثم سكتا.')).toEqual([
    'قال د. أحمد و أ.د. منى كلامًا.',
    'ثم سكتا.',
  ]);
  expect(cut('التقى د. أحمد ود. محمد وأ. منى وم. سعيد في القاهرة. ومنح الجائزة لد. هدى.')).toEqual([
    'التقى د. أحمد ود. محمد وأ. منى وم. سعيد في القاهرة.',
    'ومنح الجائزة لد. هدى.',
  ]);
  expect(cut('حضر أم لم. ثم مضى.')).toEqual(['حضر أم لم.', 'ثم مضى.']);
  expect(cut('هذا لا بد. ثم مضى.')).toEqual(['هذا لا بد.', 'ثم مضى.']);
  expect(cut('Mr. Smith met J. Doe. They spoke.', 'en')).toEqual([
    'Mr. Smith met J. Doe.',
    'They spoke.',
  ]);
  // A word that merely ends in such a letter is none.
  expect(cut('هذا بلد. وذاك آخر.')).toEqual(['هذا بلد.', 'وذاك آخر.']);
});

test('a vowelled letter with its full stop is an abbreviation too', () => {
  expect(cut('قالت دَ. منى ذلك.')).toEqual(['قالت دَ. منى ذلك.']);
});

test('what has nothing to say is left out, or goes with what it follows', () => {
  expect(cut('')).toEqual([]);
  expect(cut('***')).toEqual([]);
  expect(cut('— ! ؟')).toEqual([]);
  expect(cut('انتهى. *** وبدأ.')).toHaveLength(2);
});

const clause = (words: number): string => Array.from({ length: words }, () => 'كلمة').join(' ');

test('a long sentence is cut at semicolons, and at commas only where there are none', () => {
  const semicolon = `${clause(15)}، ${clause(14)}؛ ${clause(15)}، ${clause(14)}.`;
  expect(cut(semicolon).map((part) => part.at(-1))).toEqual(['؛', '.']);
  const comma = `${clause(28)}، ${clause(28)}.`;
  expect(cut(comma).map((part) => part.at(-1))).toEqual(['،', '.']);
  const short = `${clause(4)}؛ ${clause(4)}، ${clause(4)}.`;
  expect(cut(short)).toEqual([short]);
});

test('a number keeps its commas', () => {
  const text = `${clause(28)} 1,250,000 ${clause(28)}`;
  expect(cut(text)).toEqual([text]);
});

test('nothing is said twice and nothing is lost, whatever the text', () => {
  const text = `${clause(60)}، ${clause(9)}؛ (${clause(70)}): «${clause(3)}؟» ${clause(90)}. د. ${clause(3)}…`;
  const parts = cut(text);
  expect(parts.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
  let last = 0;
  for (const { from, to } of sentencesOf(text, 'ar')) {
    expect(from).toBeGreaterThanOrEqual(last);
    expect(to).toBeGreaterThan(from);
    last = to;
  }
});
