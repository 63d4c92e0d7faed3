/** A line as drawn: its source units from left to right, by their boxes; white space and marks are left out. */
export interface Drawn {
  text: string;
  /** Offsets in the line from left to right. */
  order: number[];
  /** Lines of print it takes: only one can be compared. */
  rows: number;
}

/** Runs in a page: how each paragraph of the article is drawn, character by character. */
export function drawnLines(): Drawn[] {
  const paragraphs = document.querySelectorAll<HTMLElement>('[data-testid=article-body] p');
  return [...paragraphs].map((paragraph) => {
    paragraph.style.whiteSpace = 'nowrap';
    const boxes: { at: number; middle: number }[] = [];
    const tops: number[] = [];
    let text = '';
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text;
      for (let offset = 0; offset < data.length; offset += 1) {
        if (!/[\s\p{M}]/u.test(data[offset] ?? '')) {
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const [box] = range.getClientRects();
          if (box) {
            boxes.push({ at: text.length + offset, middle: box.left + box.width / 2 });
            tops.push(box.bottom);
          }
        }
      }
      text += data;
    }
    boxes.sort((a, b) => a.middle - b.middle);
    const height = Number.parseFloat(getComputedStyle(paragraph).fontSize);
    const rows = Math.max(...tops) - Math.min(...tops) < height ? 1 : 2;
    return { text, order: boxes.map(({ at }) => at), rows };
  });
}
