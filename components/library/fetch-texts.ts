import type { Extraction } from '../../utils/article/article.ts';
import { byHost } from '../../utils/by-host.ts';
import type { FetchTrouble } from '../../utils/fetched-text.ts';
import type { Item } from '../../utils/library/item.ts';
import type { SaveFailure } from '../../utils/library/errors.ts';
import { sendMessage } from '../../utils/messages.ts';

/** `no-article`: answered, but with no article in it without its page being open. */
export type TextOutcome = 'saved' | 'no-article' | FetchTrouble;

export interface FetchProgress {
  done: number;
  total: number;
  /** What came of the last one done. */
  last: { id: string; outcome: TextOutcome };
}

export interface FetchedTexts {
  /** Of each link that was done, by its id. */
  outcomes: Map<string, TextOutcome>;
  /** Why not all were done: the library could not keep more, or the reader cancelled. */
  stopped: SaveFailure | 'cancelled' | null;
}

interface Options {
  signal: AbortSignal;
  progress: (at: FetchProgress) => void;
}

/** Hosts asked at once, and milliseconds between two pages of one: what a reader's own hand might do. */
const PACE = { hosts: 3, pause: 1000 };

/**
 * Fetches the texts of kept links, after the right to ask hosts was given (`askForHosts`). Each text
 * is saved at once and marked as fetched, so that cancelling keeps what is done.
 */
export async function fetchTexts(
  links: readonly Pick<Item, 'id' | 'url'>[],
  { signal, progress }: Options,
): Promise<FetchedTexts> {
  const outcomes = new Map<string, TextOutcome>();
  const total = links.length;
  const task = async ({ id }: { id: string }): Promise<void> => {
    const outcome = await fetchText(id, signal);
    if (outcome === 'cancelled') return;
    outcomes.set(id, outcome);
    progress({ done: outcomes.size, total, last: { id, outcome } });
  };
  try {
    await byHost(links, task, { ...PACE, signal });
  } catch (error) {
    if (error instanceof NotKept) return { outcomes, stopped: error.reason };
    throw error;
  }
  return { outcomes, stopped: signal.aborted && outcomes.size < total ? 'cancelled' : null };
}

/** The library takes no more: going on would ask hosts in vain. */
class NotKept extends Error {
  readonly reason: SaveFailure;

  constructor(reason: SaveFailure) {
    super(`A fetched text was not kept: ${reason}`);
    this.reason = reason;
  }
}

async function fetchText(id: string, signal: AbortSignal): Promise<TextOutcome | 'cancelled'> {
  const stop = (): void => void sendMessage('stopFetching', { id });
  signal.addEventListener('abort', stop);
  try {
    const page = await sendMessage('fetchPage', { id });
    if (signal.aborted) return 'cancelled';
    if (!page.ok) return page.reason;
    const read = await readFetched(page.html, page.url);
    if (!read.ok) return 'no-article';
    const outcome = await sendMessage('saveFetched', { id, article: read.article });
    if (outcome.kind === 'failed' && outcome.reason !== 'invalid') {
      throw new NotKept(outcome.reason);
    }
    if (outcome.kind === 'failed') return 'no-article';
    return outcome.kind === 'gone' ? 'gone' : 'saved';
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Reads a page that was never shown: parsed where nothing of it loads or runs. Without layout its
 * markup alone says what is hidden.
 */
async function readFetched(html: string, url: string): Promise<Extraction> {
  // Wanted for this alone: the list is on the screen long before.
  const { extractFetched } = await import('../../utils/article/extract-fetched.ts');
  return extractFetched(new DOMParser().parseFromString(html, 'text/html'), url);
}
