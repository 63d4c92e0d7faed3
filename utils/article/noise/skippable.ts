import type { Line } from '../lines/lines.ts';

/** Lines; more between «skip» and «end of» are no box. */
const LONGEST = 12;
/** Over folded words; the box's label may stand right before it. */
const SKIP = /^\S{0,12} ?(?:تخطي?|skip) (.+?) (?:و?واصل القراءه|and continue reading)$/;

/**
 * What a page itself says can be skipped, for those who listen: «skip X and go on reading», the
 * box, «end of X», its labels with it.
 */
export function findSkippable(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, at) => {
    // Asked of short lines only: each is folded for it.
    const name = line.text.length <= 80 ? SKIP.exec(line.words)?.[1] : undefined;
    if (!name) return [];
    const ends = new Set([`${name} نهايه`, `نهايه ${name}`, `end of ${name}`]);
    const after = lines.slice(at + 1, at + 2 + LONGEST);
    const end = after.findIndex(({ text, words }) => text.length <= 80 && ends.has(words));
    return [line, ...after.slice(0, end + 1)];
  });
}
