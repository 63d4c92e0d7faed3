import { useEffect, useState } from 'preact/hooks';

/** Address, of this device alone, of the picture with that hash; null when it is not there. */
export type ThumbnailUrl = (hash: string) => Promise<string | null>;

/** The first picture of an article. Its place is kept until it answers, and given up if there is none. */
export function Thumbnail({ hash, urlOf }: { hash: string; urlOf: ThumbnailUrl }) {
  const [url, setUrl] = useState<string | null>('');
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      try {
        const answer = await urlOf(hash);
        if (!gone) setUrl(answer);
      } catch (error) {
        // A row without its picture says all it has to say.
        console.warn(error);
        if (!gone) setUrl(null);
      }
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [hash, urlOf]);
  if (url === null) return null;
  return (
    <span class="thumbnail">
      {url && <img src={url} alt="" decoding="async" onError={() => setUrl(null)} />}
    </span>
  );
}
