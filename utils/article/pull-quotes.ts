import type { RemovalReason } from './article.ts';
import type { Line } from './lines.ts';

/** Lines before and after a pull quote in its box, and characters of each. */
const NEAR = 3;
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
    return rest.every(({ text }) => text.length < NAME) ? rest : [];
  });
}
