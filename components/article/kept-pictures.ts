import { useEffect, useState } from 'preact/hooks';
import type { Picture } from '../../utils/library/item.ts';
import { isSmallCopy } from '../../utils/library/pictures/addresses.ts';
import { readKept } from '../../utils/read-kept.ts';

/** A kept picture in a view: its measures at once, its address here once its bytes are read. */
export interface ShownPicture {
  width: number;
  height: number;
  /** `blob:`; null until then. */
  src: string | null;
}

/** By the address the article has. */
export type ShownPictures = ReadonlyMap<string, ShownPicture>;

/** The kept pictures of the article shown, let go of with it. */
export function useKeptPictures(kept: readonly Picture[]): ShownPictures {
  const [shown, setShown] = useState<ShownPictures>(() => without(kept));
  useEffect(() => {
    let gone = false;
    const addresses: string[] = [];
    setShown(without(kept));
    readKept(kept.filter(isShown).map(({ hash }) => hash)).then(
      (blobs) => {
        if (gone) return;
        setShown(
          withSources(kept, (hash) => {
            const blob = blobs.get(hash);
            if (!blob) return null;
            const address = URL.createObjectURL(blob);
            addresses.push(address);
            return address;
          }),
        );
      },
      // The text is there without them, with their words in their places.
      (error: unknown) => console.error(error),
    );
    return () => {
      gone = true;
      for (const address of addresses) URL.revokeObjectURL(address);
    };
  }, [kept]);
  return shown;
}

const isShown = ({ address }: Picture): boolean => !isSmallCopy(address);

function without(kept: readonly Picture[]): ShownPictures {
  return withSources(kept, () => null);
}

function withSources(
  kept: readonly Picture[],
  sourceOf: (hash: string) => string | null,
): ShownPictures {
  return new Map(
    kept
      .filter(isShown)
      .map(({ address, hash, width, height }) => [address, { width, height, src: sourceOf(hash) }]),
  );
}
