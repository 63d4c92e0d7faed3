import { sanitizeArticle } from './sanitize.ts';

const BLOCK = new Set(
  (
    'P H2 H3 H4 H5 H6 UL OL LI DL DT DD BLOCKQUOTE FIGURE FIGCAPTION TABLE CAPTION TR PRE HR BR ' +
    'DETAILS SUMMARY'
  ).split(' '),
);

/**
 * The text of untrusted HTML as a reader sees it: one block a line, cells of a row apart, white
 * space folded outside `pre`. Scripts, styles and comments are no text.
 *
 * @throws Error where there is no DOM to parse with.
 */
export function htmlToText(html: string, document: Document): string {
  const lines: string[] = [];
  let line = '';
  const close = (): void => {
    if (line.trim()) lines.push(line.trim());
    line = '';
  };
  const read = (node: Node, preformatted: boolean): void => {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? '';
      if (!preformatted) {
        const folded = text.replace(/\s+/gu, ' ');
        line += line.endsWith(' ') ? folded.trimStart() : folded;
        return;
      }
      const [first = '', ...rest] = text.split('\n');
      line += first;
      for (const next of rest) {
        close();
        line = next;
      }
      return;
    }
    const name = node.nodeName;
    if (BLOCK.has(name)) close();
    if (name === 'TD' || name === 'TH') line += ' ';
    for (let child = node.firstChild; child; child = child.nextSibling) {
      read(child, preformatted || name === 'PRE');
    }
    if (BLOCK.has(name)) close();
  };
  read(sanitizeArticle(html, { document, images: 'none' }), false);
  close();
  return lines.join('\n');
}
