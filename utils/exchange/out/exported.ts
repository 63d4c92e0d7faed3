import type { Edit, Item, StoredText } from '../../library/item.ts';
import { createPauses } from '../pauses.ts';

/** One saved thing as an exporter is given it. UNTRUSTED: it may have come from a file. */
export interface Exported {
  item: Item;
  /** null for a link. */
  text: StoredText | null;
  edits: readonly Edit[];
  /** The copy kept of a picture, by the address the article gives it; null where there is none. Asked one after the other. */
  picture: (address: string) => Promise<KeptPicture | null>;
}

export interface KeptPicture {
  /** SHA-256 of the bytes, as hex: what two articles share is written once. */
  hash: string;
  bytes: Uint8Array;
}

export interface ExportOptions {
  /** Stops before the next article, and rejects with the signal's reason; what was written is then to be thrown away. */
  signal?: AbortSignal | undefined;
  /** Called after each article with how many are done. */
  onProgress?: ((done: number) => void) | undefined;
}

/** Words of the interface that stand in an export, in its language. */
export interface ExportWords {
  lang: string;
  dir: 'rtl' | 'ltr';
  /** Name of an export of many articles. */
  title: string;
  contents: string;
  /** Stands before the address. */
  source: string;
  /** Over the reader's own notes. */
  notes: string;
  /** Of a text that the page held back in part. */
  incomplete: string;
  /** Never more exact than `iso` (see `Article.publishedTime`); null when it is no date. */
  date: (iso: string) => string | null;
}

/** The articles one by one, counted as they are done; the page stays answerable between them. */
export async function* inTurn(
  articles: AsyncIterable<Exported>,
  { signal, onProgress }: ExportOptions,
): AsyncGenerator<Exported> {
  const pause = createPauses();
  let done = 0;
  for await (const article of articles) {
    signal?.throwIfAborted();
    yield article;
    done++;
    onProgress?.(done);
    await pause();
  }
  signal?.throwIfAborted();
}
