import { canonicalJson } from '../canonical-json.ts';
import { withDeletedAt, type WriteContext } from '../commit.ts';
import type { Entry } from '../item.ts';
import { mergeEntries } from '../merge.ts';
import { textKey, versionsOf } from '../text-order.ts';
import { idsOf, type Around } from './around.ts';
import { withoutKnownNotes } from './known-notes.ts';
import type { Prepared } from './prepare.ts';
import type { ImportCounts } from './source.ts';

/** What becomes of a row: counted by this name; null writes nothing. */
export interface Outcome {
  as: 'new' | 'known' | 'improved' | 'deletedBefore';
  /** The row of the library it is about; null where there is none. */
  id: string | null;
  write: { before: Entry | null; after: Entry } | null;
}

/** Whether to bring back what was deleted here, and what its fresh stamps are made from. */
export type BringBack = WriteContext | null;

/**
 * Decides what one row of a file does to the library.
 *
 * - Rows here keep their ids, whichever was saved first: pages have them open. The row's own id becomes
 *   an alias, unless another row here has it.
 * - What is here and the row are merged, as two devices' would be: nothing is overwritten by less.
 * - What is in the trash here, or purged, and live in the file is left as it is, unless it is to be
 *   brought back; then that gets a stamp later than the deleting. A file that itself has it in the trash
 *   does not bring back what was purged.
 * - Another article under the row's id is no home for it: it gets the id of a second one there.
 */
export function takeIn(around: Around, row: Prepared, bringBack: BringBack): Outcome {
  const home = around.homeOf(row);
  return home ? intoHome(around, home, row.entry, bringBack) : asNew(around, row, bringBack);
}

function asNew(around: Around, { entry, twin }: Prepared, bringBack: BringBack): Outcome {
  const own = entry.item.id;
  const id = around.has(own) && twin !== null ? twin : own;
  const after = renamed(around, entry, id);
  if (!idsOf(entry).some((other) => around.wasPurged(other))) {
    return { as: 'new', id, write: { before: null, after } };
  }
  if (entry.item.deletedAt !== null) return { as: 'known', id: null, write: null };
  if (!bringBack) return { as: 'deletedBefore', id: null, write: null };
  return { as: 'deletedBefore', id, write: { before: null, after: restored(after, bringBack) } };
}

function intoHome(around: Around, home: Entry, entry: Entry, bringBack: BringBack): Outcome {
  const { id } = home.item;
  const merged = mergeEntries(home, withoutKnownNotes(renamed(around, entry, id), home));
  const staysDeleted = entry.item.deletedAt === null && merged.item.deletedAt !== null;
  if (staysDeleted && !bringBack) return { as: 'deletedBefore', id, write: null };
  const after = staysDeleted && bringBack ? restored(merged, bringBack) : merged;
  if (saidOf(after) === saidOf(home)) return { as: 'known', id, write: null };
  return { as: staysDeleted ? 'deletedBefore' : 'improved', id, write: { before: home, after } };
}

/**
 * When the text was changed or read says nothing by itself: an importer without a date for it says
 * now, and every time another one.
 */
function saidOf({ item, text, edits, pictures }: Entry): string {
  const texts = versionsOf(text).map(({ article, chosenAt }) => [textKey(article), chosenAt]);
  return canonicalJson([{ ...item, updatedAt: 0, sort: null }, texts, edits, pictures]);
}

function restored(entry: Entry, context: WriteContext): Entry {
  return { ...entry, item: withDeletedAt(entry.item, null, context) };
}

function renamed(around: Around, { item, text, ...rest }: Entry, id: string): Entry {
  const aliases = [...new Set([item.id, ...item.aliases])].filter(
    (alias) => alias !== id && !around.has(alias),
  );
  return { ...rest, item: { ...item, id, aliases }, text: text && { ...text, id } };
}

/** Ids held, of some 60 bytes each. Of a file with more, the second of two rows may be counted otherwise. */
const MAX_IDS = 1_000_000;

/**
 * Counts what becomes of the rows of one file. A row of an article that the file itself has brought
 * is not here already, whatever it adds to it.
 *
 * @param counts raised by one for each outcome, under the name answered
 */
export function outcomeCounter(counts: ImportCounts, maxIds = MAX_IDS): CountOutcome {
  /** Ids of the rows that are new by now. */
  const fresh = new Set<string>();
  return ({ as, id }, aliases = []) => {
    const ids = id === null ? [] : [id, ...aliases];
    const isTwice = as !== 'deletedBefore' && ids.some((one) => fresh.has(one));
    const counted = isTwice ? 'twice' : as;
    counts[counted] += 1;
    if (as === 'new' && fresh.size + ids.length <= maxIds) ids.forEach((one) => fresh.add(one));
    return counted;
  };
}

/** `aliases`: of a row that is not written, and so not found under them the next time. */
type CountOutcome = (
  outcome: Pick<Outcome, 'as' | 'id'>,
  aliases?: readonly string[],
) => Outcome['as'] | 'twice';
