import { writeBackup, type BackupOrder } from '../../../utils/exchange/out/backup.ts';
import { createZip } from '../../../utils/exchange/zip/writer.ts';
import type { Library } from '../../../utils/library/database.ts';
import { NOW } from '../library/samples.ts';

/** The backup of a library, as a file. */
export async function backupOf(
  library: Library,
  changes: Partial<BackupOrder> = {},
): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const order = { ids: null, now: NOW, app: '0.2.0', ...changes };
  await writeBackup(library, order, async (chunk) => void chunks.push(chunk.slice()));
  return new Blob(chunks);
}

/** A zip of these files, made by hand. */
export async function zipped(
  files: Record<string, string | Uint8Array<ArrayBuffer>>,
): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = createZip(async (chunk) => void chunks.push(chunk.slice()));
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await zip.add(name, bytes);
  }
  await zip.end();
  return new Blob(chunks);
}

/** A manifest that says there are so many entries. */
export function manifest(entries: number, changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    format: 'warraq-backup',
    version: 1,
    createdAt: new Date(NOW).toISOString(),
    app: '0.2.0',
    counts: { entries, pictures: 0, purged: 0 },
    ...changes,
  });
}
