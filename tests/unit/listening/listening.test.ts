import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createListening } from '../../../components/listening/listening.ts';
import type { Spoken } from '../../../components/listening/reading-head.ts';
import type { KeptListening } from '../../../utils/listening/kept.ts';
import { USUAL, type ListeningSettings } from '../../../utils/listening/settings.ts';
import type { SpokenText } from '../../../utils/listening/order.ts';
import { rolesFor, voiceKey } from '../../../utils/listening/voices.ts';
import { fakeVoice, FakeSynth } from './fake-voices.ts';

const arabic = fakeVoice('Majed', 'ar-001');
const otherArabic = fakeVoice('Laila', 'ar-EG');
const english = fakeVoice('Samantha', 'en-US');
const network = fakeVoice('Shakir Online', 'ar-EG', false);

const TEXTS: SpokenText[] = [
  { block: 'headline', text: 'عنوان المقالة' },
  { block: 'one', text: 'قالت Reuters ذلك. جملة ثانية.' },
  { block: 'two', text: 'جملة أخيرة.' },
];

interface Options {
  settings?: Partial<ListeningSettings>;
  texts?: () => SpokenText[];
  lang?: string;
}

async function start(
  voices: SpeechSynthesisVoice[],
  { settings = {}, texts = () => TEXTS, lang = 'ar' }: Options = {},
) {
  const fake = new FakeSynth(voices);
  const onPlay = vi.fn();
  const gone = new AbortController();
  const saved: [string, unknown][] = [];
  const kept: KeptListening = {
    load: () => Promise.resolve({ ...USUAL, ...settings }),
    save: (name, value) => Promise.resolve(void saved.push([name, value])),
  };
  const spoken = (): Spoken => ({
    texts: texts(),
    locale: lang,
    main: lang === 'ar' ? 'arabic' : 'latin',
    roles: rolesFor(lang, ['ar', 'en']),
  });
  const listening = createListening({
    synth: fake.synth,
    spoken,
    kept,
    languages: ['ar'],
    onPlay,
    until: gone.signal,
  });
  listening.begin(null);
  await rest();
  return { fake, listening, onPlay, gone, saved };
}

const rest = (): Promise<unknown> => vi.advanceTimersByTimeAsync(200);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('an article is read sentence by sentence, Latin words by their own voice', async () => {
  const { fake, listening } = await start([english, arabic]);
  const heard: [string, string | undefined][] = [];
  for (let said = 0; said < 6; said += 1) {
    heard.push([fake.last.text, fake.last.voice?.name]);
    fake.start();
    fake.end();
  }
  expect(heard).toEqual([
    ['عنوان المقالة', 'Majed'],
    ['قالت', 'Majed'],
    ['Reuters', 'Samantha'],
    ['ذلك.', 'Majed'],
    ['جملة ثانية.', 'Majed'],
    ['جملة أخيرة.', 'Majed'],
  ]);
  expect(fake.spoken).toHaveLength(6);
  expect(fake.cancelled).toBe(0);
  expect(listening.state.value).toBe('paused');
  expect(listening.sentence.value).toBeNull();
  // And from the start again.
  listening.toggle();
  await rest();
  expect(fake.last.text).toBe('عنوان المقالة');
});

test('every utterance has a voice of this device and its language', async () => {
  const { fake } = await start([network, arabic]);
  for (let said = 0; said < 4; said += 1) {
    expect(fake.last.voice).toBe(arabic);
    expect(fake.last.lang).toBe('ar-001');
    fake.end();
  }
  expect(fake.words).toEqual(['عنوان المقالة', 'قالت Reuters ذلك.', 'جملة ثانية.', 'جملة أخيرة.']);
});

test('with network voices alone nothing is spoken until one is agreed to', async () => {
  const { fake, listening, saved } = await start([network, english]);
  expect(fake.spoken).toEqual([]);
  expect(listening.problem.value).toBe('no-voice');
  expect(listening.voices.main.value).toMatchObject({ usable: [], chosen: null });
  expect(listening.voices.main.value?.network).toMatchObject([
    { name: 'Shakir Online', agreed: false },
  ]);
  listening.toggle();
  await rest();
  expect(fake.spoken).toEqual([]);

  const role = listening.voices.main.value!.role;
  listening.voices.agree(role, voiceKey(network), true);
  expect(listening.problem.value).toBeNull();
  expect(saved).toEqual([
    ['agreed', [voiceKey(network)]],
    ['voices', { ar: voiceKey(network) }],
  ]);
  listening.toggle();
  await rest();
  expect(fake.last.voice).toBe(network);

  // Taken back, it is silent at once.
  listening.voices.agree(role, voiceKey(network), false);
  expect(listening.state.value).toBe('paused');
  expect(listening.problem.value).toBe('no-voice');
  expect(fake.cancelled).toBe(1);
});

