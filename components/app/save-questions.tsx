import type { SaveFailure } from '../../utils/library/errors.ts';
import type { MessageKey } from '../../utils/i18n.ts';
import { plain } from '../ui/plain.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import type { Saving } from './saving.ts';
import type { LinkQuestion } from './waiting-question.ts';

const FAILURES: Record<SaveFailure, MessageKey> = {
  'no-space': 'saveFailed_no_space',
  database: 'saveFailed_database',
  invalid: 'saveFailed_invalid',
  newer: 'saveFailed_newer',
};

/** A save that failed says so until it is tried again; the article stays. */
export function SaveFailed({ saving }: { saving: Saving }) {
  const { t } = useI18n();
  const failure = saving.failure.value;
  return (
    <div role="alert">
      {failure && (
        <div class="banner" data-testid="save-failed" data-reason={failure}>
          <p>{t(FAILURES[failure])}</p>
          <Button look="quiet" data-testid="try-again" onClick={() => void saving.save()}>
            {t('tryAgain')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What saving may have to ask: another article at the same address, or a private window. */
export function SaveQuestions({ saving }: { saving: Saving }) {
  const { t } = useI18n();
  const existing = saving.conflict.value;
  if (existing) {
    return (
      <Dialog
        name="conflict"
        title={t('conflictTitle')}
        onCancel={saving.cancel}
        actions={
          <>
            <Button
              data-testid="conflict-keep-both"
              onClick={() => void saving.resolve('keep-both')}
            >
              {t('conflictKeepBoth')}
            </Button>
            <Button data-testid="conflict-update" onClick={() => void saving.resolve('update')}>
              {t('conflictUpdate')}
            </Button>
          </>
        }
      >
        {t('conflictBody', plain(existing.title) ?? existing.url)}
      </Dialog>
    );
  }
  if (!saving.asksPrivate.value) return null;
  return (
    <PrivateDialog onConfirm={() => void saving.confirmPrivate()} onCancel={saving.cancel}>
      {t('privateBody')}
    </PrivateDialog>
  );
}

/** What a save of a link, begun by the menu of a private window, has to ask. */
export function LinkQuestionDialog({ question }: { question: LinkQuestion }) {
  const { t } = useI18n();
  const link = question.link.value;
  if (!link) return null;
  return (
    <PrivateDialog
      onConfirm={() => void question.confirm()}
      onCancel={() => (question.link.value = null)}
    >
      {t('privateLinkBody', plain(link.title) ?? link.url)}
    </PrivateDialog>
  );
}

interface PrivateDialogProps {
  children: string;
  onConfirm: () => void;
  onCancel: () => void;
}

function PrivateDialog({ children, onConfirm, onCancel }: PrivateDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog
      name="private"
      title={t('privateTitle')}
      onCancel={onCancel}
      actions={
        <Button look="filled" data-testid="dialog-confirm" onClick={onConfirm}>
          {t('save')}
        </Button>
      }
    >
      {children}
    </Dialog>
  );
}
