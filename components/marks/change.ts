import type { I18n, MessageKey } from '../../utils/i18n.ts';
import type { EditGiven } from '../../utils/library/edits/edits.ts';
import type { Edit, Item } from '../../utils/library/item.ts';
import { undoing } from '../../utils/library/edits/marks.ts';
import { sendMessage } from '../../utils/messages.ts';
import type { Toasts } from '../ui/toasts.tsx';

/** What is made of the edits there are by then: what is shown may be a moment older. */
export type MakeEdits = (edits: readonly Edit[]) => readonly EditGiven[];

/** Changes the article shown, and says so. Answers whether it is done. Never rejects. */
export type Change = (
  make: MakeEdits,
  told: { text: MessageKey; /** What is gone from the eye is offered back. */ undo: boolean },
) => Promise<boolean>;

interface Means {
  /** The row, once it is saved: saving may have to ask. null where it was not saved. */
  saved: () => Promise<Item | null>;
  toasts: Toasts;
  i18n: I18n;
}

export function createChange({ saved, toasts, i18n: { t } }: Means): Change {
  const put = (id: string, given: readonly EditGiven[]): Promise<void> =>
    sendMessage('editItem', { id, edits: [...given] });
  const failed = (error: unknown): boolean => {
    console.error(error);
    toasts.show({ text: t('changeFailed') });
    return false;
  };
  return async (make, { text, undo }) => {
    try {
      const item = await saved();
      if (!item) return false;
      const before = await sendMessage('editsOf', { id: item.id });
      const given = make(before);
      if (given.length === 0) return true;
      await put(item.id, given);
      if (!undo) {
        toasts.speak(t(text));
        return true;
      }
      const takeBack = async (): Promise<void> => {
        const undone = undoing(given, before, await sendMessage('editsOf', { id: item.id }));
        if (undone.length === 0) return toasts.show({ text: t('changeFailed') });
        await put(item.id, undone);
        toasts.speak(t('undone'));
      };
      const run = (): void => void takeBack().catch(failed);
      toasts.show({ text: t(text), action: { label: t('undo'), name: 'undo', run } });
      return true;
    } catch (error) {
      return failed(error);
    }
  };
}
