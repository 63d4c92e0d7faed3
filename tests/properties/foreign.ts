import { blocksOf, keyOf, parseBody, textOf } from './lines.ts';

/** The lines of an article's body that the page does not have. Labels of embeds, which carry `data-warraq`, are ours to add. */
export function foreignLines(html: string, page: Document): string[] {
  const body = parseBody(html);
  for (const label of body.querySelectorAll('[data-warraq]')) label.remove();
  const whole = keyOf(page.body ? textOf(page.body) : '');
  return blocksOf(body)
    .map((block) => textOf(block).replace(/\s+/g, ' ').trim())
    .filter((line) => !whole.includes(keyOf(line)));
}
