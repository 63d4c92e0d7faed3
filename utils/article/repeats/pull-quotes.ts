import type { RemovalReason } from '../article.ts';
import type { Line } from '../lines/lines.ts';

/** Lines before and after a pull quote in which the rest of its box is looked for. */
const NEAR = 8;
/** Lines: a mark at either end and a name. A box that holds more is a poem, a table, a text. */
const MOST_LEFT = 3;
/** Characters of each. */
const NAME = 50;

/** What a pull quote that is gone leaves in its box: the marks around it, and who said it. */
export function besideQuotes(
  lines: readonly Line[],
  gone: ReadonlyMap<Line, RemovalReason>,
): Line[] {
  return lines.flatMap((line, at) => {
    const box = gone.get(line) === 'pull-quote' && line.element.closest('table', 'blockquote');
    if (!box) return [];
    const near = lines.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    const rest = near.filter((one) => box.contains(one.element) && !gone.has(one));
    const isLeft = ({ text }: Line): boolean => text.length < NAME && !/[.!؟?]$/.test(text);
    return rest.length <= MOST_LEFT && rest.every(isLeft) ? rest : [];
  });
}
