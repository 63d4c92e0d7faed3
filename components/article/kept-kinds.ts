import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Article, Removal } from '../../utils/article/article.ts';
import { isSameKind, keepKind, keptKinds, watchKeptKinds } from '../../utils/kept-kinds.ts';
import type { RemovalKind } from '../../utils/kept-kinds.ts';
import type { Edit } from '../../utils/library/item.ts';
import { hostOf } from '../../utils/web-address.ts';

/** What the site of an article was told to always show. */
export interface KeptKinds {
  /** Host of the site, without `www.`. */
  host: string;
  kinds: readonly RemovalKind[];
  keep(kind: RemovalKind, keep: boolean): void;
}

const NONE: readonly RemovalKind[] = [];

/**
 * null where nothing is remembered: of a page without a host, and in a private window.
 *
 * @param onFailed it could not be kept
 */
export function useKeptKinds(
  url: string,
  isPrivate: boolean,
  onFailed: () => void,
): KeptKinds | null {
  const host = isPrivate ? null : hostOf(url);
  const [kinds, setKinds] = useState(NONE);
  useEffect(() => {
    if (!host) return undefined;
    const gone = new AbortController();
    const read = (): void => {
      keptKinds(host).then(
        // An empty list stays the one shown, so that the text is not put in its place again.
        (found) => !gone.signal.aborted && setKinds(found.length > 0 ? found : NONE),
        // The article is shown as it was extracted.
        (error: unknown) => console.warn(error),
      );
    };
    read();
    watchKeptKinds(read, gone.signal);
    return () => gone.abort();
  }, [host]);
  return useMemo(
    () =>
      host
        ? {
            host,
            kinds,
            keep(kind, keep) {
              keepKind(host, kind, keep).catch((error: unknown) => {
                console.error(error);
                onFailed();
              });
            },
          }
        : null,
    [host, kinds],
  );
}

/** Whether a removal is shown again because its site was told so. */
export function isKept(removal: Removal, kinds: readonly RemovalKind[]): boolean {
  return kinds.some((kind) => isSameKind(kind, removal));
}

/**
 * The edits with those a site's kept kinds stand for. What the reader took out of this very article
 * stays out.
 */
export function withKeptKinds(
  { removals }: Pick<Article, 'removals'>,
  edits: readonly Edit[],
  kinds: readonly RemovalKind[],
): readonly Edit[] {
  if (kinds.length === 0) return edits;
  const decided = new Set(
    edits.flatMap(({ kind, value }) => (kind === 'put-back' && value !== null ? value : [])),
  );
  const shown = removals.filter((removal) => !decided.has(removal.id) && isKept(removal, kinds));
  if (shown.length === 0) return edits;
  return [
    ...edits,
    ...shown.map(({ id }): Edit => ({
      id: `kept-kind ${id}`,
      kind: 'put-back',
      anchor: null,
      value: id,
      stamp: '',
      removed: false,
    })),
  ];
}
