import type { PhraseKind } from '../arabic/phrases.ts';
import type { RemovalReason } from './article.ts';
import { reasonOf } from './noise/inner-noise.ts';
import type { Line } from './lines/lines.ts';
import type { ArticleMetadata } from './metadata/metadata.ts';
import { isProse } from './finding/readable.ts';
import { neighbours, type Gone } from './record-lines.ts';
import type { RemovalRecord } from './removals.ts';

/** What a piece may be called by its first words. */
const NAMED = new Set<PhraseKind>([
  'related',
  'share',
  'promotion',
  'advertisement',
  'comments',
  'tags',
  'footer',
]);

/**
 * What Readability and its lines left of the page, furniture aside. What reads like text, or stands
 * among the article's own lines, is returned to be kept with its content, so that a reader can put
 * it back; of the rest (labels, other pages' headlines, names of boxes) only the number and the
 * longest are kept. What is shown above the article is not left out.
 */
export function recordAround(
  around: readonly Line[],
  stretch: readonly Line[],
  metadata: ArticleMetadata,
  record: RemovalRecord,
): Gone[] {
  const first = stretch[0]?.index ?? Infinity;
  const last = stretch.at(-1)?.index ?? -Infinity;
  const shown = shownAbove(metadata);
  const left = around.filter((line) => line.name !== 'h1' && !shown.has(line.text));
  const gone: Gone[] = [];
  const counted: { reason: RemovalReason; text: string }[] = [];
  for (const piece of neighbours(left)) {
    const inside = piece.some(({ index }) => index > first && index < last);
    const reason = nameOf(piece);
    if (inside || piece.some(isProse)) {
      for (const line of piece) gone.push({ line, step: 'readability', reason, phrase: null });
    } else {
      counted.push({ reason, text: piece.map(({ text }) => text).join(' ') });
    }
  }
  for (const { reason, text } of counted.toSorted((a, b) => b.text.length - a.text.length))
    record.drop('readability', reason, () => text);
  return gone;
}

/** Pictures have no words. */
function nameOf(piece: readonly Line[]): RemovalReason {
  const kind = piece.find(({ text }) => text)?.phrase?.kind;
  return kind && NAMED.has(kind) ? reasonOf(kind) : 'not-article';
}

/** What stands in the article's head, as printed: folding every line of the page costs too much. */
function shownAbove(metadata: ArticleMetadata): Set<string | null | undefined> {
  const { title, kicker, deck, byline, siteName, leadImage } = metadata;
  return new Set([title, kicker, deck, byline, siteName, leadImage?.caption, leadImage?.credit]);
}
