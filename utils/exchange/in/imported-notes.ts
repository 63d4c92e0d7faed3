import type { Block } from '../../article/body/blocks.ts';
import { hash } from '../../article/hash.ts';
import { IMPORTED, noteWords } from '../../library/import/known-notes.ts';
import type { Edit, Stamp } from '../../library/item.ts';
import type { Imported, ImportedNote } from './imported.ts';

type Anchor = NonNullable<Edit['anchor']>;

/**
 * What was highlighted and noted elsewhere, as edits. A passage that is found in the text is
 * highlighted there, each of its lines in its block; one that is not, and every one of a link, is
 * kept as a note of the whole article, so that no word of the reader's is lost.
 *
 * Ids follow from the words, so that the same file read twice gives the same edits.
 */
export function importedEdits(
  { notes }: Pick<Imported, 'notes'>,
  blocks: readonly Block[],
  stampOf: (at: number | null) => Stamp,
): Edit[] {
  const edits = new Map<string, Edit>();
  for (const note of notes) {
    for (const edit of editsOf(note, blocks)) {
      const given = { ...edit, stamp: stampOf(note.at), removed: false };
      edits.set(given.id, given);
    }
  }
  return [...edits.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function editsOf(
  note: ImportedNote,
  blocks: readonly Block[],
): Pick<Edit, 'id' | 'kind' | 'anchor' | 'value'>[] {
  const { quote, text } = note;
  const anchors = quote === null ? [] : anchorsOf(quote, blocks);
  const name = hash(`${quote ?? ''}\n${text ?? ''}`);
  const [first] = anchors;
  if (!first) {
    const value = noteWords(quote, text);
    return [{ id: IMPORTED + name, kind: 'note', anchor: null, value }];
  }
  const highlights = anchors.map((anchor, at) => ({
    id: `${IMPORTED}${name}-${at}`,
    kind: 'highlight' as const,
    anchor,
    value:
      blocks.find(({ key }) => key === anchor.block)?.text.slice(anchor.start, anchor.end) ?? null,
  }));
  if (text === null) return highlights;
  return [
    ...highlights,
    { id: `${IMPORTED}${name}-note`, kind: 'note', anchor: first, value: text },
  ];
}

/** Where each line of a passage stands, in order; none where one of them is nowhere. */
function anchorsOf(quote: string, blocks: readonly Block[]): Anchor[] {
  const anchors: Anchor[] = [];
  let from = 0;
  for (const line of quote.split('\n').map((each) => each.replace(/\s+/gu, ' ').trim())) {
    if (line === '') continue;
    const at = blocks.findIndex(({ text }, index) => index >= from && text.includes(line));
    const block = blocks[at];
    if (!block) return [];
    const start = block.text.indexOf(line);
    anchors.push({ block: block.key, start, end: start + line.length });
    from = at;
  }
  return anchors;
}
