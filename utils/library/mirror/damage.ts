/**
 * What browsers answer where files of a database are damaged or gone: Chromium `NotReadableError`
 * for a value whose own file is missing and `UnknownError` for the rest, Firefox `UnknownError`
 * for all. A private window (`InvalidStateError`, `SecurityError`), a full disk and a library of a
 * later version are none of it.
 */
const DAMAGE = new Set(['UnknownError', 'NotReadableError', 'DataError']);
const NEVER = new Set([
  'InvalidStateError',
  'SecurityError',
  'QuotaExceededError',
  'LibraryError:newer',
]);

/** Whether an error, or what caused it, is one of a damaged database. */
export function isDamage(error: unknown): boolean {
  const names = namesOf(error);
  return names.some((name) => DAMAGE.has(name)) && !names.some((name) => NEVER.has(name));
}

function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let at = error;
  while ((at instanceof Error || at instanceof DOMException) && names.length < 10) {
    names.push(at.name);
    // Dexie keeps the browser's own error as `inner`, and those of many rows as `failures`.
    at = 'inner' in at && at.inner !== undefined && at.inner !== null ? at.inner : at.cause;
  }
  return names;
}
