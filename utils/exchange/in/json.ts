import type { ImportRow } from '../../library/import/source.ts';
import { record } from '../../library/shapes.ts';
import { validateEntry } from '../../library/validate/entry.ts';
import type { Clock } from '../../library/validate/parts.ts';
import { MAX_ROWS } from '../backup-format.ts';
import { LIBRARY_FORMAT, LIBRARY_FORMAT_VERSION } from '../library-format.ts';
import { latestMoment } from './backup.ts';
import { decode } from './decode.ts';
import { jsonElements, type JsonElement } from './json-elements.ts';
import { Refused } from './refusal.ts';
import { blobSource, headOf, type Reading } from './source.ts';

/** What stands before the articles is far shorter. */
const HEAD = 1_000;

export type OpenedJson = 'newer' | 'not-recognised' | { rows(): AsyncGenerator<ImportRow> };

/**
 * Our own list without pictures (`library-format.ts`), as rows for the import engine. Each may be read
 * as often as is needed, and always says the same. Of a newer version nothing is taken, as with backups.
 *
 * @throws Refused where the file cannot be read, here or while the rows are
 */
export async function openLibraryJson(file: Blob, reading: Reading): Promise<OpenedJson> {
  const head = new TextDecoder().decode(await headOf(blobSource(file, reading), HEAD));
  const before = head.slice(0, HEAD).split('"articles"')[0] ?? '';
  const version = Number(/"version"\s*:\s*(\d{1,9})/u.exec(before)?.[1]);
  if (!new RegExp(`"format"\\s*:\\s*"${LIBRARY_FORMAT}"`, 'u').test(before) || !version) {
    return 'not-recognised';
  }
  if (version > LIBRARY_FORMAT_VERSION) return 'newer';
  const exportedAt = /"exportedAt"\s*:\s*"([^"]{1,40})"/u.exec(before)?.[1] ?? '';
  const { now } = reading;
  const clock: Clock = { now, latest: latestMoment(file, exportedAt, now) };
  return { rows: () => readRows(file, reading, clock) };
}

async function* readRows(file: Blob, reading: Reading, clock: Clock): AsyncGenerator<ImportRow> {
  const { encoding, chunks } = await decode(blobSource(file, reading));
  const elements = jsonElements('articles');
  let rows = 0;
  for await (const chunk of chunks) {
    for (const element of elements.push(chunk)) {
      rows += 1;
      if (rows > MAX_ROWS) throw new Refused('too-large');
      yield rowOf(element, encoding.damaged, clock);
    }
  }
  elements.end();
}

function rowOf(element: JsonElement, damaged: boolean, clock: Clock): ImportRow {
  if ('faulty' in element) return element;
  // In a file with lost letters nobody can tell what such a row said.
  if (damaged && JSON.stringify(element.value).includes('\ufffd')) return { faulty: 'encoding' };
  const from = record(element.value);
  // The file has no pictures, whatever it says.
  const entry = from && validateEntry({ ...from, pictures: [] }, clock);
  return entry ? { entry } : { faulty: 'type' };
}
