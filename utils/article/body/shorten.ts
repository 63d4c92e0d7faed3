/** UTF-16 units of an excerpt, and of a headline made of the text where there is none. */
export const LONGEST_EXCERPT = 300;
export const LONGEST_TITLE = 80;

/** As one line, cut at a word's end. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most >> 1))}…`.toWellFormed();
}
