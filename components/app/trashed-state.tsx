import { useState } from 'preact/hooks';
import type { Item } from '../../utils/library/item.ts';
import { sendMessage } from '../../utils/messages.ts';
import { Button } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { StateCard } from '../ui/state-card.tsx';

/** A deleted article, and the way back. What shows it hears of its return as of every change. */
export function TrashedState({ item }: { item: Item }) {
  const { t } = useI18n();
  const [failed, setFailed] = useState(false);
  const restore = async (): Promise<void> => {
    try {
      await sendMessage('restoreItem', { id: item.id, tabId: null });
      setFailed(false);
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
          <Button look="filled" data-testid="restore" onClick={() => void restore()}>
            {t('restore')}
          </Button>
        }
      />
    </div>
  );
}
