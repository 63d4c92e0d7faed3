import { effect, signal, type Signal } from '@preact/signals';
import type { Article } from '../../utils/article/article.ts';
import type { Item } from '../../utils/library/item.ts';
import type { SaveFailure } from '../../utils/library/errors.ts';
import type { SaveRequest } from '../../utils/library/requests.ts';
import { sendMessage } from '../../utils/messages.ts';
import type { ArticleSubject } from './subject.ts';

export interface Saving {
  busy: Signal<boolean>;
  failure: Signal<SaveFailure | null>;
  /** The article the address is taken by, while the reader is asked. */
  conflict: Signal<Item | null>;
  /** True while the reader of a private window is asked. */
  asksPrivate: Signal<boolean>;
  save: () => Promise<void>;
  /**
   * The row of what is shown, saved first where it is not, and asked about where saving asks; null
   * where it was not saved after all. For what can only be kept with what is saved.
   */
  savedItem: () => Promise<Item | null>;
  confirmPrivate: () => Promise<void>;
  resolve: (choice: 'update' | 'keep-both') => Promise<void>;
  cancel: () => void;
}

export type SavedKind = 'saved' | 'updated' | 'kept';

interface SavingPage {
  subject: Signal<{ kind: string } | ArticleSubject>;
  tabId: () => number | null;
  /** In a private window saving asks first: what is kept outlives it. */
  isPrivate: () => boolean;
  onSaved: (kind: SavedKind) => void;
}

/** Saves what is shown, asking where it must. Whatever happens, the article stays open. */
export function createSaving({ subject, tabId, isPrivate, onSaved }: SavingPage): Saving {
  const busy = signal(false);
  const failure = signal<SaveFailure | null>(null);
  const conflict = signal<Item | null>(null);
  const asksPrivate = signal(false);
  /** What the reader is being asked about; an answer counts for nothing else that came meanwhile. */
  let asked: Article | null = null;
  /** Consent holds for one article of a private window, not for the next one. */
  let allowed: Article | null = null;

  async function send(onConflict: SaveRequest['onConflict']): Promise<void> {
    const shown = subject.value;
    if (!isArticle(shown) || busy.value) return;
    busy.value = true;
    failure.value = null;
    try {
      const { article } = shown;
      const outcome = await sendMessage('saveArticle', { article, tabId: tabId(), onConflict });
      if (outcome.kind === 'failed') failure.value = outcome.reason;
      else if (outcome.kind === 'conflict') {
        asked = article;
        conflict.value = outcome.existing;
      } else {
        // The few lines of a selection are not the better text that stayed.
        const isSaved = outcome.kind !== 'kept' || !article.fromSelection;
        if (isSaved && isShown(article)) subject.value = { ...shown, item: outcome.item };
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

  function isShown(article: Article | null): boolean {
    return isArticle(subject.value) && subject.value.article === article;
  }

  /** Once nothing is being saved or asked; the next question may follow a moment after an answer. */
  function settled(): Promise<void> {
    return new Promise((resolve) => {
      let waiting: ReturnType<typeof setTimeout> | undefined;
      const stop = effect(() => {
        clearTimeout(waiting);
        if (busy.value || conflict.value || asksPrivate.value) return;
        waiting = setTimeout(() => {
          stop();
          resolve();
        });
      });
    });
  }

  async function save(): Promise<void> {
    if (!isArticle(subject.value)) return;
    const { article } = subject.value;
    if (isPrivate() && allowed !== article) {
      asked = article;
      asksPrivate.value = true;
    } else await send('ask');
  }

  return {
    busy,
    failure,
    conflict,
    asksPrivate,
    save,
    async savedItem() {
      const shown = subject.value;
      if (!isArticle(shown)) return null;
      if (shown.item) return shown.item;
      await save();
      await settled();
      const now = subject.value;
      return isArticle(now) && now.article === shown.article ? now.item : null;
    },
    async confirmPrivate() {
      asksPrivate.value = false;
      if (!isShown(asked)) return;
      allowed = asked;
      await send('ask');
    },
    async resolve(choice) {
      conflict.value = null;
      if (isShown(asked)) await send(choice);
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
