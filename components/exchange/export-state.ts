import { signal, type Signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { openExportFile, type ExportFile } from '../../utils/exchange/out/export-file.ts';
import type { ExportFormat } from '../../utils/exchange/out/formats.ts';
import { exportWords } from '../../utils/exchange/out/words.ts';
import type { I18n } from '../../utils/i18n.ts';
import { writeBackupRecord } from '../../utils/library/backup-due.ts';
import { saveFailure } from '../../utils/library/errors.ts';
import { pageLibrary } from '../../utils/library/page-library.ts';
import { shelfIds } from '../../utils/library/shelf-ids.ts';
import type { SaveFailure } from '../../utils/library/errors.ts';
import { exportName, EXPORT_TYPES } from './export-name.ts';

export type ExportStage =
  | { kind: 'choose'; nothing: boolean }
  | { kind: 'working'; done: number; total: number | null }
  /**
   * `href` leads to the file for as long as the page is open. `hidden`: blocks the reader has hidden
   * that are left out of it.
   */
  | { kind: 'done'; href: string; name: string; hidden: number }
  | { kind: 'failed'; reason: SaveFailure };

export interface Exporting {
  stage: Signal<ExportStage>;
  /** `ids`: what to export; null for all. They may have to be asked for first. */
  start(format: ExportFormat, ids: () => Promise<readonly string[] | null>): Promise<void>;
  cancel(): void;
}

/** From the choice to the file. Whatever happens, the library is only read. */
export function createExporting(i18n: I18n): Exporting {
  const stage = signal<ExportStage>({ kind: 'choose', nothing: false });
  let under = new AbortController();

  async function write(
    format: ExportFormat,
    ids: readonly string[] | null,
    file: ExportFile,
    now: number,
  ): Promise<number> {
    // Loaded for this alone: the list is on the screen long before.
    const { exportLibrary } = await import('../../utils/exchange/out/export-library.ts');
    const order = {
      format,
      ids,
      document,
      words: exportWords(i18n),
      now,
      app: browser.runtime.getManifest().version,
      signal: under.signal,
      progress: (done: number, total: number) => (stage.value = { kind: 'working', done, total }),
    };
    return exportLibrary(await pageLibrary.openLibrary(), order, file.write);
  }

  return {
    stage,
    async start(format, askIds) {
      under = new AbortController();
      const { signal: until } = under;
      stage.value = { kind: 'working', done: 0, total: null };
      let file: ExportFile | null = null;
      try {
        const now = Date.now();
        const ids = await askIds();
        file = await openExportFile();
        const hidden = await write(format, ids, file, now);
        const whole = await file.finish();
        until.throwIfAborted();
        const href = URL.createObjectURL(whole.slice(0, whole.size, EXPORT_TYPES[format]));
        if (format === 'backup' && ids === null) {
          const kept = await shelfIds(await pageLibrary.openLibrary(), ['list', 'archive']);
          await writeBackupRecord(pageLibrary.store, { madeAt: now, kept: kept.length });
        }
        const name = exportName(format, new Date(now));
        stage.value = { kind: 'done', href, name, hidden };
      } catch (error) {
        await file?.discard();
        const nothing = error instanceof Error && error.name === 'NothingToExport';
        if (until.aborted || nothing) stage.value = { kind: 'choose', nothing };
        else {
          // The reader gets a sentence; whoever looks into it needs the error itself.
          console.error(error);
          stage.value = { kind: 'failed', reason: saveFailure(error) };
        }
      }
    },
    cancel: () => under.abort(),
  };
}
