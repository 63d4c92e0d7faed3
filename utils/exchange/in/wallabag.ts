import { record } from '../../library/shapes.ts';
import type { ImportedNote } from './imported.ts';
import type { Found } from './rows.ts';

/** Wallabag writes this where it could not read the page: not a text anybody saved. */
const NO_CONTENT = /wallabag can(?:'|’|&#0?39;|&rsquo;)t retrieve contents/iu;

/** Wallabag's JSON, version 2: the text itself comes along, as HTML. */
export function isWallabag(row: Record<string, unknown>): boolean {
  return 'url' in row && 'is_archived' in row && ('is_starred' in row || 'created_at' in row);
}

export function wallabagRow(row: Record<string, unknown>): Found {
  const content = row['content'];
  const failed = typeof content === 'string' && content.length < 2_000 && NO_CONTENT.test(content);
  return {
    url: row['url'],
    title: row['title'],
    byline: namesOf(row['published_by']),
    siteName: row['domain_name'],
    savedAt: row['created_at'],
    publishedTime: row['published_at'],
    tags: tagsOf(row['tags']),
    archived: row['is_archived'],
    favourite: row['is_starred'],
    html: failed ? null : content,
    lang: row['language'],
    notes: notesOf(row['annotations']),
  };
}

/** Names as a list, or one name; a list with anything else in it is handed on, to be found faulty. */
function namesOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const names: unknown[] = value;
  const isName = (name: unknown): boolean => typeof name === 'string' || name === null;
  return names.every(isName) ? names.filter(Boolean).slice(0, 50).join('، ') : {};
}

/** Names; older files have an object for each, with its name as `label`. */
function tagsOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((tag: unknown) => record(tag)?.['label'] ?? tag);
}

function notesOf(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((annotation: unknown): Record<keyof ImportedNote, unknown> | null => {
    const from = record(annotation);
    return from ? { quote: from['quote'], text: from['text'], at: from['created_at'] } : null;
  });
}
