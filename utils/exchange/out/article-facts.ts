import { turnedArticle } from '../../library/edits/block-edits.ts';
import type { Item } from '../../library/item.ts';
import { readableAddress } from '../../library/validate/validate.ts';
import type { Exported } from './exported.ts';
import { notesOf, type ExportedNote } from './notes.ts';

/** What is said of an article beside its text, each checked to be what its type says. */
export interface Facts {
  id: string;
  title: string;
  /** Of the web; null for any other, which is never made a link. */
  url: string | null;
  kicker: string | null;
  deck: string | null;
  byline: string | null;
  site: string | null;
  /** As the page states it. */
  published: string | null;
  /** ISO 8601 UTC. */
  saved: string;
  lang: string | null;
  dir: 'rtl' | 'ltr';
  tags: string[];
  status: Status;
  favourite: boolean;
  /** Of the slower readers, whole; null where there is no text. */
  minutes: number | null;
  /** The reader's notes and highlights; empty without any. */
  notes: ExportedNote[];
  complete: boolean;
}

/** Of an article that lies in the list whether it was begun, as the search tells `is:unread` from `is:read`. */
export type Status = 'unread' | 'read' | 'archive' | 'trash';

export function factsOf({ item, text, edits }: Pick<Exported, 'item' | 'text' | 'edits'>): Facts {
  const article = text?.article ?? null;
  return {
    id: plain(item.id) ?? '',
    title: titleOf(item),
    url: webAddress(item.url),
    kicker: plain(article?.kicker),
    deck: plain(article?.deck),
    byline: plain(item.corrected.byline) ?? plain(item.byline),
    site: plain(item.siteName),
    published: plain(item.publishedTime),
    saved: isoOf(item.savedAt),
    lang: languageTag(item.lang),
    dir: turnedArticle(edits) ?? (item.dir === 'ltr' ? 'ltr' : 'rtl'),
    tags: item.tags.flatMap(({ name, removed }) => (removed ? [] : (plain(name) ?? []))),
    status: statusOf(item),
    favourite: item.favourite,
    minutes: item.readingMinutes?.max ?? null,
    notes: notesOf(edits, article),
    complete: article?.complete ?? true,
  };
}

function statusOf({ deletedAt, archived, position }: Item): Status {
  if (deletedAt !== null) return 'trash';
  if (archived) return 'archive';
  return position === null ? 'unread' : 'read';
}

/** The headline as a list shows it: what the reader made of it first. */
export function titleOf({
  corrected,
  title,
  url,
}: Pick<Item, 'corrected' | 'title' | 'url'>): string {
  return plain(corrected.title) ?? plain(title) ?? plain(url) ?? '';
}

/** A language tag of the form BCP 47 gives it, or null. */
export function languageTag(value: unknown): string | null {
  return typeof value === 'string' && /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/iu.test(value) ? value : null;
}

/** A text with something in it; what is no text is none. */
export function plain(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function webAddress(value: unknown): string | null {
  const address = readableAddress(value);
  return address !== undefined && /^https?:/iu.test(address) ? new URL(address).href : null;
}

function isoOf(moment: number): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
