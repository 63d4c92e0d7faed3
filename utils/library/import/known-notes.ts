import { blockTexts } from '../edits/block-texts.ts';
import type { Edit, Entry } from '../item.ts';
import { marksIn } from '../edits/marks.ts';

/** Begins the id of an edit made of what another file than a backup of ours says. */
export const IMPORTED = 'import-';

/** A note on the whole article as such a file brings it: a passage «in quotes», what was said of it in the next line. */
export function noteWords(quote: string | null, text: string | null): string {
  return [quote === null ? '' : `«${quote}»`, text ?? ''].filter(Boolean).join('\n');
}

/**
 * The row of a file without the notes on the article that say what is noted or highlighted here: a
 * list without texts (our CSV is one) has every highlight as such a note, under an id of its own.
 */
export function withoutKnownNotes(entry: Entry, { edits, text }: Entry): Entry {
  if (!entry.edits.some(isImportedNote)) return entry;
  const article = text?.article;
  const { marks, notes } = marksIn(edits, (article && blockTexts(article)) ?? []);
  const known = new Set([
    ...notes.map(({ value }) => inOneLine(value ?? '')),
    ...marks.map(({ quote, note }) => inOneLine(noteWords(quote || null, note?.value ?? null))),
  ]);
  const isKnown = (edit: Edit): boolean =>
    isImportedNote(edit) && known.has(inOneLine(edit.value ?? ''));
  return { ...entry, edits: entry.edits.filter((edit) => !isKnown(edit)) };
}

function isImportedNote({ id, kind, anchor }: Edit): boolean {
  return kind === 'note' && anchor === null && id.startsWith(IMPORTED);
}

/** White space and control characters are not the same in every file. */
function inOneLine(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
