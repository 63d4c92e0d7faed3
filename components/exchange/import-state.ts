import { signal, type Signal } from '@preact/signals';
import type { ImportRefusal, OpenedImport } from '../../utils/exchange/in/import-file.ts';
import { saveFailure } from '../../utils/library/errors.ts';
import type { Foreseen } from '../../utils/library/import/preview.ts';
import type { ImportCounts, ImportSource } from '../../utils/library/import/source.ts';
import { importContext, pageLibrary } from '../../utils/library/page-library.ts';
import type { SaveFailure } from '../../utils/library/errors.ts';
import { tellLibraryChanged } from '../library/library-changes.ts';

export type ImportStage =
  | { kind: 'choose'; refused: ImportRefusal | null }
  /** `share`: how much is done, 0 to 1; null until known. */
  | { kind: 'reading'; share: number | null }
  | { kind: 'preview'; foreseen: Foreseen }
  | { kind: 'working'; share: number | null }
  | { kind: 'done'; counts: ImportCounts; broughtBack: boolean }
  /** `undone`: the library is as it was; else it will be at the next start. */
  | { kind: 'cancelled'; undone: boolean }
  | { kind: 'failed'; reason: SaveFailure; undone: boolean };

export interface Importing {
  stage: Signal<ImportStage>;
  /** Reads a file and tells what an import of it would do. */
  open(file: Blob): Promise<void>;
  /** Takes in what the preview told of. */
  take(bringBackDeleted: boolean): Promise<void>;
  cancel(): void;
}

/** From a file to its articles in the library: of what passes all, or none. */
export function createImporting(): Importing {
  const stage = signal<ImportStage>({ kind: 'choose', refused: null });
  let under = new AbortController();
  let source: ImportSource | null = null;

  const tell = (kind: 'reading' | 'working', share: number | null): void => {
    // What is read ahead of the rows taken in does not set the bar back.
    const shown = stage.value;
    const before = shown.kind === kind ? (shown.share ?? 0) : 0;
    stage.value = { kind, share: share === null ? null : Math.max(before, share) };
  };
  const onShare = (share: number): void => {
    const { kind } = stage.value;
    if (kind === 'reading' || kind === 'working') tell(kind, share);
  };
  const progressOf =
    (kind: 'reading' | 'working') =>
    (done: number, total: number | null): void => {
      if (total !== null && total > 0) tell(kind, Math.min(1, done / total));
    };

  async function preview(file: Blob, { signal: until }: AbortController): Promise<void> {
    const opened = await openFile(file, until);
    if ('refused' in opened) {
      stage.value = { kind: 'choose', refused: opened.refused };
      return;
    }
    ({ source } = opened);
    const { previewImport } = await import('../../utils/library/import/preview.ts');
    const library = await pageLibrary.openLibrary();
    const options = { signal: until, progress: progressOf('reading') };
    stage.value = { kind: 'preview', foreseen: await previewImport(library, source, options) };
  }

  async function openFile(file: Blob, until: AbortSignal): Promise<OpenedImport> {
    // Loaded for this alone, as all that follows is.
    const { openImportFile } = await import('../../utils/exchange/in/import-file.ts');
    return openImportFile(file, { now: Date.now(), document, signal: until, onShare });
  }

  /** A file that turned out to be no good; any other error is told as the library's. */
  async function fail(error: unknown, undone: boolean): Promise<void> {
    console.error(error);
    const { refusalIn } = await import('../../utils/exchange/in/import-file.ts');
    const refused = refusalIn(error);
    stage.value =
      refused === null
        ? { kind: 'failed', reason: saveFailure(error), undone }
        : { kind: 'choose', refused };
  }

  return {
    stage,
    async open(file) {
      under = new AbortController();
      const mine = under;
      stage.value = { kind: 'reading', share: null };
      try {
        await preview(file, mine);
      } catch (error) {
        if (mine.signal.aborted) stage.value = { kind: 'choose', refused: null };
        else await fail(error, true);
      }
    },
    async take(bringBackDeleted) {
      if (!source) return;
      const { signal: until } = under;
      stage.value = { kind: 'working', share: null };
      try {
        const { runImport } = await import('../../utils/library/import/run.ts');
        const options = { signal: until, progress: progressOf('working'), bringBackDeleted };
        const result = await runImport(await importContext(), source, options);
        if (result.kind === 'done') {
          stage.value = { kind: 'done', counts: result.counts, broughtBack: bringBackDeleted };
        } else if (until.aborted) stage.value = { kind: 'cancelled', undone: result.undone };
        else if (result.kind === 'failed') {
          if (result.reason === 'file' && result.undone) await fail(result.error, true);
          else told(result.error, result.reason, result.undone);
        }
      } catch (error) {
        told(error, saveFailure(error), true);
      }
      tellLibraryChanged();
    },
    cancel: () => under.abort(),
  };

  function told(error: unknown, reason: SaveFailure | 'file', undone: boolean): void {
    console.error(error);
    stage.value = { kind: 'failed', reason: reason === 'file' ? 'invalid' : reason, undone };
  }
}
