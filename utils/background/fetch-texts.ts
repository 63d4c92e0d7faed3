import { decodePage } from '../charset.ts';
import { mayAskHosts } from '../hosts.ts';
import type { FetchedPage, FetchTrouble } from '../fetched-text.ts';
import { saveFailure } from '../library/errors.ts';
import { openItem } from '../library/open.ts';
import { readBounded } from '../library/pictures/read-bounded.ts';
import { saveFetched as save } from '../library/saving/save-fetched.ts';
import { write } from '../library/saving/saving.ts';
import { validateArticle } from '../library/validate/validate.ts';
import type { FetchedOutcome } from '../library/requests.ts';
import { webAddress } from '../web-address.ts';
import { picturesFollow } from './pictures.ts';
import { surroundings } from './surroundings.ts';

/** Bytes of a page's own markup; the largest of seventy measured has 1.6 million. */
const MOST_BYTES = 6_000_000;
/** Milliseconds. */
const PATIENCE = 20_000;

/** What is being asked for, so that cancelling ends the request too. */
const asking = new Map<string, AbortController>();

/**
 * Asks for the page of a kept link, as text, for a page of ours to read: a service worker has no
 * parser, and our pages' policy lets them ask no host. The address is the library's own, never the
 * asker's. Nothing of the reader goes along.
 */
export async function fetchPage({ id }: { id: string }): Promise<FetchedPage> {
  const opened = await openItem(await surroundings.openLibrary(), id);
  const url = opened && webAddress(opened.item.url);
  if (!opened || opened.item.deletedAt !== null) return { ok: false, reason: 'gone' };
  if (!url) return { ok: false, reason: 'not-a-page' };
  if (!(await mayAskHosts())) return { ok: false, reason: 'not-allowed' };
  const stop = new AbortController();
  asking.set(id, stop);
  try {
    return await ask(url, AbortSignal.any([stop.signal, AbortSignal.timeout(PATIENCE)]));
  } catch (error) {
    // No network, no such host, no answer in time, or cancelled: the browser words them as it likes.
    console.warn(error);
    return { ok: false, reason: 'no-answer' };
  } finally {
    asking.delete(id);
  }
}

export function stopFetching({ id }: { id: string }): void {
  asking.get(id)?.abort();
}

async function ask(url: string, signal: AbortSignal): Promise<FetchedPage> {
  const response = await fetch(url, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    headers: { accept: 'text/html,application/xhtml+xml' },
    signal,
  });
  const type = response.headers.get('content-type');
  const refused = troubleOf(response, type);
  if (refused) {
    await response.body?.cancel();
    return { ok: false, reason: refused };
  }
  const bytes = await readBounded(response, MOST_BYTES);
  if (!bytes) return { ok: false, reason: 'too-large' };
  return { ok: true, html: decodePage(bytes, type), url: response.url };
}

function troubleOf({ ok }: Response, type: string | null): FetchTrouble | null {
  if (!ok) return 'refused';
  return type === null || /^\s*(?:text\/html|application\/xhtml\+xml)/iu.test(type)
    ? null
    : 'not-a-page';
}

/** Puts a text read from a fetched page to the kept link it was fetched for. */
export async function saveFetched(data: { id: string; article: unknown }): Promise<FetchedOutcome> {
  const article = validateArticle(data.article);
  if (!article) return { kind: 'failed', reason: 'invalid' };
  try {
    const outcome = await write(surroundings, (context) => save(data.id, article, context));
    if (outcome.kind === 'gone') return outcome;
    surroundings.committed([outcome.item.id]);
    picturesFollow(outcome, { pressed: false });
    return outcome;
  } catch (error) {
    console.error(error);
    return { kind: 'failed', reason: saveFailure(error) };
  }
}
