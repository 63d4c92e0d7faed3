import { expect, test } from 'vitest';
import { BeginningIndex, beginningsOf } from '../../../utils/arabic/beginnings.ts';

test.each([
  ['اقرا', ['اقرا']],
  ['اقرا ايضا', ['اقرا']],
  ['رد', ['رد']],
  ['رد ', ['رد ']],
  ['(اقرا|طالع) ايضا', ['اقرا', 'طالع']],
  ['و?اصل ', ['واصل', 'اصل ']],
  ['(عدد )?(ال)?قراءات', ['عدد ', 'القر', 'قراء']],
  ['[قج]روب', ['قروب', 'جروب']],
  ['ذ(و|ي|ات) صله', ['ذو ص', 'ذي ص', 'ذات ']],
  ['لا [يت]\\S+', ['لا ي', 'لا ت']],
  ['عن \\S+', ['عن ']],
  ['\\d+ ساعه', ['']],
  ['ا{2,}', ['ا']],
  ['ا{0,2}ب', ['ا', 'ب']],
  ['اب+ج', ['اب']],
  ['ا(ب(ج|د)?|ه)و', ['ابجو', 'ابدو', 'ابو', 'اهو']],
  ['(ا|ب(ج|د)ه و|ز) ح', ['ا ح', 'بجه ', 'بده ', 'ز ح']],
])('what %s matches begins with', (pattern, beginnings) => {
  expect([...beginningsOf(pattern)].toSorted()).toEqual(beginnings.toSorted());
});

test('patterns are found by their beginnings where a text goes on like one of them', () => {
  const index = new BeginningIndex<string>();
  for (const pattern of ['الحقوق', 'ال', 'ا', 'الحمد', '\\S+', 'كل'])
    for (const beginning of beginningsOf(pattern)) index.add(beginning, pattern);
  const found = new Set<string>();
  index.findAt('كل الحقوق', 3, found);
  expect([...found].toSorted()).toEqual(['\\S+', 'ا', 'ال', 'الحقوق']);
});
