import { useEffect, useState } from 'preact/hooks';
import type { UnfinishedSave } from '../../utils/library/requests.ts';
import { sendMessage } from '../../utils/messages.ts';
import { webAddress } from '../../utils/web-address.ts';
import { onLibraryChanged } from '../library/library-changes.ts';
import { plain } from '../ui/plain.ts';
import { Button, OutLink } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';

/** Saves that were begun and cut off are told until each is dismissed, or done after all. */
export function UnfinishedSaves() {
  const { t } = useI18n();
  const [saves, setSaves] = useState<UnfinishedSave[]>([]);
  useEffect(() => {
    const gone = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const left = await sendMessage('unfinishedSaves', undefined);
        if (!gone.signal.aborted) setSaves(left);
      } catch (error) {
        // Not known now is not none: they are asked for again at every change and opening.
        console.error(error);
      }
    };
    void ask();
    onLibraryChanged(() => void ask(), gone.signal);
    return () => gone.abort();
  }, []);
  const dismiss = (id: string): void => {
    setSaves(saves.filter((save) => save.id !== id));
    sendMessage('forgetUnfinishedSave', { id }).catch(console.error);
  };
  return (
    <div role="status">
      {saves.map((save) => {
        const address = webAddress(save.url);
        return (
          <div class="banner" key={save.id} data-testid="unfinished-save">
            <p>{t('unfinishedSave', plain(save.title) ?? save.url)}</p>
            {address && (
              <OutLink href={address} extraClass="button quiet">
                {t('openOriginal')}
              </OutLink>
            )}
            <Button look="quiet" data-testid="dismiss-unfinished" onClick={() => dismiss(save.id)}>
              {t('dismiss')}
            </Button>
          </div>
        );
      })}
    </div>
  );
}
