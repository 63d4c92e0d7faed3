/** Tags in one cell: `a|b`, a bar or backslash of a name behind a backslash. */
export function joinTags(tags: readonly string[]): string {
  return tags.map((tag) => tag.replace(/[\\|]/gu, String.raw`\$&`)).join('|');
}

/** What `joinTags` wrote. */
export function splitTags(cell: string): string[] {
  return (cell.match(/(?:\\[\s\S]|[^|\\])+/gu) ?? []).map((tag) => tag.replace(/\\(.)/gsu, '$1'));
}
