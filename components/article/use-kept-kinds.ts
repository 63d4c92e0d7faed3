import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RemovalKind } from '../../utils/article/removal-kind.ts';
import { keepKind, keptKinds, watchKeptKinds } from '../../utils/kept-kinds.ts';
import { hostOf } from '../../utils/web-address.ts';
import type { KeptKinds } from './kept-kinds.ts';

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
