import { kindOf } from './kinds.ts';
import type { Painter, Prepared } from './painter.ts';

/** Wider than any column it is shown in, CSS pixels at two to the point. */
const WIDEST = 1600;
/** Bytes up to which a picture is kept as it came; and those no picture kept has more of. */
const LIGHT = 400_000;
const HEAVIEST = 1_500_000;
/** Pixels a decoder is asked for: a small file may unfold to gigabytes. */
const LARGEST = 60_000_000;
/** Pixels; less is a counter or a rule. */
const SMALLEST = 16;

/**
 * Makes of downloaded bytes what is kept: as they are where that is light, written anew where it is
 * huge. Null for what is no picture of the five kinds, does not decode, or stays too heavy.
 */
export async function preparePicture(
  bytes: Uint8Array<ArrayBuffer>,
  painter: Painter,
): Promise<Prepared | null> {
  const kind = kindOf(bytes);
  if (!kind || Math.min(kind.width, kind.height) < SMALLEST) return null;
  if (kind.width * kind.height > LARGEST) return null;
  const decoded = await painter.decode(bytes, kind.type);
  if (!decoded) return null;
  try {
    const { width, height } = decoded;
    const own: Prepared = { bytes, type: kind.type, width, height };
    if (bytes.length <= LIGHT && width <= WIDEST) return own;
    const scale = Math.min(1, WIDEST / width);
    const anew = await decoded.write({
      width: Math.round(width * scale),
      height: Math.max(1, Math.round(height * scale)),
      quality: 0.82,
    });
    const lightest = anew && anew.bytes.length < bytes.length ? anew : own;
    return lightest.bytes.length <= HEAVIEST ? lightest : null;
  } finally {
    decoded.release();
  }
}

/** Pixels of a small copy's shorter side: 72 CSS pixels at two to the point; and the most of its longer. */
const SMALL_SIDE = 144;
const SMALL_LONGER = 256;
const SMALL_BYTES = 8192;

/** The small copy lists show; null where the picture does not decode, or is as small already. */
export async function makeSmallCopy(
  { bytes, type }: Prepared,
  painter: Painter,
): Promise<Prepared | null> {
  if (bytes.length <= SMALL_BYTES) return null;
  const decoded = await painter.decode(bytes, type);
  if (!decoded) return null;
  try {
    const { width, height } = decoded;
    const scale = Math.min(1, SMALL_SIDE / Math.min(width, height));
    const size = {
      width: Math.min(SMALL_LONGER, Math.max(1, Math.round(width * scale))),
      height: Math.min(SMALL_LONGER, Math.max(1, Math.round(height * scale))),
    };
    const first = await decoded.write({ ...size, quality: 0.7 });
    if (!first || first.bytes.length <= SMALL_BYTES) return first;
    return await decoded.write({ ...size, quality: 0.4 });
  } finally {
    decoded.release();
  }
}
