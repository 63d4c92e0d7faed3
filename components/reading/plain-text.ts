/** Line breaks that part an element from its neighbours in plain text. */
const BREAKS: Record<string, number> = {
  ...Object.fromEntries(
    'p h1 h2 h3 h4 h5 h6 ul ol dl blockquote figure pre table header section hr'
      .split(' ')
      .map((name) => [name, 2]),
  ),
  ...Object.fromEntries(
    'div li dt dd tr caption figcaption summary'.split(' ').map((name) => [name, 1]),
  ),
};

/**
 * Text as it is pasted where nothing but text can be: paragraphs a line apart, a line for each item
 * and row, cells by tabs, in a cell no line. White space as it is shown: one for many, but in what is preformatted.
 */
export function plainText(root: Node): string {
  let text = '';
  let breaks = 0;
  let space = '';
  const add = (words: string): void => {
    if (breaks > 0 && text !== '') text += '\n'.repeat(breaks);
    else if (text !== '' && !/\s$/u.test(text)) text += space;
    breaks = 0;
    space = '';
    text += words;
  };
  const part = (count: number, inCell: boolean): void => {
    if (inCell) space ||= ' ';
    else {
      breaks = Math.max(breaks, count);
      space = '';
    }
  };
  const walk = (parent: Node, isPre: boolean, inCell: boolean): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) {
        const words = node.textContent ?? '';
        if (isPre) {
          if (words !== '') add(words);
          continue;
        }
        const single = words.replace(/[ \t\r\n\f]+/gu, ' ');
        if (single.startsWith(' ')) space ||= ' ';
        if (single.trim() !== '') add(single.replace(/^ | $/gu, ''));
        if (single.length > 1 && single.endsWith(' ')) space ||= ' ';
      } else if (node instanceof Element) read(node, isPre, inCell);
    }
  };
  const read = (element: Element, isPre: boolean, inCell: boolean): void => {
    const name = element.localName;
    if (name === 'br' && !inCell) {
      text = text.replace(/ $/u, '');
      if (text !== '') text += '\n';
      space = '';
      return;
    }
    const count = name === 'br' ? 1 : (BREAKS[name] ?? 0);
    const isCell = name === 'td' || name === 'th';
    if (count > 0) part(count, inCell);
    if (isCell && element.previousElementSibling) {
      space = '';
      add('\t');
    }
    walk(element, isPre || name === 'pre', inCell || isCell);
    if (isCell) space = '';
    if (count > 0) part(count, inCell);
  };
  walk(root, false, false);
  return text;
}
