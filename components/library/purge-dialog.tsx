import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useI18n } from '../ui/i18n-context.ts';

interface PurgeDialogProps {
  ids: string[] | 'all';
  count: number;
  onCancel: () => void;
  onPurge: (ids: string[] | 'all') => void;
}

/** For good means for good: it is asked first, with how many. */
export function PurgeDialog({ ids, count, onCancel, onPurge }: PurgeDialogProps) {
  const { t, plural } = useI18n();
  return (
    <Dialog
      name="purge"
      title={plural('purgeTitle', count)}
      onCancel={onCancel}
      actions={
        <Button look="filled" data-testid="dialog-confirm" onClick={() => onPurge(ids)}>
          {t('purge')}
        </Button>
      }
    >
      {t('purgeBody')}
    </Dialog>
  );
}