test('no voices at all, and none that ever come', async () => {
  const { fake, listening } = await start([]);
  expect(listening.state.value).toBe('waiting');
  await vi.advanceTimersByTimeAsync(6000);
  expect(listening.state.value).toBe('paused');
  expect(listening.problem.value).toBe('no-voice');
  expect(fake.spoken).toEqual([]);
});

test('voices that come late are waited for', async () => {
  const { fake, listening } = await start([]);
  await vi.advanceTimersByTimeAsync(400);
  fake.come([english, arabic]);
  expect(listening.state.value).toBe('playing');
  await rest();
  expect(fake.words).toEqual(['عنوان المقالة']);
});

test('a pause goes on from the word it came at, and nothing is paused in the browser', async () => {
  const { fake, listening } = await start([arabic], { texts: () => [TEXTS[2]!] });
  fake.start();
  fake.word(5);
  listening.toggle();
  expect(listening.state.value).toBe('paused');
  expect(fake.cancelled).toBe(1);
  await rest();
  expect(fake.spoken).toHaveLength(1);
  listening.toggle();
  await rest();
  expect(fake.last.text).toBe('أخيرة.');
  fake.end();
  expect(listening.sentence.value).toBeNull();
});

test('what is spoken after a cancel waits a moment', async () => {
  const { fake, listening } = await start([arabic]);
  listening.step(1);
  expect(fake.spoken).toHaveLength(1);
  await rest();
  expect(fake.words).toEqual(['عنوان المقالة', 'قالت Reuters ذلك.']);
});

test('many steps at once speak only where they end', async () => {
  const { fake, listening } = await start([arabic]);
  listening.step(1);
  listening.step(1);
  listening.step(1);
  listening.step(1);
  listening.step(-1);
  await rest();
  expect(fake.words).toEqual(['عنوان المقالة', 'جملة ثانية.']);
  expect(listening.sentence.value).toMatchObject({ block: 'one', from: 18 });
  listening.step(-9);
  await rest();
  expect(fake.last.text).toBe('عنوان المقالة');
});

test('steps while paused move and do not speak', async () => {
  const { fake, listening } = await start([arabic]);
  listening.pause();
  listening.step(2);
  await rest();
  expect(fake.spoken).toHaveLength(1);
  expect(listening.sentence.value).toMatchObject({ block: 'one', from: 18 });
  listening.toggle();
  await rest();
  expect(fake.last.text).toBe('جملة ثانية.');
});

test('a new speed speaks on from the word, and is kept', async () => {
  const { fake, listening, saved } = await start([arabic], { settings: { speed: 1.5 } });
  expect(fake.last.rate).toBe(1.5);
  fake.start();
  fake.word(6);
  listening.setSpeed(0.5);
  await rest();
  expect(fake.last.rate).toBe(0.5);
  expect(fake.last.text).toBe('المقالة');
  expect(saved).toEqual([['speed', 0.5]]);
});

test('another voice speaks on from the word', async () => {
  const { fake, listening } = await start([arabic, otherArabic]);
  fake.word(6);
  listening.voices.choose(listening.voices.main.value!.role, voiceKey(otherArabic));
  await rest();
  expect(fake.last.voice).toBe(otherArabic);
  expect(fake.last.text).toBe('المقالة');
});

