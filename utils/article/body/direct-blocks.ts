import { textDirection } from '../../arabic/direction.ts';

/** What is read as one run of text, and so has a direction of its own. */
export const DIRECTED =
  'p, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, figcaption, dl, dt, dd, table, caption, td, th';

/**
 * Gives each block the direction of its own letters, wherever the article is read. A block without
 * letters keeps that of what it stands in.
 */
export function directBlocks(body: ParentNode): void {
  for (const block of body.querySelectorAll(DIRECTED)) {
    const direction = textDirection(block.textContent);
    if (direction) block.setAttribute('dir', direction);
  }
}
