import { signal, type Signal } from '@preact/signals';
import { sendMessage } from '../../utils/messages.ts';
import { onSaveQuestion, takeSaveQuestion, type SaveQuestion } from '../../utils/save-question.ts';
import type { Saving } from './saving.ts';

export interface LinkQuestion {
  /** The link of a private window that is asked about. */
  link: Signal<{ url: string; title: string } | null>;
  confirm(): Promise<void>;
}

export function createLinkQuestion(done: (saved: boolean) => void): LinkQuestion {
  const link = signal<{ url: string; title: string } | null>(null);
  return {
    link,
    async confirm() {
      const asked = link.value;
      link.value = null;
      if (!asked) return;
      try {
        const outcome = await sendMessage('saveLink', asked);
        done(outcome.kind !== 'failed');
      } catch (error) {
        // Told by `done`, like a refusal of the library itself.
        console.error(error);
        done(false);
      }
    },
  };
}

interface Answering {
  saving: Saving;
  link: LinkQuestion;
  until: AbortSignal;
}

/** Puts the question that a save by key or menu left for this tab, now or while the popup is open. */
export async function answerQuestions(tabId: number, answering: Answering): Promise<void> {
  const put = (question: SaveQuestion): void => {
    if (question.kind === 'private-link') answering.link.link.value = question;
    else answering.saving.save().catch(console.error);
  };
  onSaveQuestion(tabId, put, answering.until);
  try {
    const waiting = await takeSaveQuestion(tabId);
    if (waiting) put(waiting);
  } catch (error) {
    // The article is there to be saved by the button.
    console.error(error);
  }
}
