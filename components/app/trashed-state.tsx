import { useState } from 'preact/hooks';
import type { Item } from '../../utils/library/item.ts';
import { sendMessage } from '../../utils/messages.ts';
import { withdrawUndo } from '../library/change-with-undo.ts';
import { Button } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { StateCard } from '../ui/state-card.tsx';
import type { Toasts } from '../ui/toasts.tsx';

/** A deleted article, and the way back. What shows it hears of its return as of every change. */
export function TrashedState({ item, toasts }: { item: Item; toasts: Toasts }) {
  const { t } = useI18n();
  const [failed, setFailed] = useState(false);
  const restore = async (button: HTMLElement): Promise<void> => {
    try {
      await sendMessage('restoreItem', { id: item.id, tabId: null });
      setFailed(false);
      withdrawUndo(toasts, ['delete'], [item.id]);
      // The button goes, or has gone: what comes into its place takes the focus.
      if ([button, document.body].includes(document.activeElement as HTMLElement)) {
        document.querySelector('main')?.focus({ preventScroll: true });
      }
    } catch (error) {
      console.error(error);
      setFailed(true);
    }
  };
  return (
    <div role="status">
      <StateCard
        name="trashed"
        drawing="shelf"
        title={t('trashed')}
        hint={failed ? t('restoreFailed') : null}
        actions={
          <Button
            look="filled"
            data-testid="restore"
            onClick={(event) => void restore(event.currentTarget)}
          >
            {t('restore')}
          </Button>
        }
      />
    </div>
  );
}
