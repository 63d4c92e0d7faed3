/** A picture that can be embedded, told by its first bytes: what a stored record says of them is only said. */
export interface PictureKind {
  type: `image/${string}`;
  extension: string;
}

const PNG = { type: 'image/png', extension: 'png' } as const;
const JPEG = { type: 'image/jpeg', extension: 'jpg' } as const;
const GIF = { type: 'image/gif', extension: 'gif' } as const;
const WEBP = { type: 'image/webp', extension: 'webp' } as const;
const AVIF = { type: 'image/avif', extension: 'avif' } as const;

/** The kinds every reader of EPUB 3.3 shows: https://www.w3.org/TR/epub-33/#sec-core-media-types */
export const CORE_PICTURES: ReadonlySet<string> = new Set(
  [PNG, JPEG, GIF, WEBP].map((kind) => kind.type),
);

/** null for anything else; SVG among it, which is a document of its own. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return PNG;
  if (start.startsWith('\xff\xd8\xff')) return JPEG;
  if (/^GIF8[79]a/u.test(start)) return GIF;
  if (/^RIFF[\s\S]{4}WEBP/u.test(start)) return WEBP;
  return /^[\s\S]{4}ftypavi[fs]/u.test(start) ? AVIF : null;
}

/** The picture as an address that holds it whole. */
export function dataAddress({ type }: PictureKind, bytes: Uint8Array): string {
  const parts: string[] = [];
  // Of three bytes each, so that the pieces join; and few enough for one call.
  const piece = 3 * 8192;
  for (let at = 0; at < bytes.length; at += piece) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + piece))));
  }
  return `data:${type};base64,${parts.join('')}`;
}

/** The bytes a `data:` address holds; null where it is none or does not decode. */
export function bytesIn(address: string): Uint8Array | null {
  const [, base64, content] = /^data:[^,]*?(;base64)?,([\s\S]*)$/iu.exec(address.trim()) ?? [];
  if (content === undefined) return null;
  try {
    const plain = unescaped(content);
    const binary = base64 ? atob(plain) : plain;
    return Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
  } catch (error) {
    if (error instanceof DOMException || error instanceof URIError) return null;
    throw error;
  }
}

/** Percent signs as bytes, one a unit. */
function unescaped(text: string): string {
  return text.replace(/%([\da-f]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
