import { useState } from 'preact/hooks';
import type { LeadImage } from '../../utils/article/article.ts';
import { plain } from '../ui/plain.ts';
import type { ShownPictures } from './kept-pictures.ts';
import { Text } from './text.tsx';

interface LeadPictureProps {
  image: LeadImage;
  images: 'network' | 'none';
  /** Kept copies, shown where nothing may be asked for. */
  kept: ShownPictures;
}

/** The picture above the text; where it is not there or fails, its words alone. */
export function LeadPicture({ image, images, kept }: LeadPictureProps) {
  const [failed, setFailed] = useState(false);
  const copy = images === 'none' ? kept.get(hrefOf(image.src)) : undefined;
  const src = copy ? copy.src : isShown(image.src, images) ? image.src : null;
  const isThere = !failed && (src !== null || copy !== undefined);
  const alt = plain(image.alt);
  const caption = plain(image.caption) ?? (isThere ? null : alt);
  const credit = plain(image.credit);
  if (!isThere && !caption && !credit) return null;
  return (
    <figure class="lead">
      {isThere && (
        <img
          {...(src === null ? {} : { src })}
          {...(copy ? { width: copy.width, height: copy.height } : {})}
          alt={alt ?? ''}
          referrerpolicy="no-referrer"
          decoding="async"
          onError={() => setFailed(true)}
        />
      )}
      {(caption ?? credit) && (
        <figcaption>
          {caption && <Text>{caption}</Text>}
          {caption && credit && (
            <>
              {' '}
              <span class="dot" aria-hidden="true" />{' '}
            </>
          )}
          {credit && <Text>{credit}</Text>}
        </figcaption>
      )}
    </figure>
  );
}

/** As the kept copy is known by. */
function hrefOf(src: unknown): string {
  return typeof src === 'string' && URL.canParse(src) ? new URL(src).href : '';
}

function isShown(src: unknown, images: 'network' | 'none'): boolean {
  if (typeof src !== 'string') return false;
  if (/^data:image\/(?!svg)/i.test(src)) return true;
  return images === 'network' && /^https?:/i.test(src);
}
