// These run in the page: they may use nothing but their argument. Empty is good.

/** Marks at the end of a block and brackets inside it that stand on the wrong side of their neighbours. */
export function wrongPunctuation(): string[] {
  const wrong: string[] = [];
  let looked = 0;
  const rectOf = (node: Text, at: number): DOMRect => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  const texts = document.createTreeWalker(
    document.querySelector('.article-body')!,
    NodeFilter.SHOW_TEXT,
  );
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    const block = node.parentElement?.closest<HTMLElement>('[dir]');
    if (!block || node.parentElement?.closest('code, pre, .gap')) continue;
    const rtl = block.dir === 'rtl';
    const own = rtl ? /\p{Script=Arabic}/u : /\p{Script=Latin}/u;
    for (const [at, sign] of [...node.data].entries()) {
      const [before, after] = [node.data[at - 1] ?? '', node.data[at + 1] ?? ''];
      const opens = /[(«“]/.test(sign) && own.test(after);
      const closes = /[)»”.،؛؟!:]/.test(sign) && own.test(before) && !own.test(after);
      if (!opens && !closes) continue;
      const [mark, letter] = [rectOf(node, at), rectOf(node, opens ? at + 1 : at - 1)];
      // Another line: nothing to compare.
      if (Math.abs(mark.top - letter.top) > 2 || mark.width === 0) continue;
      looked += 1;
      const onRight = mark.left + mark.right > letter.left + letter.right;
      if (onRight !== (opens === rtl)) wrong.push(`«${sign}» in ${node.data.trim().slice(0, 40)}`);
    }
  }
  return looked < 20 ? [...wrong, `only ${looked} marks were looked at`] : wrong;
}

/** Quotations whose rule is not on the side where their lines begin, and lists whose items are not set in there. */
export function wrongSides(): string[] {
  const wrong: string[] = [];
  const body = document.querySelector('.article-body')!;
  const quotes = body.querySelectorAll<HTMLElement>('blockquote');
  for (const quote of quotes) {
    const { borderLeftWidth, borderRightWidth } = getComputedStyle(quote);
    const [start, end] =
      quote.dir === 'rtl'
        ? [borderRightWidth, borderLeftWidth]
        : [borderLeftWidth, borderRightWidth];
    const [outer, inner] = [quote, quote.firstElementChild!].map((box) =>
      box.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    const set = quote.dir === 'rtl' ? outer.right - inner.right : inner.left - outer.left;
    if (start !== '3px' || end !== '0px' || set < 12) wrong.push(`quotation ${quote.dir}`);
  }
  for (const code of body.querySelectorAll('pre code, :not(pre) > code')) {
    const range = document.createRange();
    const [text] = code.childNodes;
    range.setStart(text!, 0);
    range.setEnd(text!, 1);
    const first = range.getBoundingClientRect();
    range.setStart(text!, 1);
    range.setEnd(text!, 2);
    if (first.left >= range.getBoundingClientRect().left) wrong.push('code from right to left');
  }
  for (const cell of body.querySelectorAll('table:not(.verses) :is(td, th)')) {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const { paddingLeft, paddingRight } = getComputedStyle(cell);
    const [words, box] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
    const onRight = box.right - Number.parseFloat(paddingRight) - words.right < 1;
    const onLeft = words.left - box.left - Number.parseFloat(paddingLeft) < 1;
    const rtl = cell.closest('table')!.dir === 'rtl';
    if (!(rtl ? onRight : onLeft)) wrong.push(`cell ${cell.textContent}`);
  }
  if (quotes.length < 2) wrong.push('no quotations');
  return wrong;
}

/** What no Arabic may have, links that are not underlined, lines of vowelled text that have no more room. */
export function wrongType(): string[] {
  const wrong: string[] = [];
  const article = document.querySelector('.article')!;
  for (const element of article.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element);
    const arabic = [...element.childNodes].some(
      (node) => node.nodeType === 3 && /\p{Script=Arabic}/u.test(node.textContent ?? ''),
    );
    if (arabic && style.fontStyle !== 'normal') wrong.push(`sloped ${element.textContent}`);
    if (arabic && !/^(?:normal|0px)$/.test(style.letterSpacing)) wrong.push('letters set apart');
    if (element.localName === 'a' && !style.textDecorationLine.includes('underline'))
      wrong.push(`link not underlined: ${element.outerHTML}`);
  }
  for (const box of article.querySelectorAll<HTMLElement>(
    '.article-body a, .article-body .table',
  )) {
    box.focus({ preventScroll: true, focusVisible: true });
    const { outlineStyle, outlineWidth } = getComputedStyle(box);
    if (outlineStyle !== 'solid' || Number.parseFloat(outlineWidth) < 2)
      wrong.push(`focus not seen: ${box.outerHTML.slice(0, 80)}`);
    box.blur();
  }
  const lines = (selector: string) =>
    [...article.querySelectorAll(`.article-body > p${selector}`)].map((block) =>
      Number.parseFloat(getComputedStyle(block).lineHeight),
    );
  const [plain = 0] = lines(`[dir='rtl']:not(.vowelled)`);
  const vowelled = lines('.vowelled');
  if (vowelled.some((height) => height <= plain)) wrong.push('no room for vowels');
  return wrong;
}

/** Where signs of an Arabic block are not as wide as the Arabic face has them: they come from another. */
export function foreignSigns(signs: string): string[] {
  const block = document.querySelector<HTMLElement>(`.article-body > p[dir='rtl']`);
  if (!block) return ['no Arabic block'];
  const family = getComputedStyle(block).fontFamily.split(',')[0] ?? '';
  const widthIn = (face: string, sign: string): number => {
    const probe = document.createElement('span');
    probe.style.cssText = `font-family: ${face}; white-space: pre; position: absolute`;
    probe.textContent = `ن${sign.repeat(20)}ن`;
    block.append(probe);
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    return width;
  };
  const wrong = [...signs].filter((sign) => {
    const shown = widthIn('inherit', sign);
    return Math.abs(shown - widthIn(`${family}, monospace`, sign)) > 0.5;
  });
  // A letter the face leaves to another must be seen as foreign, or nothing is.
  const letter = Math.abs(widthIn('inherit', 'm') - widthIn(`${family}, monospace`, 'm')) > 0.5;
  return letter ? wrong : [...wrong, 'the face is not told from others'];
}
