import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isLittle } from '../../utils/library/storage.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { readStorage, type StorageState } from './storage-state.ts';
import { sizeIn } from './words.ts';

interface StorageDialogProps {
  onClose: () => void;
  onBackUp: () => void;
  /** Further things to keep: pictures of other hosts. */
  children?: ComponentChildren;
}

/** How much is kept, what protects it, what room is left, and when it was last backed up. */
export function StorageDialog({ onClose, onBackUp, children }: StorageDialogProps) {
  const { t } = useI18n();
  const [state, setState] = useState<StorageState | 'failed' | null>(null);
  useEffect(() => {
    readStorage().then(setState, (error: unknown) => {
      console.error(error);
      setState('failed');
    });
  }, []);
  return (
    <Dialog
      name="storage"
      title={t('storage')}
      onCancel={onClose}
      actions={
        <>
          <Button data-testid="dialog-cancel" onClick={onClose}>
            {t('exchange_close')}
          </Button>
          <Button look="filled" icon="export" data-testid="back-up-now" onClick={onBackUp}>
            {t('storage_backUpNow')}
          </Button>
        </>
      }
    >
      {state === 'failed' && <p role="alert">{t('libraryFailed')}</p>}
      {state !== null && state !== 'failed' && <Facts state={state} />}
      {children}
    </Dialog>
  );
}

function Facts({ state }: { state: StorageState }) {
  const { t, plural, locale, relativeDay } = useI18n();
  const { facts, backup, addedSince } = state;
  const { used, left, pictures } = facts;
  const size = (bytes: number): string => sizeIn(locale, bytes);
  const rows: [name: string, label: string, value: string | null][] = [
    ['kept', t('storage_kept'), plural('libraryCount', facts.kept)],
    ['trash', t('trash'), facts.trash > 0 ? plural('libraryCount', facts.trash) : null],
    ['used', t('storage_used'), used === null ? null : size(used)],
    ['pictures', t('storage_pictures'), size(pictures)],
    ['texts', t('storage_texts'), used === null ? null : size(Math.max(0, used - pictures))],
    ['left', t('storage_left'), left === null ? null : size(left)],
    [
      'backup',
      t('storage_lastBackup'),
      backup.madeAt === null ? t('storage_noBackup') : relativeDay(backup.madeAt, Date.now()),
    ],
    [
      'since',
      t('storage_since'),
      backup.madeAt === null ? null : plural('libraryCount', addedSince),
    ],
  ];
  return (
    <div class="told" data-testid="storage-facts">
      {isLittle(left) && <p class="refused">{t('storage_little')}</p>}
      <dl class="counts">
        {rows
          .filter(([, , value]) => value !== null)
          .map(([name, label, value]) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd data-testid={`storage-${name}`}>{value}</dd>
            </div>
          ))}
      </dl>
      <p class="aside" data-testid="storage-protection">
        {t(facts.protected ? 'storage_protected' : 'storage_unprotected')}
      </p>
      <p class="aside">{t('storage_why')}</p>
    </div>
  );
}
