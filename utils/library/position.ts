import type { Position } from './item.ts';

/** A place in a text as it was kept; null for what is none: a record, or the history, may hold anything. */
export function positionFrom(kept: unknown): Position | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { block, offset, share }: Partial<Record<keyof Position, unknown>> = kept;
  return typeof block === 'string' && typeof offset === 'number' && typeof share === 'number'
    ? { block, offset, share }
    : null;
}
