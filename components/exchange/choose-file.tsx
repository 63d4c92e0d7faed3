import { useEffect, useRef } from 'preact/hooks';
import type { ImportRefusal } from '../../utils/exchange/in/import-file.ts';
import { Button } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { REFUSALS } from './words.ts';

interface ChooseFileProps {
  /** Why the last one was not taken. */
  refused: ImportRefusal | null;
  onFile: (file: File) => void;
}

/** What files are understood, and a way to name one: chosen, or dropped anywhere on the page. */
export function ChooseFile({ refused, onFile }: ChooseFileProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {refused && (
        <p class="refused" role="alert" data-testid="import-refused" data-reason={refused}>
          {t(REFUSALS[refused])}
        </p>
      )}
      <p>{t('import_what')}</p>
      <div class="drop">
        <Button icon="page" data-testid="choose-file" onClick={() => input.current?.click()}>
          {t(refused ? 'import_chooseAnother' : 'import_choose')}
        </Button>
        <p class="aside">{t('import_drop')}</p>
        <input
          ref={input}
          type="file"
          hidden
          data-testid="import-file"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) onFile(file);
          }}
        />
      </div>
      <p class="aside">{t('import_known')}</p>
    </>
  );
}

/** A file dropped while the dialog is open is taken, wherever it falls: a browser would go to it. */
export function useDroppedFile(onFile: ((file: File) => void) | null): void {
  const latest = useRef(onFile);
  latest.current = onFile;
  useEffect(() => {
    const listening = new AbortController();
    addEventListener('dragover', (event) => event.preventDefault(), listening);
    addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        const [file] = event.dataTransfer?.files ?? [];
        if (file) latest.current?.(file);
      },
      listening,
    );
    return () => listening.abort();
  }, []);
}
