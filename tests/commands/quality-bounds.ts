/** Figures of a set of pages by name. */
export type Figures = Record<string, number>;

/** Of the scorer's figures those that are held; shares from 0 to 1, and counts. */
export const SCORES = [
  'f1',
  'lost',
  'leaked',
  'repeated',
  'perfect',
  'title',
  'author',
  'date',
  'site',
];
/** More is better; of all others less is. */
const SHARES = new Set(['f1', 'perfect', 'title', 'author', 'date', 'site']);

/**
 * Each figure beside the bound it is held to. A figure without a bound fails, and so does a bound
 * without a figure: neither is left out by a slip of the pen.
 */
export function compare(
  set: string,
  bounds: Figures,
  reached: Figures,
): { table: string; failed: number } {
  const names = [...new Set([...Object.keys(bounds), ...Object.keys(reached)])];
  const lines = [`\n${set.padEnd(16)}${'held to'.padStart(10)}${'reached'.padStart(10)}`];
  let failed = 0;
  for (const name of names) {
    const [bound, figure] = [bounds[name], reached[name]];
    const [less, more] = SHARES.has(name) ? ['WORSE', 'better'] : ['better', 'WORSE'];
    let verdict = 'MISSING';
    if (bound !== undefined && figure !== undefined) {
      verdict = figure < bound ? less : figure > bound ? more : figure === bound ? '' : 'MISSING';
    }
    if (verdict === 'WORSE' || verdict === 'MISSING') failed++;
    lines.push(`${name.padEnd(16)}${cell(bound)}${cell(figure)}  ${verdict}`.trimEnd());
  }
  return { table: lines.join('\n'), failed };
}

function cell(figure: number | undefined): string {
  return String(figure ?? '–').padStart(10);
}
