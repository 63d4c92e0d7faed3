/** The browser's own decoder and encoder, or others for tests. */
export interface Painter {
  /** null for bytes it cannot read. */
  decode(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Decoded | null>;
}

export interface Decoded {
  /** Pixels, turned as the file asks. */
  width: number;
  height: number;
  /** Draws it in a size, its middle where the proportions differ; null where that cannot be encoded. */
  write(how: { width: number; height: number; quality: number }): Promise<Prepared | null>;
  release(): void;
}

/** A picture as it is kept. */
export interface Prepared {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  /** Pixels, as shown. */
  width: number;
  height: number;
}

/** Works without a document: in a service worker as in a page. */
export const painter: Painter = {
  async decode(bytes, type) {
    const bitmap = await bitmapOf(new Blob([bytes], { type }));
    if (!bitmap) return null;
    return {
      width: bitmap.width,
      height: bitmap.height,
      write: (how) => draw(bitmap, how),
      release: () => bitmap.close(),
    };
  },
};

async function bitmapOf(blob: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(blob);
  } catch {
    // The browser's only word for bytes it cannot read.
    return null;
  }
}

async function draw(
  bitmap: ImageBitmap,
  { width, height, quality }: { width: number; height: number; quality: number },
): Promise<Prepared | null> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  const scale = Math.max(width / bitmap.width, height / bitmap.height);
  const [drawnWidth, drawnHeight] = [bitmap.width * scale, bitmap.height * scale];
  const [x, y] = [(width - drawnWidth) / 2, (height - drawnHeight) / 2];
  context.drawImage(bitmap, x, y, drawnWidth, drawnHeight);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
  // A browser that cannot write the type asked for writes PNG, many times as heavy.
  if (blob.type !== 'image/webp') return null;
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type, width, height };
}
