/** How far into a page a declaration of its encoding is looked for, bytes: twice what the HTML standard asks for. */
const DECLARATION_BYTES = 2048;

/**
 * A page's bytes as text: by byte order mark, else as its server says, else as it declares itself,
 * else UTF-8 where the bytes are valid UTF-8, else windows-1256, in which Arabic pages that declare
 * nothing were written.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const label =
    marked(bytes) ?? known(charsetIn(contentType ?? '')) ?? declared(bytes) ?? guessed(bytes);
  return new TextDecoder(label).decode(bytes);
}

function marked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return null;
}

function declared(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES));
  const label = known(charsetIn(/<meta[^>]+charset[^>]*>/iu.exec(start)?.[0] ?? ''));
  // A page that could be read as far as this is not UTF-16, whatever it says.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

function charsetIn(text: string): string | null {
  return /charset\s*=\s*["']?\s*([-_.:a-z0-9]+)/iu.exec(text)?.[1] ?? null;
}

/** The browser's name for it; a name no browser knows counts as none. */
function known(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function guessed(bytes: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1256';
  }
}
