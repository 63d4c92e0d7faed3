/**
 * What bytes say of themselves. Types are never believed, neither a server's nor a file's: a picture
 * kept is one of these five, which no browser reads as anything that could run. SVG is a document,
 * with links, styles and scripts, and is not kept.
 */
export interface PictureKind {
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/avif';
  /** Pixels as stored, before any turning the file asks for. */
  width: number;
  height: number;
}

/** The kind of a picture with its measures, read before anything decodes it; null for all else. */
export function kindOf(bytes: Uint8Array): PictureKind | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const found = png(view) ?? gif(view) ?? webp(view) ?? jpeg(view) ?? avif(view);
    return found && found.width > 0 && found.height > 0 ? found : null;
  } catch (error) {
    // It ends before it has told its measures: no picture.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function png(view: DataView): PictureKind | null {
  if (view.getUint32(0) !== 0x89504e47 || word(view, 12) !== 'IHDR') return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(view: DataView): PictureKind | null {
  if (word(view, 0) !== 'GIF8') return null;
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function webp(view: DataView): PictureKind | null {
  if (word(view, 0) !== 'RIFF' || word(view, 8) !== 'WEBP') return null;
  const type = 'image/webp';
  switch (word(view, 12)) {
    case 'VP8X':
      return { type, width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return {
        type,
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    default:
      return null;
  }
}

/** Walks the segments to the one that begins a frame: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, table B.1 */
function jpeg(view: DataView): PictureKind | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else if (marker === 0xd9 || marker === 0xda) return null;
    else at += 2 + view.getUint16(at + 2);
  }
}

/** How far into a file its description is looked for, bytes. */
const DESCRIPTION = 8192;

/** The largest picture described: a file may hold its parts, or a small copy, beside it. */
function avif(view: DataView): PictureKind | null {
  if (word(view, 4) !== 'ftyp' || !brands(view).some((brand) => /^avi[fs]$/u.test(brand)))
    return null;
  const found: PictureKind = { type: 'image/avif', width: 0, height: 0 };
  const end = Math.min(view.byteLength - 16, DESCRIPTION);
  for (let at = 0; at < end; at += 1) {
    if (view.getUint8(at) !== 0x69 || word(view, at) !== 'ispe') continue;
    const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (width * height > found.width * found.height) Object.assign(found, { width, height });
  }
  return found;
}

function brands(view: DataView): string[] {
  const end = Math.min(view.getUint32(0), 256);
  const found: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) found.push(word(view, at));
  return found;
}

function word(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((next) => view.getUint8(at + next)));
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
