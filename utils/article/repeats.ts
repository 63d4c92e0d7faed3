import type { RemovalReason } from './article.ts';
import type { Line } from './lines.ts';

export interface Repeat {
  line: Line;
  reason: RemovalReason;
}

/** Fewer words than this may honestly be said twice: refrains, answers, cells. */
const FEWEST_WORDS = 6;

/** Lines that only say again what another line of the article says. Linear in the text. */
export function findRepeats(lines: readonly Line[]): Repeat[] {
  const repeats: Repeat[] = [];
  const seen = new Map<string, Line>();
  for (const line of lines) {
    if (line.words.split(' ').length < FEWEST_WORDS) continue;
    const known = seen.get(line.words);
    if (known) repeats.push({ line, reason: 'repeated' });
    else seen.set(line.words, line);
  }
  return repeats;
}
