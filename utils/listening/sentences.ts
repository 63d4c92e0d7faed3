/** Part of a text, in UTF-16 units. */
export interface Stretch {
  from: number;
  to: number;
}

/** Units from which a sentence is too long to be followed, or gone back to, as one. */
const LONG = 200;
/** No piece a long sentence is cut into is shorter. */
const SHORT = 30;

/**
 * «قال د. أحمد ود. منى», «J. Smith»: a letter and its full stop end no sentence, nor does a title. Before
 * a title stands «و», «ف», «ل» or «ك» only where both are no word: «لم», «كم», «فم» and «بد» are.
 */
const ABBREVIATED =
  /(?:^|[^\p{L}\p{M}\p{N}])(?:\p{L}\p{M}*|و\p{M}*[دأمش]\p{M}*|[فلك]\p{M}*د\p{M}*|Mrs?|Ms|Dr|Prof|St|No|vs)\.\s*$/u;
const SPOKEN = /[\p{L}\p{N}]/u;
/** Where a long sentence is cut, the stronger mark first. Between two digits a comma is part of a number. */
const MARKS = [/[؛;](?=\s|\p{L}|["'«»“”)\]])/gu, /[،,:–—](?=\s|\p{L}|["'«»“”)\]])/gu];

/**
 * The sentences of a block in order, without the white space around them; a long one in pieces that end
 * at a semicolon, a comma, a colon or a dash. What holds neither letter nor digit goes with what it follows.
 */
export function sentencesOf(text: string, locale: string): Stretch[] {
  const found: Stretch[] = [];
  let open = false;
  for (const { segment, index } of segmenterOf(locale).segment(text)) {
    const last = found.at(-1);
    const to = index + segment.length;
    if (last && (open || !SPOKEN.test(segment))) last.to = to;
    else found.push({ from: index, to });
    open = ABBREVIATED.test(text.slice(found.at(-1)?.from, to));
  }
  return found.flatMap((sentence) => cut(text, sentence)).filter(({ from, to }) => to > from);
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(locale: string): Intl.Segmenter {
  let segmenter = segmenters.get(locale);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
    segmenters.set(locale, segmenter);
  }
  return segmenter;
}

function cut(text: string, whole: Stretch): Stretch[] {
  const { from, to } = trimmed(text, whole);
  if (to - from <= LONG) return SPOKEN.test(text.slice(from, to)) ? [{ from, to }] : [];
  const at = cutNearMiddle(text, { from, to });
  if (at === null) return [{ from, to }];
  return [...cut(text, { from, to: at }), ...cut(text, { from: at, to })];
}

/** After the mark nearest to the middle; null where none leaves enough on both sides. */
function cutNearMiddle(text: string, { from, to }: Stretch): number | null {
  const middle = (from + to) / 2;
  for (const marks of MARKS) {
    const places = [...text.slice(from, to).matchAll(marks)]
      .map(({ index }) => from + index + 1)
      .filter((place) => place - from >= SHORT && to - place >= SHORT)
      .toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    if (places[0] !== undefined) return places[0];
  }
  return null;
}

export function trimmed(text: string, { from, to }: Stretch): Stretch {
  const part = text.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  return { from: start, to: Math.max(start, from + part.trimEnd().length) };
}
