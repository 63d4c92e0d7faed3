import { useEffect, useMemo, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { ChooseFile, useDroppedFile } from './choose-file.tsx';
import { ImportPreview } from './import-preview.tsx';
import { createImporting, type Importing, type ImportStage } from './import-state.ts';
import { Stage, Work } from './stage.tsx';
import { IMPORT_FAILURES } from './words.ts';

/** A file, what it holds, and its articles in the library. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const importing = useMemo(() => createImporting(), []);
  const [bringBack, setBringBack] = useState(false);
  useEffect(() => () => importing.cancel(), [importing]);
  const stage = importing.stage.value;
  const busy = stage.kind === 'reading' || stage.kind === 'working';
  const before = stage.kind === 'choose' || stage.kind === 'preview';
  useDroppedFile(busy ? null : (file) => void importing.open(file));
  return (
    <Dialog
      name="import"
      title={t('import_dialog')}
      held={busy}
      onCancel={onClose}
      leave={t(before ? 'cancel' : 'exchange_close')}
      actions={<Actions stage={stage} importing={importing} bringBack={bringBack} />}
    >
      <Stage name={stage.kind}>
        {stage.kind === 'choose' && (
          <ChooseFile refused={stage.refused} onFile={(file) => void importing.open(file)} />
        )}
        {stage.kind === 'preview' && (
          <ImportPreview
            foreseen={stage.foreseen}
            bringBack={bringBack}
            onBringBack={setBringBack}
          />
        )}
        <Told stage={stage} />
      </Stage>
    </Dialog>
  );
}

/** How it goes and how it ended, in a sentence. */
function Told({ stage }: { stage: ImportStage }) {
  const { t, plural } = useI18n();
  switch (stage.kind) {
    case 'reading':
    case 'working':
      return (
        <Work
          label={t(stage.kind === 'reading' ? 'import_reading' : 'import_working')}
          share={stage.share}
        />
      );
    case 'done': {
      const { new: added, improved, deletedBefore, lostPictures } = stage.counts;
      return (
        <div data-testid="import-done">
          <p>{plural('import_added', added)}</p>
          {improved > 0 && <p>{plural('import_improved', improved)}</p>}
          {deletedBefore > 0 && (
            <p>
              {plural(
                stage.broughtBack ? 'import_broughtBack' : 'import_leftDeleted',
                deletedBefore,
              )}
            </p>
          )}
          {lostPictures > 0 && <p class="aside">{plural('import_lostPictures', lostPictures)}</p>}
        </div>
      );
    }
    case 'cancelled':
      return (
        <p data-testid="import-cancelled">
          {t(stage.undone ? 'import_cancelled' : 'import_undoLater')}
        </p>
      );
    case 'failed':
      return (
        <div data-testid="import-failed">
          <p>{t(IMPORT_FAILURES[stage.reason])}</p>
          <p>{t(stage.undone ? 'import_unchanged' : 'import_undoLater')}</p>
        </div>
      );
    default:
      return null;
  }
}

interface ActionsProps {
  stage: ImportStage;
  importing: Importing;
  bringBack: boolean;
}

function Actions({ stage, importing, bringBack }: ActionsProps) {
  const { t } = useI18n();
  if (stage.kind === 'reading' || stage.kind === 'working') {
    return (
      <Button data-testid="exchange-cancel" onClick={() => importing.cancel()}>
        {t('cancel')}
      </Button>
    );
  }
  if (stage.kind !== 'preview') return null;
  return (
    <Button
      look="filled"
      data-testid="dialog-confirm"
      disabled={takes(stage, bringBack) === 0}
      onClick={() => void importing.take(bringBack)}
    >
      {t('import')}
    </Button>
  );
}

/** How many rows an import would change something by. */
function takes(stage: ImportStage & { kind: 'preview' }, bringBack: boolean): number {
  const { new: added, improved, deletedBefore } = stage.foreseen;
  return added + improved + (bringBack ? deletedBefore : 0);
}
