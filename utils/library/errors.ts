import type { SaveFailure } from '../messages.ts';

/** `newer`: a later version of the extension wrote the library; this one must not touch it. */
export type LibraryTrouble = 'newer' | 'database';

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
  while (at instanceof Error || at instanceof DOMException) {
    names.push(at.name);
    at = 'inner' in at && at.inner !== undefined && at.inner !== null ? at.inner : at.cause;
    if (names.length > 10) break;
  }
  return names;
}
