import { keepsOtherPictures } from '../hosts.ts';
import type { Library } from '../library/database.ts';
import { openItem } from '../library/open.ts';
import { pictureAddresses, smallCopyOf } from '../library/pictures/addresses.ts';
import { toBase64 } from '../library/pictures/base64.ts';
import { collectPictures, type Collected, type ReadPicture } from '../library/pictures/collect.ts';
import { keepPictures as keep } from '../library/pictures/keep.ts';
import { painter } from '../library/pictures/painter.ts';
import { makeSmallCopy, preparePicture } from '../library/pictures/prepare.ts';
import { write } from '../library/saving/saving.ts';
import type { SaveOutcome } from '../library/requests.ts';
import { hostWay } from './host-pictures.ts';
import { pageWay, tabShowing } from './page-pictures.ts';
import { surroundings } from './surroundings.ts';

/** Milliseconds after which the pictures of one article are what has come until then. */
const PATIENCE = 60_000;

/** Those under way: a second asking waits for the first. */
const underWay = new Map<string, Promise<void>>();

/**
 * The pictures of a saved article follow it: the save is answered before, and stands without them.
 *
 * @param pressed whether it was read from its page by a press, which may then be asked for them
 */
export function picturesFollow(outcome: SaveOutcome, { pressed }: { pressed: boolean }): void {
  if ('item' in outcome && outcome.item.kind === 'article') void begin(outcome.item.id, pressed);
}

/**
 * Keeps what is missing of an article's pictures and can be had: those of its own site from the page
 * the reader has pressed in, others where that is switched on. Never rejects: the article is saved,
 * and the next press on its page tries again.
 */
export function keepPictures({ id }: { id: string }): Promise<void> {
  return begin(id, true);
}

function begin(id: string, pressed: boolean): Promise<void> {
  const running = underWay.get(id);
  if (running) return running;
  const work = followUp(id, pressed)
    .catch((error: unknown) => console.warn(error))
    .finally(() => underWay.delete(id));
  underWay.set(id, work);
  return work;
}

async function followUp(id: string, pressed: boolean): Promise<void> {
  const library = await surroundings.openLibrary();
  const opened = await openItem(library, id);
  if (!opened?.article || opened.item.deletedAt !== null) return;
  const { item, article, pictures } = opened;
  const known = new Set(pictures.map(({ address }) => address));
  const wanted = pictureAddresses(article);
  const missing = wanted.filter((address) => !known.has(address));
  const ways = missing.length > 0 ? await waysTo(item.addresses, pressed) : [];
  if (ways.length === 0) return;
  const signal = AbortSignal.timeout(PATIENCE);
  const prepare = (bytes: Uint8Array<ArrayBuffer>) => preparePicture(bytes, painter);
  const collected = await collectPictures(missing, { ways, prepare, signal });
  const first = wanted.find(
    (address) => known.has(address) || collected.some((one) => one.address === address),
  );
  const small = await smallCopy(collected.find(({ address }) => address === first));
  const all = [...collected, ...small];
  if (all.length === 0) return;
  const changed = await write(surroundings, (context) => keep(item.id, all, context));
  if (changed) surroundings.committed([changed.id]);
}

async function waysTo(addresses: readonly string[], pressed: boolean): Promise<ReadPicture[]> {
  const [tab, others] = await Promise.all([
    // With the right to ask hosts a tab is seen that nobody has pressed in.
    pressed ? tabShowing(addresses) : null,
    keepsOtherPictures(),
  ]);
  const page = tab && (await pageWay(tab));
  return [...(page ? [page] : []), ...(others ? [hostWay] : [])];
}

async function smallCopy(picture: Collected | undefined): Promise<Collected[]> {
  const small = picture && (await makeSmallCopy(picture, painter));
  return small ? [{ ...small, address: smallCopyOf(picture.address) }] : [];
}

/** The bytes of a kept picture as text, for a page that may not open the library itself. */
export async function pictureBytes(data: {
  hash: string;
}): Promise<{ type: string; base64: string } | null> {
  const library: Library = await surroundings.openLibrary();
  const kept = await library.bytes.get(data.hash);
  return kept ? { type: kept.type, base64: toBase64(kept.bytes) } : null;
}
