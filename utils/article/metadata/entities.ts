const NAMED: Record<string, string> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  ndash: '–',
};

/** JSON-LD and meta values are often escaped once too often (`&quot;`, `&#8220;`). */
export function decode(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(?:#(x?)([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, hex, code, name) => {
    const point = Number.parseInt(code as string, hex ? 16 : 10);
    if (point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
    return NAMED[String(name).toLowerCase()] ?? whole;
  });
}
