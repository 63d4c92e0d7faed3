// These run in the page: they may use nothing but their argument.

/** Kinds of verses whose halves stand so: by element. */
export function versesIn(how: 'beside' | 'under'): string[] {
  const found: string[] = [];
  for (const verses of document.querySelectorAll('.verses')) {
    const pairs = [...verses.querySelectorAll('tr, .verse')].map((verse) =>
      [...verse.querySelectorAll('.half')].map((half) => {
        const range = document.createRange();
        range.selectNodeContents(half);
        const words = range.getBoundingClientRect();
        return {
          words,
          lines: new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size,
        };
      }),
    );
    const beside = pairs.every(
      ([first, second]) =>
        first!.words.left > second!.words.right &&
        Math.abs(first!.words.top - second!.words.top) < 3 &&
        first!.lines === 1 &&
        second!.lines === 1,
    );
    // Columns: each half begins and ends where those above and below do.
    const columns = [0, 1].every((side) =>
      (['left', 'right'] as const).every((edge) => {
        const edges = pairs.map((pair) => pair[side]!.words[edge]);
        return Math.max(...edges) - Math.min(...edges) < 3;
      }),
    );
    const under = pairs.every(
      ([first, second]) =>
        second!.words.top >= first!.words.bottom - first!.words.height * 0.5 &&
        first!.words.right - second!.words.right > 20,
    );
    if (how === 'beside' ? beside && columns : under) found.push(verses.localName);
  }
  return found;
}

/** What is lost where this page is 320 px wide, and where its text is twice as large in 640 px. Empty is good. */
export async function atWidths(): Promise<string[]> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position: fixed; inset: 0; block-size: 600px';
  frame.src = location.href;
  document.body.append(frame);
  await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
  const inside = frame.contentDocument!;
  const end = Date.now() + 10_000;
  while (!inside.querySelector('.article-body > *') && Date.now() < end)
    await new Promise((next) => setTimeout(next, 50));
  const page = inside.documentElement;
  const found: string[] = [];
  for (const [width, text] of [
    [320, '100%'],
    [640, '200%'],
  ] as const) {
    frame.style.inlineSize = `${width}px`;
    page.style.fontSize = text;
    await new Promise((next) => setTimeout(next, 150));
    const at = `at ${width} px, text at ${text}`;
    const { scrollWidth, clientWidth } = page;
    if (scrollWidth > clientWidth)
      found.push(`page ${scrollWidth - clientWidth} px too wide ${at}`);
    const texts = inside.createTreeWalker(inside.querySelector('.article')!, NodeFilter.SHOW_TEXT);
    let looked = 0;
    while (texts.nextNode()) {
      const node = texts.currentNode;
      if (!node.textContent?.trim()) continue;
      const range = inside.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      // In a box that scrolls it is reached; what has no box is not shown at all.
      if (box.width === 0 || node.parentElement?.closest('.table')) continue;
      looked += 1;
      if (box.left < 0 || box.right > clientWidth) found.push(`${node.textContent} ${at}`);
    }
    if (looked < 25) found.push(`only ${looked} texts ${at}`);
    for (const table of inside.querySelectorAll<HTMLElement>('.table')) {
      const { left, right } = table.getBoundingClientRect();
      if (left < 0 || right > clientWidth) found.push(`table too wide ${at}`);
      const [first] = table.querySelectorAll('tr > *');
      const cell = first!.getBoundingClientRect();
      if (cell.left < left - 1 || cell.right > right + 1)
        found.push(`table not at its start ${at}`);
    }
  }
  frame.remove();
  return found;
}
