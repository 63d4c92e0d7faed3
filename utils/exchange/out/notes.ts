import type { Article } from '../../article/article.ts';
import { blockTexts } from '../../library/edits/block-texts.ts';
import type { Edit } from '../../library/item.ts';
import { marksIn } from '../../library/edits/marks.ts';

/** What the reader marked or wrote. */
export interface ExportedNote {
  /** The passage, a line each block; null for a note on the whole article. */
  quote: string | null;
  /** null for a highlight without a note. */
  text: string | null;
  /** Whether the passage is marked in the text, so that a file with the text need not repeat it without a note. */
  inText: boolean;
}

/** Notes on the article first, then highlights in the order of the text, those that are not in it last. */
export function notesOf(edits: readonly Edit[], article: Article | null): ExportedNote[] {
  if (edits.length === 0) return [];
  const { marks, notes } = marksIn(edits, (article && blockTexts(article)) ?? []);
  const ofArticle = notes.map(({ value }) => ({ quote: null, text: plain(value), inText: false }));
  const ofPassages = marks.map(({ quote, note, anchors }) => ({
    quote: plain(quote),
    text: plain(note?.value),
    inText: anchors.length > 0,
  }));
  return [...ofArticle, ...ofPassages].filter(({ quote, text }) => quote !== null || text !== null);
}

/** Of a file that holds the text: what is not said by its marks. */
export function besideText(notes: readonly ExportedNote[]): ExportedNote[] {
  return notes.filter(({ text, inText }) => text !== null || !inText);
}

function plain(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
