import { useEffect, useState } from 'preact/hooks';
import { localStore } from '../../utils/library/local-store.ts';
import {
  dismissNotice,
  onRestoring,
  readNotice,
  type RestoreNotice,
  type RestoreProgress,
} from '../../utils/library/mirror/notice.ts';
import { Button } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { onLibraryChanged } from './library-changes.ts';

/** What came back from the second copy after a loss, told until it is dismissed; a bar while it comes. */
export function RestoredNotice() {
  const { t, plural, number } = useI18n();
  const [notice, setNotice] = useState<RestoreNotice | null>(null);
  const [progress, setProgress] = useState<RestoreProgress | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const told = await readNotice(localStore);
        if (!gone.signal.aborted) setNotice(told);
      } catch (error) {
        // It stays until it was shown.
        console.warn(error);
      }
    };
    void ask();
    onLibraryChanged(() => void ask(), gone.signal);
    onRestoring((now) => {
      setProgress(now);
      if (!now) void ask();
    }, gone.signal);
    return () => gone.abort();
  }, []);
  const dismiss = (): void => {
    setNotice(null);
    dismissNotice(localStore).catch(console.error);
  };
  return (
    <div role="status">
      {progress && (
        <div class="banner" data-testid="restoring">
          <p>{t('libraryRestoring', number(progress.done), number(progress.of))}</p>
          <progress value={progress.done} max={progress.of} aria-label={t('libraryRestoringBar')} />
        </div>
      )}
      {notice && !progress && (
        <div class="banner" data-testid="library-restored">
          <p>
            {notice.restored > 0 && plural('libraryRestored', notice.restored)}{' '}
            {notice.unreadable > 0 && plural('libraryUnreadable', notice.unreadable)}
          </p>
          <Button look="quiet" data-testid="dismiss-restored" onClick={dismiss}>
            {t('dismiss')}
          </Button>
        </div>
      )}
    </div>
  );
}
