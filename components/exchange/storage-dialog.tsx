import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { I18n } from '../../utils/i18n.ts';
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
      leave={t('exchange_close')}
      actions={
        <Button look="filled" icon="export" data-testid="back-up-now" onClick={onBackUp}>
          {t('storage_backUpNow')}
        </Button>
      }
    >
      {state === 'failed' && <p role="alert">{t('libraryFailed')}</p>}
      {state !== 'failed' && <Facts state={state} />}
      {children}
    </Dialog>
  );
}

/** Every line stands from the start, so that what is read a moment later moves nothing. */
const ROWS = [
  ['kept', 'storage_kept'],
  ['trash', 'trash'],
  ['used', 'storage_used'],
  ['pictures', 'storage_pictures'],
  ['texts', 'storage_texts'],
  ['left', 'storage_left'],
  ['backup', 'storage_lastBackup'],
  ['since', 'storage_since'],
] as const;

/** @param state null while it is read */
function Facts({ state }: { state: StorageState | null }) {
  const i18n = useI18n();
  const { t } = i18n;
  const values = state && valuesOf(state, i18n);
  const isSafe = state?.facts.protected ?? true;
  return (
    <div
      class="told"
      data-testid={state ? 'storage-facts' : 'storage-facts-awaited'}
      aria-busy={state === null}
    >
      {state && isLittle(state.facts.left) && <p class="refused">{t('storage_little')}</p>}
      <dl class="counts">
        {ROWS.map(
          ([name, label]) =>
            values?.[name] !== null && (
              <div key={name}>
                <dt>{t(label)}</dt>
                {values ? <dd data-testid={`storage-${name}`}>{values[name]}</dd> : <dd>…</dd>}
              </div>
            ),
        )}
      </dl>
      <p class="aside" data-testid="storage-protection">
        {t(isSafe ? 'storage_protected' : 'storage_unprotected')}
      </p>
      <p class="aside">{t('storage_why')}</p>
    </div>
  );
}

/** null for what this browser does not tell. */
function valuesOf(
  { facts, backup, addedSince }: StorageState,
  { t, plural, locale, relativeDay }: I18n,
): Record<(typeof ROWS)[number][0], string | null> {
  const { used, left, pictures } = facts;
  const size = (bytes: number): string => sizeIn(locale, bytes);
  return {
    kept: plural('libraryCount', facts.kept),
    trash: plural('libraryCount', facts.trash),
    used: used === null ? null : size(used),
    pictures: size(pictures),
    texts: used === null ? null : size(Math.max(0, used - pictures)),
    left: left === null ? null : size(left),
    backup: backup.madeAt === null ? t('storage_noBackup') : relativeDay(backup.madeAt, Date.now()),
    since: plural('libraryCount', addedSince),
  };
}
