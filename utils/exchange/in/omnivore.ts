import { record } from '../../library/shapes.ts';
import { decode } from './decode.ts';
import type { ImportPart, RawRow } from './imported.ts';
import { readJson, type Found } from './rows.ts';
import type { Source } from './source.ts';
import type { ZipPart } from './zip-parts.ts';

const METADATA = /^(.*\/)?metadata_(\d+)_to_\d+\.json$/u;

/** The lists in an Omnivore archive, in order; the texts lie beside them in `content/`, the passages in `highlights/`. */
export function omnivoreLists(parts: readonly ZipPart[]): ZipPart[] {
  const orderOf = ({ name }: ZipPart): number => Number(METADATA.exec(name)?.[2]);
  return parts
    .filter(({ name }) => METADATA.test(name))
    .toSorted((a, b) => orderOf(a) - orderOf(b));
}

export function isOmnivore(row: Record<string, unknown>): boolean {
  const address = 'url' in row || 'originalUrl' in row;
  return address && 'slug' in row && ('savedAt' in row || 'labels' in row || 'state' in row);
}

export function omnivoreRow(row: Record<string, unknown>): Found {
  const state = typeof row['state'] === 'string' ? row['state'].toLowerCase() : '';
  if (state === 'deleted') return { skipped: 'deleted' };
  const progress = row['readingProgress'];
  return {
    url: row['url'] ?? row['originalUrl'],
    title: row['title'],
    byline: row['author'],
    savedAt: row['savedAt'],
    publishedTime: row['publishedAt'],
    excerpt: row['description'],
    tags: labelsOf(row['labels']),
    archived: state === 'archived',
    // In percent; anything but a number is left to be found faulty.
    progress: typeof progress === 'number' ? progress / 100 : progress,
  };
}

function labelsOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((label: unknown) => record(label)?.['name'] ?? label);
}

/** An archive: each list, and to each row the text and the passages of its slug. */
export async function* readOmnivoreArchive(
  parts: readonly ZipPart[],
  now: number,
): AsyncGenerator<ImportPart> {
  const byName = new Map(parts.map((part) => [part.name, part]));
  /** Each is read once: rows that all name one large text cannot have it unpacked for each of them. */
  const take = (name: string): ZipPart | undefined => {
    const part = byName.get(name);
    byName.delete(name);
    return part;
  };
  for (const list of omnivoreLists(parts)) {
    const folder = METADATA.exec(list.name)?.[1] ?? '';
    const rowOf = async (row: Record<string, unknown>): Promise<Found> => {
      const found = omnivoreRow(row);
      const slug = row['slug'];
      if ('skipped' in found || 'faulty' in found || typeof slug !== 'string') return found;
      const html = await textOf(take(`${folder}content/${slug}.html`));
      const passages = await textOf(take(`${folder}highlights/${slug}.md`));
      return { ...found, html, notes: notesOf(passages ?? '') };
    };
    yield* readJson(await decode(list), null, rowOf, now);
  }
}

/** In UTF-16 units: beyond it the row's check leaves the text out anyway, so no more is read. */
const MAX_TEXT = 9_000_000;

async function textOf(source: Source | undefined): Promise<string | null> {
  if (!source) return null;
  const { size } = source;
  if (size === 0) return null;
  let text = '';
  for await (const chunk of (await decode(source)).chunks) {
    text += chunk;
    if (text.length > MAX_TEXT) break;
  }
  return text;
}

/** Quoted lines are a passage, what follows them its note. */
function notesOf(markdown: string): RawRow['notes'] {
  const notes: { quote: string; text: string; at: null }[] = [];
  for (const line of markdown.split(/\r?\n/u).slice(0, 20_000)) {
    const quoted = /^>\s?(.*)$/su.exec(line);
    const last = notes.at(-1);
    if (quoted && (!last || last.text !== ''))
      notes.push({ quote: quoted[1]!, text: '', at: null });
    else if (quoted && last) last.quote += `\n${quoted[1]!}`;
    else if (last && (line.trim() !== '' || last.text !== '')) last.text += `${line}\n`;
  }
  return notes;
}
