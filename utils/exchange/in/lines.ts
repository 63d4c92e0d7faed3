import { joinedBytes } from '../../joined-bytes.ts';

const NEWLINE = 10;

/**
 * The lines of a text that comes in parts, as bytes and without their ends; null for one longer than
 * `max`, which is passed over without being kept. An empty last line is none.
 */
export async function* linesOf(
  parts: AsyncIterable<Uint8Array>,
  max: number,
): AsyncGenerator<Uint8Array | null> {
  let kept: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    let from = 0;
    for (let at = part.indexOf(NEWLINE); at >= 0; at = part.indexOf(NEWLINE, from)) {
      keep(part.subarray(from, at));
      yield taken();
      from = at + 1;
    }
    keep(part.subarray(from));
  }
  if (length > 0) yield taken();

  function keep(part: Uint8Array): void {
    length += part.length;
    if (length > max) kept = [];
    else kept.push(part);
  }

  function taken(): Uint8Array | null {
    const line = length > max ? null : inOne(kept);
    kept = [];
    length = 0;
    return line;
  }
}

/** Most lines come in one part: those are not copied. */
function inOne(parts: readonly Uint8Array[]): Uint8Array {
  const [only, more] = parts;
  return only && !more ? only : joinedBytes(parts);
}
