import { signal, type Signal } from '@preact/signals';
import type { Item } from '../../utils/library/item.ts';
import { sendMessage } from '../../utils/messages.ts';
import { keptOrder } from '../../utils/settings.ts';
import { createDesk, type Desk } from '../library/desk.ts';
import { createMarking, type Marking } from '../marks/marking.ts';
import type { Place } from './place.ts';
import { createSaving, type SavedKind, type Saving } from './saving.ts';
import type { Base } from './shell.tsx';
import { followLibrary } from './shown-state.ts';
import { createLinkQuestion, type LinkQuestion } from './waiting-question.ts';
import { subjectOfItem, type Subject } from './subject.ts';

/** The page just read, the saved list, or an article opened from it. */
export type View = 'page' | 'list' | 'item';

export interface CompactState {
  view: Signal<View>;
  place: Place;
  /** The article opened from the list. */
  opened: Signal<Subject>;
  desk: Desk;
  saving: Saving;
  marking: Marking;
  /** A link that key or menu left to be agreed to. */
  link: LinkQuestion;
  openItem(item: Item): Promise<void>;
  /** Opens the same one once more, after it could not be read. */
  readAgain(): Promise<void>;
}

/** State of popup and side panel: one narrow column, three views. */
export function createCompactState(base: Base, place: Place): CompactState {
  const view = signal<View>('page');
  const opened = signal<Subject>({ kind: 'working' });
  let openedId: string | null = null;
  followLibrary(place.subject, () => place.tabId, base.until);
  followLibrary(opened, () => null, base.until);
  async function open(id: string): Promise<void> {
    openedId = id;
    opened.value = { kind: 'working' };
    view.value = 'item';
    const subject = await itemSubject(id);
    if (openedId === id) opened.value = subject;
  }
  return {
    view,
    place,
    opened,
    desk: createDesk(base.toasts, keptOrder, base.until),
    saving: createSaving({
      subject: place.subject,
      tabId: () => place.tabId,
      isPrivate: () => place.isPrivate,
      onSaved: (kind) => tellSaved(base, kind),
    }),
    marking: createMarking(),
    link: createLinkQuestion((saved) => {
      const { t } = base.state.i18n.value;
      base.toasts.show({ text: t(saved ? 'keptLink' : 'linkFailed') });
    }),
    openItem: (item) => open(item.id),
    async readAgain() {
      if (openedId !== null) await open(openedId);
    },
  };
}

export function tellSaved({ state, toasts }: Base, kind: SavedKind): void {
  const { t } = state.i18n.value;
  // The button shows a first save to the eye.
  if (kind === 'saved') toasts.speak(t('announceSaved'));
  else toasts.show({ text: t(kind === 'kept' ? 'announceKept' : 'announceUpdated') });
}

/** A saved article, read from this device alone. */
export async function itemSubject(id: string): Promise<Subject> {
  try {
    return subjectOfItem(id, await sendMessage('openItem', { id }));
  } catch (error) {
    // Shown as what it is: could not be read, with «try again».
    console.error(error);
    return { kind: 'unreadable', reason: 'failed', url: null };
  }
}
