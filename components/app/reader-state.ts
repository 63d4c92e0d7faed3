import { signal, type Signal } from '@preact/signals';
import { takeOver } from '../../utils/handoff.ts';
import { keptOrder } from '../../utils/settings.ts';
import type { Exchanging } from '../exchange/exchanging.ts';
import { createDesk, type Desk } from '../library/desk.ts';
import { itemSubject, tellSaved } from './compact-state.ts';
import { createMarking, type Marking } from '../marks/marking.ts';
import { createPlace, showReading, type Place } from './place.ts';
import { createSaving, type Saving } from './saving.ts';
import type { Base } from './shell.tsx';
import { followLibrary } from './shown-state.ts';

export interface ReaderState {
  place: Place;
  desk: Desk;
  saving: Saving;
  marking: Marking;
  /** Import, export or storage, where one of them is open. */
  exchanging: Signal<Exchanging | null>;
  /** Which side a narrow window shows. */
  shows: Signal<'list' | 'article'>;
  /** Shows what the page's address names. */
  start(): Promise<void>;
}

/** `reader.html?id=…`: a saved article, or none yet. Nothing of it comes from the network. */
export function createSavedReader(base: Base): ReaderState {
  const reader = createReader(base, async (place) => {
    const id = new URLSearchParams(location.search).get('id');
    reader.shows.value = id === null ? 'list' : 'article';
    place.subject.value = { kind: id === null ? 'none' : 'working' };
    if (id === null) return;
    const subject = await itemSubject(id);
    // The reader may have gone on to another one meanwhile.
    if (new URLSearchParams(location.search).get('id') === id) place.subject.value = subject;
  });
  addEventListener('popstate', () => void reader.start(), { signal: base.until });
  return reader;
}

/** `live.html?key=…`: a page just read, handed over by the popup. */
export function createLiveReader(base: Base): ReaderState {
  return createReader(base, async (place) => {
    const query = new URLSearchParams(location.search);
    place.isPrivate = query.get('private') === '1';
    const reading = await takeOver(query.get('key') ?? '');
    if (reading) await showReading(place, reading);
    else place.subject.value = { kind: 'gone', id: null };
  });
}

function createReader(base: Base, read: (place: Place) => Promise<void>): ReaderState {
  const place = createPlace({ kind: 'working' });
  followLibrary(place.subject, () => null, base.until);
  return {
    place,
    desk: createDesk(base.toasts, keptOrder, base.until),
    saving: createSaving({
      subject: place.subject,
      tabId: () => null,
      isPrivate: () => place.isPrivate,
      onSaved: (kind) => tellSaved(base, kind),
    }),
    marking: createMarking(),
    exchanging: signal<Exchanging | null>(null),
    shows: signal('article'),
    start: () => read(place),
  };
}
