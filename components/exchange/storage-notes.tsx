import type { Signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { writeBackupRecord } from '../../utils/library/backup-due.ts';
import { pageLibrary } from '../../utils/library/page-library.ts';
import { coalesced } from '../library/coalesced.ts';
import { onLibraryChanged } from '../library/library-changes.ts';
import { Button } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import type { Exchanging } from './exchanging.ts';
import { storageNote } from './storage-state.ts';

/** Milliseconds: the browser adds up all that is stored, and whatever asks the database meanwhile waits. */
const REST = 1000;

/**
 * One quiet line at the foot of the list: room is running out, or a backup file is due. It comes when
 * the list is long there, so it stands where it moves no row.
 */
export function StorageNotes({ exchanging }: { exchanging: Signal<Exchanging | null> }) {
  const { t } = useI18n();
  const [note, setNote] = useState<'little' | 'backup' | null>(null);
  const open = exchanging.value;
  useEffect(() => {
    // What a dialog does may settle the line: it is asked for again when that closes.
    if (open) return undefined;
    const gone = new AbortController();
    const ask = coalesced(async () => {
      try {
        const due = await storageNote(Date.now());
        if (!gone.signal.aborted) setNote(due);
      } catch (error) {
        // The list itself tells of a library that does not open.
        console.warn(error);
      }
    }, REST);
    void ask();
    onLibraryChanged(() => void ask(), gone.signal);
    return () => gone.abort();
  }, [open]);
  const dismiss = (): void => {
    setNote(null);
    writeBackupRecord(pageLibrary.store, { dismissedAt: Date.now() }).catch(console.error);
  };
  return (
    <div role="status" class="foot-note">
      {note === 'little' && (
        <div class="banner" data-testid="note-little">
          <p>{t('storage_little')}</p>
          <Button
            look="quiet"
            data-testid="note-storage"
            onClick={() => (exchanging.value = { kind: 'storage' })}
          >
            {t('storage')}
          </Button>
        </div>
      )}
      {note === 'backup' && (
        <div class="banner" data-testid="note-backup">
          <p>{t('storage_offer')}</p>
          <Button
            look="quiet"
            data-testid="note-back-up"
            onClick={() => (exchanging.value = { kind: 'export', chosen: null, backUpNow: true })}
          >
            {t('storage_backUpNow')}
          </Button>
          <Button look="quiet" data-testid="note-dismiss" onClick={dismiss}>
            {t('dismiss')}
          </Button>
        </div>
      )}
    </div>
  );
}
