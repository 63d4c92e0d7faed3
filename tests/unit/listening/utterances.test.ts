// @vitest-environment node
import { expect, test } from 'vitest';
import { sentenceAt, sentencesToSpeak, type Sentence } from '../../../utils/listening/order.ts';
import { utterancesOf } from '../../../utils/listening/utterances.ts';
import { voiceRuns, type Script } from '../../../utils/listening/voice-runs.ts';

const runs = (text: string, main: Script = 'arabic'): string[] =>
  voiceRuns(text, { from: 0, to: text.length }, main).map(
    ({ from, to, script }) => `${script}: ${text.slice(from, to)}`,
  );

test('Latin words have a voice of their own in Arabic', () => {
  expect(runs('قالت Reuters Television إن الطائرة F-35 أقلعت')).toEqual([
    'arabic: قالت ',
    'latin: Reuters Television',
    'arabic:  إن الطائرة ',
    'latin: F-35',
    'arabic:  أقلعت',
  ]);
  expect(runs('أطلقت الشركة هاتف iPhone 15 Pro وشبكة 5G لـBBC وAT&T (2020)')).toEqual([
    'arabic: أطلقت الشركة هاتف ',
    'latin: iPhone 15 Pro',
    'arabic:  وشبكة ',
    'latin: 5G',
    'arabic:  لـ',
    'latin: BBC',
    'arabic:  و',
    'latin: AT&T',
    'arabic:  (2020)',
  ]);
});

test('Arabic words have theirs in Latin text, and digits alone belong to the sentence', () => {
  expect(runs('Le mot « كتاب جديد » veut dire livre')).toEqual([
    'latin: Le mot « ',
    'arabic: كتاب جديد',
    'latin:  » veut dire livre',
  ]);
  expect(runs('عام 2020 و 3.5')).toEqual(['arabic: عام 2020 و 3.5']);
  expect(runs('1984')).toEqual(['arabic: 1984']);
  expect(runs('1984', 'latin')).toEqual(['latin: 1984']);
});

const sentence = (text: string): Sentence => ({
  block: 'a',
  line: 0,
  text,
  from: 0,
  to: text.length,
});
const said = (text: string, speaks: (script: Script) => Script | null): string[] =>
  utterancesOf(sentence(text), { speaks, main: 'arabic', rate: 1 }).map(
    ({ from, to, script }) => `${script}: ${text.slice(from, to)}`,
  );

test('without a voice for Latin words the Arabic one says the sentence in one breath', () => {
  expect(said('قالت Reuters إن', () => 'arabic')).toEqual(['arabic: قالت Reuters إن']);
});

test('what no voice can say is left out, and so are marks alone', () => {
  expect(
    said('Le mot « كتاب » veut dire livre.', (script) => (script === 'latin' ? script : null)),
  ).toEqual(['latin: Le mot «', 'latin: » veut dire livre.']);
  expect(said('(BBC)، CNN.', (script) => script)).toEqual(['latin: (BBC)، CNN.']);
  expect(said('قال: «BBC».', (script) => script)).toEqual(['arabic: قال: «', 'latin: BBC']);
});

test('no utterance is longer than a browser can be trusted with', () => {
  const text = Array.from({ length: 120 }, (_, index) => `كلمة${index}`).join(' ');
  for (const [rate, longest] of [
    [1, 180],
    [2, 180],
    [0.5, 90],
  ] as const) {
    const parts = utterancesOf(sentence(text), {
      speaks: (script) => script,
      main: 'arabic',
      rate,
    });
    expect(parts.length).toBeGreaterThan(3);
    for (const { from, to } of parts) expect(to - from).toBeLessThanOrEqual(longest);
    expect(parts.map(({ from, to }) => text.slice(from, to)).join(' ')).toBe(text);
  }
  const unbroken = 'ك'.repeat(500);
  expect(said(unbroken, (script) => script)).toEqual([`arabic: ${unbroken}`]);
});

const texts = [
  { block: 'headline', text: 'عنوان المقالة' },
  { block: 'one', text: 'جملة أولى. جملة ثانية.' },
  { block: 'empty', text: '***' },
  { block: 'two', text: 'جملة ثالثة.' },
];

test('the headline is spoken first, then block after block', () => {
  const sentences = sentencesToSpeak(texts, 'ar');
  expect(sentences.map(({ block, text, from, to }) => [block, text.slice(from, to)])).toEqual([
    ['headline', 'عنوان المقالة'],
    ['one', 'جملة أولى.'],
    ['one', 'جملة ثانية.'],
    ['two', 'جملة ثالثة.'],
  ]);
});

test('reading begins at the sentence a place is in, or the next there is', () => {
  const sentences = sentencesToSpeak(texts, 'ar');
  const at = (block: string, offset: number): number =>
    sentenceAt(sentences, texts, { block, offset });
  expect(at('one', 0)).toBe(1);
  expect(at('one', 9)).toBe(1);
  expect(at('one', 10)).toBe(2);
  expect(at('one', 999)).toBe(3);
  expect(at('empty', 0)).toBe(3);
  expect(at('two', 999)).toBe(0);
  expect(at('gone', 3)).toBe(0);
  expect(sentenceAt(sentences, texts, null)).toBe(0);
});
