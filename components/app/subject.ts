import type { Article, NoArticleReason } from '../../utils/article/article.ts';
import type { TabReading, UnreadableReason } from '../../utils/background/press.ts';
import type { Edit, Item, OpenedItem, Picture } from '../../utils/library/item.ts';
import type { SavedReading } from '../../utils/library/open.ts';
import { webAddress } from '../../utils/web-address.ts';

/** What the reading side of a page shows. */
export type Subject =
  | { kind: 'none' }
  | { kind: 'working' }
  | ArticleSubject
  | { kind: 'no-article'; reason: NoArticleReason; url: string; anyway: Article | null }
  | { kind: 'unreadable'; reason: UnreadableReason; url: string | null }
  | { kind: 'link'; item: Item }
  | { kind: 'trashed'; item: Item }
  /** `id`: of the item that was here, and may be again; null for a page handed over. */
  | { kind: 'gone'; id: string | null };

export interface ArticleSubject {
  kind: 'article';
  article: Article;
  /** Its row in the library, once it has one. */
  item: Item | null;
  /** From the page just read, or from the library: then its pictures are not asked from the network. */
  from: 'page' | 'library';
  /** Those kept of it; absent for a page just read, which shows its own. */
  pictures?: readonly Picture[];
  /** What the reader changed of it; absent while that is not known, or where it is not saved. */
  edits?: readonly Edit[];
}

export function subjectOfReading(reading: TabReading): Subject {
  if (reading.ok) return { kind: 'article', article: reading.article, item: null, from: 'page' };
  if ('anyway' in reading) {
    const { reason, page, anyway } = reading;
    return { kind: 'no-article', reason, url: page.url, anyway };
  }
  return { kind: 'unreadable', reason: reading.reason, url: reading.page.url };
}

export function subjectOfItem(id: string, opened: OpenedItem | null): Subject {
  if (!opened) return { kind: 'gone', id };
  const { item, article, pictures, edits } = opened;
  if (item.deletedAt !== null) return { kind: 'trashed', item };
  if (!article) return { kind: 'link', item };
  return { kind: 'article', article, item, from: 'library', pictures, edits };
}

/** The edits shown are left where none has changed, so that the text is not put in its place again. */
export function withEdits(shown: ArticleSubject, now: readonly Edit[]): ArticleSubject {
  const { edits, ...rest } = shown;
  if (!shown.item) return rest;
  return JSON.stringify(edits) === JSON.stringify(now) ? shown : { ...rest, edits: now };
}

/** What is left to show once its item was deleted; what is shown by then may be another thing. */
export function withoutItem(shown: Subject, deleted: Subject): Subject {
  if (!isOfOne(shown, deleted)) return shown;
  if (shown.kind === 'article' && shown.from === 'page') {
    return withEdits({ ...shown, item: null }, []);
  }
  return 'item' in shown && shown.item ? { kind: 'trashed', item: shown.item } : shown;
}

/** Whether both show one thing, whatever is known of its being saved. */
export function isOfOne(a: Subject, b: Subject): boolean {
  if (a.kind === 'article' && a.from === 'page') {
    return b.kind === 'article' && b.article === a.article;
  }
  return itemIdOf(a) !== null && itemIdOf(a) === itemIdOf(b);
}

export function itemIdOf(subject: Subject): string | null {
  if (subject.kind === 'gone') return subject.id;
  return 'item' in subject ? (subject.item?.id ?? null) : null;
}

/** What the library needs of an article to know it again. */
export function readingOf(article: Article): SavedReading {
  const { url, canonicalUrl, title, text, fromSelection } = article;
  return { url, canonicalUrl, title, text, fromSelection };
}

/** Where «open the original» leads; null where there is no page of the web behind what is shown. */
export function originalOf(subject: Subject): string | null {
  if (subject.kind === 'article') return webAddress(subject.article.url);
  if (subject.kind === 'link') return webAddress(subject.item.url);
  if (subject.kind === 'no-article') return webAddress(subject.url);
  return null;
}
