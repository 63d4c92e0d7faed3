import { addressesOf } from '../../../utils/library/saving/identity.ts';
import type { View } from '../../browser/types.ts';
import { BATCHES, bodyOf } from '../../fixtures/payloads/batches.ts';
import { exported } from '../../unit/exchange/out/samples.ts';
import { storyOf } from './seed-library.ts';

/** Stands in the row written here for the number of the row. */
const NUMBER = '7000000';

export function importedAddress(row: number): string {
  return `https://news.example/imported-${Number(NUMBER) + row}`;
}

/**
 * As if the reader had chosen a list of our own of so many articles with hostile texts, of which one
 * comes twice, the last is dated in the year 9999, and between which stand four that are none: of a wrong
 * type, nested deep, made of a prototype, without half of its fields. The file is made in the page.
 */
export async function chooseLargeFile(view: View, rows: number): Promise<void> {
  await view.waitFor('choose-file');
  await view.evaluate(giveFile, { rows, number: Number(NUMBER), row: JSON.stringify(template()) });
}

function template(): object {
  const story = storyOf(0, 14);
  const url = importedAddress(0);
  const { item, text, edits } = exported({
    id: NUMBER.padStart(32, '0'),
    article: {
      ...story,
      url,
      title: `خبر ${NUMBER} <img src=x onerror=payloadRan=1>`,
      html: `${bodyOf((BATCHES[0] ?? []).filter(({ payload }) => !payload.last))}${story.html}`,
    },
    item: { addresses: addressesOf({ url, canonicalUrl: null }) },
  });
  return { item, text, edits, pictures: [] };
}

/** Runs in the page. */
function giveFile(arg: { rows: number; number: number; row: string }): void {
  const rowOf = (n: number): string =>
    arg.row.replaceAll(String(arg.number), String(arg.number + n));
  const faulty = [
    '{"item":7,"text":[],"edits":{}}',
    `{"item":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    '{"__proto__":{"item":{"id":"0","schema":2}},"constructor":{"prototype":{"item":1}}}',
    arg.row.replace('"html":"', '"html":{"__proto__":null},"was":"'),
  ];
  const parts: string[] = ['{"format":"warraq-library","version":1,"articles":[\n'];
  for (let n = 0; n < arg.rows; n += 1) {
    const row = rowOf(n);
    parts.push(
      n === arg.rows - 1 ? row.replace(/"savedAt":\d+/u, '"savedAt":253402300799000') : row,
    );
    parts.push(',\n');
    const wrong = n % 10 === 0 ? faulty[n / 10] : undefined;
    if (wrong !== undefined) parts.push(`${wrong},\n`);
  }
  parts.push(`${rowOf(0)}\n]}\n`);
  const given = new DataTransfer();
  given.items.add(new File(parts, 'library.json'));
  const input = document.querySelector<HTMLInputElement>('[data-testid=import-file]');
  if (!input) throw new Error('No place for a file.');
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
