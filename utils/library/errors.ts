/** `newer`: a later version of the extension wrote the library; this one must not touch it. */
export type LibraryTrouble = 'newer' | 'database';

/** Each has a sentence in `_locales` (`saveFailed_<reason>`). `newer`: see `LibraryTrouble`. */
export type SaveFailure = 'no-space' | 'database' | 'invalid' | 'newer';

/** An error of the library, told apart by `name` after crossing a message, which keeps no class. */
export class LibraryError extends Error {
  readonly trouble: LibraryTrouble;

  constructor(trouble: LibraryTrouble, options?: ErrorOptions) {
    super(`The library answered: ${trouble}`, options);
    this.name = nameOf(trouble);
    this.trouble = trouble;
  }
}

/** What to tell the reader of an error met while saving. Dexie and the browser wrap one another, so causes count. */
export function saveFailure(error: unknown): SaveFailure {
  return troublesOf(error).includes('QuotaExceededError') ? 'no-space' : libraryTrouble(error);
}

/** Why the library does not answer, of an error that may have crossed a message. */
export function libraryTrouble(error: unknown): LibraryTrouble {
  return troublesOf(error).includes(nameOf('newer')) ? 'newer' : 'database';
}

function nameOf(trouble: LibraryTrouble): string {
  return `LibraryError:${trouble}`;
}

function troublesOf(error: unknown): string[] {
  const names: string[] = [];
  let at = error;
  while (isError(at) && names.length < 10) {
    names.push(ONLY_DELETES.test(at.message) ? 'QuotaExceededError' : at.name);
    // What Dexie wraps is its `inner`; of many puts at once the first that failed: there alone
    // Firefox tells of a full disk.
    at = at.inner ?? at.failures?.[0] ?? at.cause;
  }
  return names;
}

/** Once a disk was full, Firefox lets the next transaction of that connection delete, and nothing else. */
const ONLY_DELETES = /did not allow mutations/u;

interface Wrapping extends Error {
  inner?: unknown;
  failures?: unknown[];
}

/** `DOMException` is no `Error` to Firefox where they come from another realm. */
function isError(value: unknown): value is Wrapping {
  return value instanceof Error || value instanceof DOMException;
}
