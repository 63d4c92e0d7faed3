/** How far into a page a declaration of its encoding is looked for, in bytes: as the HTML standard has it. */
const DECLARATION_BYTES = 1024;

/**
 * The encoding a stored page is to be served with: byte order mark, else declared in the page, else
 * UTF-8 if its bytes are valid UTF-8, else windows-1256 (old Arabic pages that declare nothing).
 */
export function decodingLabel(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return declared(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1256');
}

function declared(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES));
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([-_.:a-z0-9]+)/i.exec(start)?.[1];
  if (!label) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null; // A name no browser knows counts as none.
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
