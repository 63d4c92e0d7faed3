import { signal, type Signal } from '@preact/signals';
import type { Article } from '../../utils/article/article.ts';
import { takeActiveTab } from '../../utils/background/active-tab.ts';
import { readTab, type TabReading } from '../../utils/background/press.ts';
import type { Item } from '../../utils/library/item.ts';
import { sendMessage } from '../../utils/messages.ts';
import { readingOf, subjectOfReading, withEdits, type Subject } from './subject.ts';

/** A reading and the tab it came from. */
export interface Place {
  subject: Signal<Subject>;
  tabId: number | null;
  windowId: number | null;
  isPrivate: boolean;
}

export function createPlace(subject: Subject): Place {
  return { subject: signal(subject), tabId: null, windowId: null, isPrivate: false };
}

/** Reads the tab the toolbar button was pressed in. */
export async function readActiveTab(place: Place): Promise<void> {
  place.subject.value = { kind: 'working' };
  const asked = takeActiveTab();
  const tab = await asked.tab;
  if (!tab) {
    place.subject.value = { kind: 'unreadable', reason: 'failed', url: null };
    return;
  }
  place.tabId = tab.id;
  place.windowId = tab.windowId;
  place.isPrivate = tab.incognito;
  await showReading(place, await readTab(tab.id, asked.answer));
}

/** Shows a reading at once, and whether it is saved as soon as the library says so. */
export async function showReading(place: Place, reading: TabReading): Promise<void> {
  await showSubject(place, subjectOfReading(reading), completeLink);
}

type OnLink = (place: Place, article: Article) => Promise<Item | null>;

/** @param onLink what becomes of a link kept to the article: answers the item it has become, if any */
async function showSubject(place: Place, subject: Subject, onLink: OnLink): Promise<void> {
  place.subject.value = subject;
  if (subject.kind !== 'article' || subject.item) return;
  const { article } = subject;
  try {
    const { tabId } = place;
    const found = await sendMessage('findSaved', { reading: readingOf(article), tabId });
    const item = found && isImproved(found, article) ? await onLink(place, article) : found;
    const shown = place.subject.value;
    if (!item || shown.kind !== 'article' || shown.article !== article) return;
    place.subject.value = { ...shown, item };
    if (!place.isPrivate) completePictures(item);
    await showEdits(place.subject, item.id);
  } catch (error) {
    // Reading does not wait for the library: «save» is offered, and finds the row itself.
    console.error(error);
  }
}

/**
 * A link kept for later gets its text at the press on its page. Only when asked to in a private
 * window, and for a few lines the reader selected: those are not the text it was kept for.
 */
async function completeLink(place: Place, article: Article): Promise<Item | null> {
  if (place.isPrivate || article.fromSelection) return null;
  const { tabId } = place;
  const outcome = await sendMessage('saveArticle', { article, tabId, onConflict: 'ask' });
  return 'item' in outcome ? outcome.item : null;
}

/** What the reader changed of the article saved is seen in it on its page too. */
async function showEdits(subject: Signal<Subject>, id: string): Promise<void> {
  const edits = await sendMessage('editsOf', { id });
  const shown = subject.value;
  if (shown.kind === 'article' && shown.item?.id === id) subject.value = withEdits(shown, edits);
}

/** «Show it anyway»: what there is of text, as an article. It completes no link by itself. */
export async function showAnyway(place: Place): Promise<void> {
  const shown = place.subject.value;
  if (shown.kind !== 'no-article' || !shown.anyway) return;
  const subject = subjectOfReading({ ok: true, article: shown.anyway });
  await showSubject(place, subject, () => Promise.resolve(null));
}

/** A kept link gets its text at the press on its page, and a text that is partial the whole one. */
function isImproved(found: Item, article: Article): boolean {
  return found.kind === 'link' || (!found.complete && article.complete && !article.fromSelection);
}

/** Saved without all its pictures (the browser ended, a host did not answer): now they can be had. */
function completePictures({ id }: Item): void {
  // The text is shown and saved; the next press tries again.
  sendMessage('keepPictures', { id }).catch((error: unknown) => console.warn(error));
}