test('a voice that falls silent says it again from the last word, and twice there is passed over', async () => {
  const { fake, listening } = await start([arabic]);
  fake.start();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(fake.cancelled).toBe(1);
  expect(fake.words).toEqual(['عنوان المقالة', 'عنوان المقالة']);
  fake.start();
  fake.word(6);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(fake.last.text).toBe('المقالة');
  fake.start();
  fake.word(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(fake.words).toEqual(['عنوان المقالة', 'عنوان المقالة', 'المقالة', 'قالت Reuters ذلك.']);
  expect(listening.state.value).toBe('playing');
});

test('a slow network voice gets no more than it says before it is cut off, and is not waited for long', async () => {
  const text = Array.from({ length: 60 }, () => 'كلمة').join(' ');
  const { fake } = await start([network], {
    settings: { speed: 0.5, agreed: [voiceKey(network)] },
    texts: () => [{ block: 'one', text }],
  });
  const first = fake.last.text;
  expect(first.length).toBeLessThanOrEqual(90);
  fake.start();
  await vi.advanceTimersByTimeAsync(18_500);
  expect(fake.words).toEqual([first, first]);
});

test('one that never begins is told of, and nothing runs on behind it', async () => {
  const { fake, listening } = await start([arabic]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(listening.state.value).toBe('paused');
  expect(listening.problem.value).toBe('failed');
  expect(fake.spoken).toHaveLength(1);
});

test('a browser that wants a press first, one that fails, and one that was silenced elsewhere', async () => {
  for (const [error, problem] of [
    ['not-allowed', 'not-allowed'],
    ['synthesis-failed', 'failed'],
    ['interrupted', null],
  ] as const) {
    const { fake, listening } = await start([arabic]);
    fake.fail(error);
    expect(listening.state.value).toBe('paused');
    expect(listening.problem.value).toBe(problem);
    expect(fake.spoken).toHaveLength(1);
    listening.toggle();
    await rest();
    expect(listening.problem.value).toBeNull();
    expect(fake.words).toEqual(['عنوان المقالة', 'عنوان المقالة']);
  }
});

test('events of what was cancelled change nothing', async () => {
  const { fake, listening } = await start([arabic]);
  const first = fake.last;
  listening.step(2);
  await rest();
  first.dispatchEvent(new Event('end'));
  expect(fake.spoken).toHaveLength(2);
  expect(listening.state.value).toBe('playing');
});

test('it begins at the reading position', async () => {
  const { fake, listening } = await start([arabic]);
  listening.begin({ block: 'one', offset: 20 });
  await rest();
  expect(fake.last.text).toBe('جملة ثانية.');
});

test('a block hidden meanwhile is not read, and a sentence that stays is not begun again', async () => {
  let texts = TEXTS;
  const { fake, listening } = await start([arabic], { texts: () => texts });
  texts = [TEXTS[0]!, TEXTS[2]!];
  listening.refresh();
  await rest();
  expect(fake.spoken).toHaveLength(1);
  fake.end();
  expect(fake.last.text).toBe('جملة أخيرة.');
});

test('where the block being read is hidden, the next one is read', async () => {
  let texts = TEXTS;
  const { fake, listening } = await start([arabic], { texts: () => texts });
  listening.step(1);
  await rest();
  texts = [TEXTS[0]!, TEXTS[2]!];
  listening.refresh();
  await rest();
  expect(fake.last.text).toBe('جملة أخيرة.');
  texts = [TEXTS[0]!];
  listening.refresh();
  await rest();
  expect(fake.words.at(-1)).toBe('جملة أخيرة.');
  expect(listening.state.value).toBe('paused');
  expect(listening.sentence.value).toBeNull();
});

test('other pages are told when it begins, and have a moment to be silent', async () => {
  const { fake, listening, onPlay } = await start([arabic]);
  expect(onPlay).toHaveBeenCalledTimes(1);
  fake.end();
  listening.step(1);
  await rest();
  expect(onPlay).toHaveBeenCalledTimes(1);
  listening.pause();
  await rest();
  const before = fake.spoken.length;
  listening.toggle();
  expect(onPlay).toHaveBeenCalledTimes(2);
  // The other page cancels what it said, which must not be this.
  expect(fake.spoken).toHaveLength(before);
  await rest();
  expect(fake.spoken).toHaveLength(before + 1);
});

test('closing, and the page going, are silence', async () => {
  const { fake, listening, gone } = await start([arabic]);
  listening.close();
  expect(fake.cancelled).toBe(1);
  expect(listening.state.value).toBe('closed');
  expect(listening.sentence.value).toBeNull();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(fake.spoken).toHaveLength(1);
  listening.begin(null);
  await rest();
  gone.abort();
  expect(fake.cancelled).toBe(2);
  fake.come([otherArabic]);
  await rest();
  expect(fake.spoken).toHaveLength(2);
});

test('a browser without speech says that it has no voice', async () => {
  const listening = createListening({
    synth: null,
    spoken: () => ({ texts: TEXTS, locale: 'ar', main: 'arabic', roles: rolesFor('ar', []) }),
    kept: { load: () => Promise.resolve(USUAL), save: () => Promise.resolve() },
    languages: [],
    onPlay: () => undefined,
    until: new AbortController().signal,
  });
  listening.begin(null);
  await vi.advanceTimersByTimeAsync(0);
  expect(listening.problem.value).toBe('no-voice');
});

test('digits alone are said by the voice of the article', async () => {
  const texts = (): SpokenText[] => [
    { block: 'headline', text: 'Mille neuf cents.' },
    { block: 'one', text: '1984' },
  ];
  const { fake } = await start([fakeVoice('Amélie', 'fr-CA')], { texts, lang: 'fr' });
  fake.end();
  expect(fake.last.text).toBe('1984');
});

test('a French article is read by a French voice or by none', async () => {
  const texts = (): SpokenText[] => [
    { block: 'headline', text: 'Le mot « كتاب » veut dire livre.' },
  ];
  const { fake, listening } = await start([arabic, english], { texts, lang: 'fr' });
  expect(listening.problem.value).toBe('no-voice');
  fake.come([arabic, english, fakeVoice('Amélie', 'fr-CA')]);
  listening.toggle();
  await rest();
  expect(fake.last.voice?.name).toBe('Amélie');
  fake.end();
  expect(fake.last.voice?.name).toBe('Majed');
});
