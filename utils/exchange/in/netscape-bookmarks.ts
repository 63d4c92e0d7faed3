import { decode } from '../../article/metadata/entities.ts';
import type { DecodedText } from './decode.ts';
import type { ImportPart } from './imported.ts';
import { markupTags, type MarkupPart } from './markup-tags.ts';
import { Refused } from './refusal.ts';
import { partOf } from './rows.ts';

/** Names and descriptions are cut by the row's check; no more than this is gathered for it. */
const MAX_TEXT = 20_000;
/** Folders in folders: deeper ones are followed, but give no more tags. */
const MAX_FOLDERS = 50;

/** The bar and the shelf a browser has anyway: not folders the reader made. */
const OWN_FOLDER = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'];

interface Bookmark {
  attributes: ReadonlyMap<string, string>;
  title: string;
  description: string;
  folders: string[];
}

/**
 * A browser's bookmarks, or whatever else exports them so. Every folder around a bookmark becomes
 * a tag of it, and the tags some programs write (`tags="a,b"`) too.
 *
 * @throws Refused `truncated` where lists are still open at the end
 */
export async function* readNetscape(text: DecodedText, now: number): AsyncGenerator<ImportPart> {
  const tags = markupTags();
  const bookmarks = gatherBookmarks();
  const partsOf = (found: Bookmark[]): ImportPart[] =>
    found.map((bookmark) => partOf(rawOf(bookmark), text.encoding, now));
  for await (const chunk of text.chunks) yield* partsOf(bookmarks.push(tags.push(chunk)));
  if (!tags.end().whole || bookmarks.isOpen()) throw new Refused('truncated');
  yield* partsOf(bookmarks.end());
}

function rawOf({
  attributes,
  title,
  description,
  folders,
}: Bookmark): Parameters<typeof partOf>[0] {
  return {
    url: attributes.get('href'),
    title: decode(title),
    excerpt: decode(description),
    savedAt: attributes.get('add_date'),
    tags: [...folders, ...(attributes.get('tags') ?? '').split(',')].slice(0, 200),
  };
}

function gatherBookmarks(): {
  push(parts: MarkupPart[]): Bookmark[];
  end(): Bookmark[];
  isOpen(): boolean;
} {
  /** One entry a list open, null where it has no folder's name. */
  const lists: (string | null)[] = [];
  let deeper = 0;
  let folder: string | null = null;
  let own = false;
  let bookmark: Bookmark | null = null;
  /** What the text going by belongs to. */
  let place: 'folder' | 'title' | 'description' | null = null;

  const flush = (): Bookmark[] => {
    const done = bookmark ? [bookmark] : [];
    [bookmark, place] = [null, null];
    return done;
  };

  const opened = (name: string, attributesOf: () => Map<string, string>): Bookmark[] => {
    if (name === 'a') {
      const done = flush();
      const folders = lists.filter((each) => each !== null && each !== '') as string[];
      bookmark = { attributes: attributesOf(), title: '', description: '', folders };
      place = 'title';
      return done;
    }
    if (name === 'dd') {
      place = bookmark ? 'description' : null;
      return [];
    }
    if (name === 'h3') {
      const done = flush();
      [folder, place] = ['', 'folder'];
      const attributes = attributesOf();
      own = OWN_FOLDER.some((each) => attributes.has(each));
      return done;
    }
    if (name !== 'dl' && name !== 'dt') return [];
    if (name === 'dl') {
      if (lists.length < MAX_FOLDERS) lists.push(own ? null : folder && decode(folder).trim());
      else deeper += 1;
      [folder, own] = [null, false];
    }
    return flush();
  };

  const closed = (name: string): Bookmark[] => {
    if (name === 'a' || name === 'h3') place = null;
    if (name !== 'dl') return [];
    if (deeper > 0) deeper -= 1;
    else lists.pop();
    return flush();
  };

  const said = (text: string): void => {
    if (place === 'folder' && folder !== null && folder.length < MAX_TEXT) folder += text;
    if (!bookmark) return;
    if (place === 'title' && bookmark.title.length < MAX_TEXT) bookmark.title += text;
    if (place === 'description' && bookmark.description.length < MAX_TEXT)
      bookmark.description += text;
  };

  const push = (parts: MarkupPart[]): Bookmark[] =>
    parts.flatMap((part) => {
      if ('open' in part) return opened(part.open, part.attributes);
      if ('close' in part) return closed(part.close);
      said(part.text);
      return [];
    });

  return { push, end: flush, isOpen: () => lists.length + deeper > 0 || place === 'title' };
}
