import type { SaveOutcome } from '../requests.ts';
import type { WriteContext } from '../commit.ts';
import type { Library } from '../database.ts';
import { deviceId } from '../device.ts';
import { saveFailure } from '../errors.ts';
import {
  readIntents,
  removeIntents,
  settleIntents,
  writeIntent,
  type Intent,
  type Work,
} from './intents.ts';
import type { LocalStore } from '../local-store.ts';
import { saveLink } from './save-link.ts';
import { saveArticle } from './save.ts';

/** What saving needs of its surroundings. */
export interface Surroundings {
  openLibrary(): Promise<Library>;
  store: LocalStore;
  locks: Pick<LockManager, 'request' | 'query'>;
  now(): number;
  /** Told of the items changed, after the commit. */
  committed(ids: string[]): void;
  /** Mends what a damaged database made fail, and answers whether it is worth another try. */
  mend?(error: unknown): Promise<boolean>;
}

/** The lock behind which all that writes to the library waits. */
export const WRITING = 'library-write';
/** Held while a save is under way: the browser lets go of it when it ends the worker, and only then. */
const UNDER_WAY = 'save:';
/** One finishing of forgotten saves at a time: a second one, waiting, finds the first one's done. */
const FINISHING = 'finish-saves';

/** All that writes to the library waits in one line. */
export async function write<T>(
  around: Surroundings,
  change: (context: WriteContext) => Promise<T>,
): Promise<T> {
  return around.locks.request(WRITING, async () => {
    const library = await around.openLibrary();
    return change({ library, now: around.now(), device: await deviceId(around.store) });
  });
}

/** Runs a save from intent to answer. While it runs nobody takes the intent for a forgotten one. */
export async function underWay<T>(
  around: Surroundings,
  intent: Intent,
  save: () => Promise<T>,
): Promise<T> {
  return around.locks.request(UNDER_WAY + intent.id, async () => {
    await note(around, intent);
    return save();
  });
}

/** Writes an intent down, or again with more known. Never rejects. */
export async function note(around: Surroundings, intent: Intent): Promise<void> {
  try {
    await writeIntent(around.store, intent);
  } catch (error) {
    // Without room for the note the save may still fit, and says so itself if it does not.
    console.warn(error);
  }
}

/** Waits for the end of an intent to be noted; false when it could not be. What is done is done. */
async function noted(end: Promise<void>): Promise<boolean> {
  try {
    await end;
    return true;
  } catch (error) {
    // The note stays and is replayed, which changes nothing, at the next wake.
    console.warn(error);
    return false;
  }
}

/**
 * Does an intent's work and settles it: marked after the commit; kept after a failure, to be tried
 * again and told of until it succeeds or is dismissed.
 *
 * @param told the reader sees the answer at once, so a question needs no reminder
 */
export async function perform(
  around: Surroundings,
  intent: Intent & { work: Work },
  told: boolean,
): Promise<SaveOutcome> {
  const outcome = await attempt(around, intent.work);
  await settle(around, intent, outcome, told);
  if ('item' in outcome) around.committed([outcome.item.id]);
  return outcome;
}

/** Answers whether the intent will not be done again. */
async function settle(
  { store }: Surroundings,
  intent: Intent & { work: Work },
  outcome: SaveOutcome,
  told: boolean,
): Promise<boolean> {
  if (outcome.kind === 'failed') return false;
  if (outcome.kind !== 'conflict') {
    return noted(settleIntents(store, intent, outcome.item));
  }
  return noted(
    told ? removeIntents(store, [intent.id]) : writeIntent(store, { ...intent, work: null }),
  );
}

async function attempt(around: Surroundings, work: Work): Promise<SaveOutcome> {
  try {
    return await commit(around, work).catch(async (error: unknown) => {
      if (await around.mend?.(error)) return commit(around, work);
      throw error;
    });
  } catch (error) {
    // The reader gets a sentence; whoever looks into it needs the error itself.
    console.error(error);
    return { kind: 'failed', reason: saveFailure(error) };
  }
}

function commit(around: Surroundings, work: Work): Promise<SaveOutcome> {
  return write<SaveOutcome>(around, (context) =>
    work.kind === 'link'
      ? saveLink(work, context)
      : saveArticle(work.article, work.onConflict, context),
  );
}

/**
 * Finishes the saves that were cut short, where what was to be saved is known, and answers those
 * that could not be finished, oldest first. Doing it twice, or beside a live save, changes nothing.
 */
export async function finishSaves(around: Surroundings): Promise<Intent[]> {
  // A note is marked after its commit only: with none to do nothing is half done elsewhere.
  const found = await forgottenIntents(around);
  if (!found.some(({ work }) => work)) return found;
  return around.locks.request(FINISHING, async () => {
    for (const intent of await forgottenIntents(around)) {
      // One after the other, oldest first, as they were pressed.
      if (intent.work) await replay(around, { ...intent, work: intent.work });
    }
    return forgottenIntents(around);
  });
}

async function replay(around: Surroundings, intent: Intent & { work: Work }): Promise<void> {
  const outcome = await attempt(around, intent.work);
  const settled = await settle(around, intent, outcome, false);
  // Pages ask again after every change, which replays what is left: a note that cannot be marked,
  // told of each time, would go round for ever.
  if (settled && 'item' in outcome) around.committed([outcome.item.id]);
}

async function forgottenIntents({ store, locks }: Surroundings): Promise<Intent[]> {
  const intents = await readIntents(store);
  if (intents.length === 0) return [];
  const { held = [], pending = [] } = await locks.query();
  const live = new Set([...held, ...pending].map((lock) => lock.name));
  return intents.filter(({ id }) => !live.has(UNDER_WAY + id));
}
