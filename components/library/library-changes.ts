import { onMessage, sendMessage } from '../../utils/messages.ts';

/** A page may answer a message in one place only; what wants to hear of changes is listed here. */
const hearing = new Set<() => void>();
let stop: (() => void) | null = null;

/** Calls back after every change of the library, made here or elsewhere, until the signal aborts. */
export function onLibraryChanged(changed: () => void, until: AbortSignal): void {
  hearing.add(changed);
  stop ??= onMessage('libraryChanged', () => {
    for (const hear of hearing) hear();
  });
  until.addEventListener('abort', () => {
    hearing.delete(changed);
    if (hearing.size > 0) return;
    stop?.();
    stop = null;
  });
}

/** This page has written to the library by itself: it hears of it here, other pages and the background by message. */
export function tellLibraryChanged(): void {
  for (const hear of hearing) hear();
  // With nobody there to hear it the browser calls it an error.
  sendMessage('libraryChanged', { ids: [] }).catch(() => undefined);
}
