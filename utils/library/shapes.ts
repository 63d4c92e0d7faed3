/** Small checks for data of unknown origin. Each returns the value, or `undefined` where it is not of the shape. */

/** A plain object's own fields. Arrays, class instances and objects with a strange prototype are none. */
export function record(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return undefined;
  // Only own fields count: what a `__proto__` key brought along must not answer for a missing one.
  const own: Record<string, unknown> = Object.create(null);
  return Object.assign(own, value);
}

/** A line for display, cut at `max` UTF-16 units and never inside a surrogate pair. */
export function text(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (value.length <= max) return value;
  return value.slice(0, max).replace(/[\uD800-\uDBFF]$/u, '');
}

export function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

export function truth(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** A word of a closed list, given as a record over its type. */
export function oneOf<T extends string>(value: unknown, words: Record<T, true>): T | undefined {
  const known = (word: string): word is T => Object.hasOwn(words, word);
  return typeof value === 'string' && known(value) ? value : undefined;
}

export function nullable<T>(
  value: unknown,
  check: (value: unknown) => T | undefined,
): T | null | undefined {
  return value === null ? null : check(value);
}

/** Every entry of its shape, or `undefined` for the whole list. */
export function list<T>(
  value: unknown,
  max: number,
  check: (value: unknown) => T | undefined,
): T[] | undefined {
  if (!Array.isArray(value) || value.length > max) return undefined;
  const checked = value.map(check);
  return checked.every((entry) => entry !== undefined) ? checked : undefined;
}

/** The fields of an object as checked: `undefined` says «not of this shape», null is a value of its own. */
type Checked<T> = { [K in keyof T]: T[K] | undefined };

/** Whether every field passed its check. */
export function isWhole<T extends object>(checked: Checked<T>): checked is T {
  return Object.values(checked).every((value) => value !== undefined);
}
