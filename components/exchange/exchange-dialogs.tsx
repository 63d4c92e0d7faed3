import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { removeOldExports } from '../../utils/exchange/out/export-file.ts';
import { finishImports } from '../../utils/library/import/undo.ts';
import { pageLibrary } from '../../utils/library/page-library.ts';
import type { Desk } from '../library/desk.ts';
import { tellLibraryChanged } from '../library/library-changes.ts';
import type { Exchanging } from './exchanging.ts';
import { ExportDialog } from './export-dialog.tsx';
import { FetchDialog } from './fetch-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { OtherPictures } from './other-pictures.tsx';
import { StorageDialog } from './storage-dialog.tsx';

interface ExchangeDialogsProps {
  desk: Desk;
  exchanging: Signal<Exchanging | null>;
}

/** Whatever of the ways in and out is open just now. */
export function ExchangeDialogs({ desk, exchanging }: ExchangeDialogsProps) {
  const open = exchanging.value;
  const { chosen } = desk;
  useEffect(() => void tidyUp(), []);
  if (!open) return null;
  const onClose = (): void => void (exchanging.value = null);
  if (open.kind === 'import') return <ImportDialog onClose={onClose} />;
  if (open.kind === 'export') {
    return (
      <ExportDialog
        key={String(open.backUpNow)}
        desk={desk}
        chosen={open.chosen}
        backUpNow={open.backUpNow}
        onClose={() => {
          onClose();
          if (open.chosen) chosen.leave();
        }}
      />
    );
  }
  if (open.kind === 'fetch') return <FetchDialog onClose={onClose} />;
  const backUp = (): void =>
    void (exchanging.value = { kind: 'export', chosen: null, backUpNow: true });
  return (
    <StorageDialog onClose={onClose} onBackUp={backUp}>
      <OtherPictures />
    </StorageDialog>
  );
}

/** What a page of ours left behind that was closed over its work: half an import, a file long saved. */
async function tidyUp(): Promise<void> {
  await removeOldExports(Date.now());
  try {
    const library = await pageLibrary.openLibrary();
    if (await finishImports(library, navigator.locks)) tellLibraryChanged();
  } catch (error) {
    // Where the library does not open the list says so; the journal stays for the next time.
    console.warn(error);
  }
}
