import { useState } from 'preact/hooks';

/** A hook: the address, of this device alone, of the picture with that hash; null until it is there. */
export type UseThumbnail = (hash: string) => string | null;

/** The first picture of an article, in the place that is kept for it until it comes. */
export function Thumbnail({ hash, useUrl }: { hash: string; useUrl: UseThumbnail }) {
  const url = useUrl(hash);
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <span class="thumbnail">
      {url !== null && url !== failed && (
        <img src={url} alt="" decoding="async" onError={() => setFailed(url)} />
      )}
    </span>
  );
}
