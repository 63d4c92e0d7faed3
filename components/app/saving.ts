import { signal, type Signal } from '@preact/signals';
import type { Item } from '../../utils/library/item.ts';
import { sendMessage, type SaveFailure, type SaveRequest } from '../../utils/messages.ts';
import type { ArticleSubject } from './subject.ts';

export interface Saving {
  busy: Signal<boolean>;
  failure: Signal<SaveFailure | null>;
  /** The article the address is taken by, while the reader is asked. */
  conflict: Signal<Item | null>;
  /** True while the reader of a private window is asked. */
  asksPrivate: Signal<boolean>;
  save: () => Promise<void>;
  confirmPrivate: () => Promise<void>;
  resolve: (choice: 'update' | 'keep-both') => Promise<void>;
  cancel: () => void;
}

interface SavingPage {
  subject: Signal<{ kind: string } | ArticleSubject>;
  tabId: () => number | null;
  /** In a private window saving asks first: what is kept outlives it. */
  isPrivate: () => boolean;
  onSaved: (kind: 'saved' | 'updated') => void;
}

/** Saves what is shown, asking where it must. Whatever happens, the article stays open. */
export function createSaving({ subject, tabId, isPrivate, onSaved }: SavingPage): Saving {
  const busy = signal(false);
  const failure = signal<SaveFailure | null>(null);
  const conflict = signal<Item | null>(null);
  const asksPrivate = signal(false);
  let allowed = false;

  async function send(onConflict: SaveRequest['onConflict']): Promise<void> {
    const shown = subject.value;
    if (!isArticle(shown) || busy.value) return;
    busy.value = true;
    failure.value = null;
    try {
      const { article } = shown;
      const outcome = await sendMessage('saveArticle', { article, tabId: tabId(), onConflict });
      if (outcome.kind === 'failed') failure.value = outcome.reason;
      else if (outcome.kind === 'conflict') conflict.value = outcome.existing;
      else {
        if (subject.value === shown) subject.value = { ...shown, item: outcome.item };
        onSaved(outcome.kind);
      }
    } catch (error) {
      // The background did not answer: whether the save was committed is told at the next opening.
      console.error(error);
      failure.value = 'database';
    } finally {
      busy.value = false;
    }
  }

  return {
    busy,
    failure,
    conflict,
    asksPrivate,
    async save() {
      if (!isArticle(subject.value)) return;
      if (isPrivate() && !allowed) asksPrivate.value = true;
      else await send('ask');
    },
    async confirmPrivate() {
      allowed = true;
      asksPrivate.value = false;
      await send('ask');
    },
    async resolve(choice) {
      conflict.value = null;
      await send(choice);
    },
    cancel() {
      conflict.value = null;
      asksPrivate.value = false;
    },
  };
}

function isArticle(subject: { kind: string } | ArticleSubject): subject is ArticleSubject {
  return subject.kind === 'article';
}
