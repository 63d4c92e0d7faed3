import { textDirection } from '../../../utils/arabic/direction.ts';
import type { Article } from '../../../utils/article/article.ts';

/** Seeded, so that two runs compare like with like. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LETTERS = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const COMMON =
  'من في على إلى أن التي الذي عن مع هذا هذه بعد كان ما لا قال بين كما أو ذلك غير حيث قبل خلال عام يوم'.split(
    ' ',
  );
const PREFIXES = [...Array.from({ length: 16 }, () => ''), 'ال', 'ال', 'ال', 'و', 'ب', 'وال', 'ل'];
/** Ranks drawn from; with Zipf's law over them ten thousand articles hold some half a million words. */
const VOCABULARY = 150_000;

/** The word of a rank: short and common first, and no two ranks the same. */
function wordOf(rank: number): string {
  const common = COMMON[rank];
  if (common) return common;
  let rest = rank;
  let word = '';
  do {
    word += LETTERS[(rest + word.length * 11) % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  } while (rest > 0 || word.length < 3);
  return word;
}

/** Log-uniform ranks: the r-th word comes with a share of 1/r, as words of a language do. */
function draw(next: () => number): string {
  const rank = Math.floor(VOCABULARY ** next()) - 1;
  if (rank < COMMON.length) return wordOf(rank);
  return (PREFIXES[Math.floor(next() * PREFIXES.length)] ?? '') + wordOf(rank);
}

function words(next: () => number, length: number): string {
  let text = draw(next);
  while (text.length < length) text += ` ${draw(next)}`;
  return text;
}

const SITES = 60;

/** The article of a number: some 4,000 characters of text in ten paragraphs. */
export function generatedArticle(number: number, length = 4000): Article {
  const next = random((number + 1) * 7919);
  const paragraphs = Array.from({ length: 10 }, () => `${words(next, length / 10 - 2)}.`);
  const title = words(next, 50);
  const site = number % SITES;
  return {
    schema: 1,
    url: `https://site-${site}.example/story-${1_000_000 + number}`,
    canonicalUrl: null,
    title,
    kicker: null,
    deck: null,
    byline: `${wordOf(300 + (number % 200))} ${wordOf(900 + (number % 300))}`,
    authors: [],
    siteName: `صحيفة ${wordOf(2000 + site)}`,
    publishedTime: new Date(Date.UTC(2026, 0, 1) + number * 2_000_000).toISOString(),
    modifiedTime: null,
    lang: 'ar',
    dir: textDirection(title) ?? 'rtl',
    excerpt: (paragraphs[0] ?? '').slice(0, 300),
    html: paragraphs.map((text) => `<p>${text}</p>`).join(''),
    text: paragraphs.join('\n'),
    leadImage: null,
    endNotes: [],
    complete: true,
    incompleteReason: null,
    fromSelection: false,
    wordCount: length / 6,
    readingMinutes: { min: 6, max: 8 },
    blocks: paragraphs.map((_, index) => `b${number}-${index}`),
    removals: [],
    extractedAt: '2026-11-24T18:00:00.000Z',
    extractorVersion: '0.1.0',
  };
}
