import { useState } from 'preact/hooks';
import type { LeadImage } from '../../utils/article/article.ts';
import { plain } from '../ui/plain.ts';
import { Text } from './text.tsx';

interface LeadPictureProps {
  image: LeadImage;
  images: 'network' | 'none';
}

/** The picture above the text; where it is not asked for or fails, its caption alone. */
export function LeadPicture({ image, images }: LeadPictureProps) {
  const [failed, setFailed] = useState(false);
  const shown = !failed && isShown(image.src, images);
  const caption = plain(image.caption);
  const credit = plain(image.credit);
  if (!shown && !caption && !credit) return null;
  return (
    <figure class="lead">
      {shown && (
        <img
          src={image.src}
          alt={plain(image.alt) ?? ''}
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

function isShown(src: unknown, images: 'network' | 'none'): boolean {
  if (typeof src !== 'string') return false;
  if (/^data:image\/(?!svg)/i.test(src)) return true;
  return images === 'network' && /^https?:/i.test(src);
}
