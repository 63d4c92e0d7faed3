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
    const line = length > max ? null : joined(kept, length);
    kept = [];
    length = 0;
    return line;
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
