/**
 * Which chunk an id lies in: the leaf of a binary tree over the bits of a hash of the id. The same
 * id is always looked for in the same place, a full leaf splits in two, and no list of ids is needed.
 */

const DEPTH = 32;

/** 32 evenly spread bits of an id, as a text of 0 and 1 (FNV-1a, then the finish of MurmurHash3). */
export function bitsOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(2).padStart(DEPTH, '0');
}

/** Finds the leaf of an id: one of these, or the largest new one that stands beside them. */
export function leafFinder(leaves: Iterable<string>): (id: string) => string {
  const known = new Set(leaves);
  const above = new Set<string>();
  for (const leaf of known) {
    for (let depth = 0; depth < leaf.length; depth += 1) above.add(leaf.slice(0, depth));
  }
  return (id) => {
    const bits = bitsOf(id);
    for (let depth = 0; depth < DEPTH; depth += 1) {
      const leaf = bits.slice(0, depth);
      if (known.has(leaf) || !above.has(leaf)) return leaf;
    }
    return bits;
  };
}

/** The leaves a leaf's lines need so that none exceeds `max` bytes; one line alone may. */
export function splitLeaf(
  leaf: string,
  lines: ReadonlyMap<string, string>,
  max: number,
  sizeOf: (id: string, line: string) => number,
): Map<string, Map<string, string>> {
  let size = 0;
  for (const [id, line] of lines) size += sizeOf(id, line);
  if (size <= max || lines.size <= 1 || leaf.length >= DEPTH)
    return new Map([[leaf, new Map(lines)]]);
  const halves = new Map([
    [`${leaf}0`, new Map<string, string>()],
    [`${leaf}1`, new Map<string, string>()],
  ]);
  for (const [id, line] of lines) halves.get(bitsOf(id).slice(0, leaf.length + 1))?.set(id, line);
  const parts = [...halves].flatMap(([half, part]) =>
    part.size === 0 ? [] : [...splitLeaf(half, part, max, sizeOf)],
  );
  return new Map(parts);
}
