/**
 * Text as Markdown (CommonMark and GFM) that is read as that text: no sign in it begins markup, least of
 * all HTML, which most readers of Markdown let through.
 */
export function escapeMarkdown(text: string): string {
  return escapeLineStart(
    text
      .replace(/[\\`*_[\]~<|$]/gu, String.raw`\$&`)
      .replace(/&(?=#?[\p{L}\p{N}]+;)|!(?=\\\[)|=(?==)|%(?=%)/gu, String.raw`\$&`),
  );
}

/** Signs that mean something only at the start of a line: headings, lists, quotations, lines under headings. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(\s*)([#>=]|[+:-](?=[\s-]|$))/u, String.raw`$1\$2`)
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/u, String.raw`$1\$2`);
}

/** An address between round brackets: what would end it is written in its escape. */
export function markdownAddress(address: string): string {
  return address.replace(
    /[\s()<>\\"'*_`~|]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}
