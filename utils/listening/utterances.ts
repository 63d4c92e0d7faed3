import type { Sentence } from './order.ts';
import { trimmed, type Stretch } from './sentences.ts';
import { voiceRuns, type Script } from './voice-runs.ts';

/** What one voice says in one breath: offsets in the block's text. */
export interface Utterance extends Stretch {
  script: Script;
}

/**
 * Units of the longest. Chromium's network voices fall silent after some 15 seconds, with no event to tell
 * (issues.chromium.org/issues/40747712): at usual speed this many take about 12, so at a slower one it is fewer.
 */
const LONGEST = 180;

/** How a sentence is spoken. */
export interface Manner {
  /** The script whose voice says a script, or null where none does. */
  speaks: (script: Script) => Script | null;
  /** The article's: whose voice says a text without letters. */
  main: Script;
  /** 1 is the voices' own speed. */
  rate: number;
}

/**
 * A sentence as it is given to the voices, each stretch trimmed. A script no voice speaks goes with
 * the other one where `speaks` says that one can read it, else it is left out.
 */
export function utterancesOf(sentence: Sentence, { speaks, main, rate }: Manner): Utterance[] {
  const longest = LONGEST * Math.min(1, rate);
  const merged: Utterance[] = [];
  for (const run of voiceRuns(sentence.text, sentence, main)) {
    const script = speaks(run.script);
    const last = merged.at(-1);
    if (script === null) continue;
    if (last?.script === script && last.to === run.from) last.to = run.to;
    else merged.push({ ...run, script });
  }
  return merged
    .flatMap((run) => breaths(sentence.text, run, longest))
    .map((run) => ({ ...run, ...trimmed(sentence.text, run) }))
    .filter(({ from, to }) => /[\p{L}\p{N}]/u.test(sentence.text.slice(from, to)));
}

/** Cut after the last space before the length is full; a word longer than that stays whole. */
function breaths(text: string, run: Utterance, longest: number): Utterance[] {
  const parts: Utterance[] = [];
  let { from } = run;
  while (run.to - from > longest) {
    const before = text.lastIndexOf(' ', from + longest);
    const at = before > from ? before : text.indexOf(' ', from + longest);
    if (at < 0 || at >= run.to) break;
    parts.push({ ...run, from, to: at });
    from = at + 1;
  }
  return [...parts, { ...run, from }];
}
