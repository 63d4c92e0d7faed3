/**
 * What an article calls text is text: anything else, from a damaged or foreign record, is left out
 * before it reaches a view that would take an object for markup.
 */
export function plain(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export function plainList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => plain(entry) !== null) : [];
}
