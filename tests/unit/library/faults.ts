import { IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import { vi } from 'vitest';

const REQUESTS = [
  [IDBObjectStore.prototype, ['get', 'getAll', 'put', 'add', 'delete', 'openCursor', 'clear']],
  [IDBIndex.prototype, ['get', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'count']],
] as const;

export type Fault = 'abort' | 'quota';

/**
 * Makes the request number `step` (from 1) to the database end its transaction, as the browser does
 * when it ends the worker (`abort`) or the disk is full (`quota`). Answers whether it came to that.
 */
export function failAt(step: number, fault: Fault): () => boolean {
  let count = 0;
  for (const [prototype, names] of REQUESTS) {
    for (const name of names) {
      const target = prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
      const real = target[name];
      if (!real) throw new Error(`No ${name} to fail`);
      vi.spyOn(target, name).mockImplementation(function fails(this: unknown, ...args) {
        count += 1;
        if (count === step) end(this as IDBObjectStore | IDBIndex, fault);
        return real.apply(this, args);
      });
    }
  }
  return () => count >= step;
}

function end(place: IDBObjectStore | IDBIndex, fault: Fault): void {
  const { transaction } = 'objectStore' in place ? place.objectStore : place;
  transaction.abort();
  if (fault === 'quota') throw new DOMException('the disk is full', 'QuotaExceededError');
}
