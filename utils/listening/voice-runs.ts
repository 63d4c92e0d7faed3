import { textDirection } from '../arabic/direction.ts';
import type { Stretch } from './sentences.ts';

/** Which voice speaks: that of right-to-left letters, or that of all others. */
export type Script = 'arabic' | 'latin';

export interface Run extends Stretch {
  script: Script;
}

/** Words of the other script. Digits and signs between their letters are theirs («F-35», «AT&T», «5G»). */
const WORDS: Record<Script, RegExp> = {
  latin:
    /(?:\p{N}+[-.]?)?\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]*(?:[-'’.&@+/_][\p{Script=Latin}\p{N}][\p{Script=Latin}\p{M}\p{N}]*)*/gu,
  arabic: /[\p{Script=Arabic}\p{Script=Hebrew}][\p{Script=Arabic}\p{Script=Hebrew}\p{M}]*/gu,
};
const LETTER = /\p{L}/u;
const OF_DIRECTION = { rtl: 'arabic', ltr: 'latin' } as const;

/**
 * A stretch of a text in runs for one voice each, that leave nothing out. Words of the other script
 * that follow one another are one run, with the digits and marks between them; all else belongs to the script
 * that most of the whole text's letters are of, or to `main` where it has none.
 */
export function voiceRuns(text: string, { from, to }: Stretch, main: Script): Run[] {
  const direction = textDirection(text);
  const own = direction ? OF_DIRECTION[direction] : main;
  const other: Script = own === 'arabic' ? 'latin' : 'arabic';
  const runs: Run[] = [];
  let at = from;
  for (const { from: start, to: end } of foreign(text.slice(from, to), WORDS[other])) {
    if (from + start > at) runs.push({ from: at, to: from + start, script: own });
    runs.push({ from: from + start, to: from + end, script: other });
    at = from + end;
  }
  if (at < to) runs.push({ from: at, to, script: own });
  return runs;
}

function foreign(part: string, words: RegExp): Stretch[] {
  const found: Stretch[] = [];
  for (const { index, 0: word } of part.matchAll(words)) {
    const last = found.at(-1);
    if (last && !LETTER.test(part.slice(last.to, index))) last.to = index + word.length;
    else found.push({ from: index, to: index + word.length });
  }
  return found;
}
