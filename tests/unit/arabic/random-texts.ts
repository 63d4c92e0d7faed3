const PIECES = [
  ...'ابتكلمنوىيةأؤ',
  ...'\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0654',
  ...'019٠٥٩۴',
  ...' ،.-/:()%+$«»',
  'كَتَبَ ',
  'مُعلِّم ',
  'NATO ',
  'iPhone',
  '2020-2024',
  'https://news.example/',
  '😀',
  '\u200f',
  ' ',
  ' ',
];

/** Texts of what Arabic news is made of, in no order; the same each time. */
export function randomTexts(count: number): string[] {
  let state = 20_261_127;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: random(40) }, () => PIECES[random(PIECES.length)]).join(''),
  );
}
