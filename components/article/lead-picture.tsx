import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LeadImage } from '../../utils/article/article.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { plain } from '../ui/plain.ts';
import type { ShownPictures } from './kept-pictures.ts';
import { PicturesContext } from './pictures-context.ts';
import { Text } from './text.tsx';

interface LeadPictureProps {
  image: LeadImage;
  images: 'network' | 'none';
  /** Kept copies, shown where nothing may be asked for. */
  kept: ShownPictures;
}

/** The picture above the text; where it is not there or fails, its words alone. */
export function LeadPicture({ image, images, kept }: LeadPictureProps) {
  const { t } = useI18n();
  const setting = useContext(PicturesContext);
  const [failed, setFailed] = useState(false);
  const [pressed, setPressed] = useState(false);
  const picture = useRef<HTMLImageElement>(null);
  // The button that had it is gone.
  useLayoutEffect(() => {
    if (pressed) picture.current?.focus({ preventScroll: true });
  }, [pressed]);
  const copy = images === 'none' ? kept.get(hrefOf(image.src)) : undefined;
  const src = copy ? copy.src : isShown(image.src, images) ? image.src : null;
  const isThere = !failed && setting !== 'none' && (src !== null || copy !== undefined);
  const isHeld = setting === 'tap' && !pressed;
  const alt = plain(image.alt);
  const caption = plain(image.caption) ?? (isThere ? null : alt);
  const credit = plain(image.credit);
  if (!isThere && !caption && !credit) return null;
  return (
    <figure class="lead">
      {isThere && isHeld && (
        <button
          type="button"
          class="held-picture"
          title={t('showPicture')}
          aria-label={[t('showPicture'), alt].filter(Boolean).join(': ')}
          data-testid="show-lead-picture"
          onClick={() => setPressed(true)}
        />
      )}
      {isThere && !isHeld && (
        <img
          ref={picture}
          {...(pressed ? { tabIndex: -1 } : {})}
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
