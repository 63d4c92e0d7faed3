import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import type { Library } from './library-state.ts';

/** Further rows come as the end of the list comes near; the button is for those who do not scroll. */
export function LoadMore({ library }: { library: Library }) {
  const { t } = useI18n();
  const end = useRef<HTMLDivElement>(null);
  const rows = library.rows.value;
  useEffect(() => {
    if (!end.current || typeof IntersectionObserver === 'undefined') return undefined;
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void library.more();
      },
      { root: end.current.closest('[data-scrolls]'), rootMargin: '600px 0px' },
    );
    seen.observe(end.current);
    // Anew after every answer: what is still in sight calls again.
    return () => seen.disconnect();
  }, [library, rows]);
  return (
    <div class="more-row" ref={end}>
      <Button data-testid="show-more" onClick={() => void library.more()}>
        {t('showMore')}
      </Button>
    </div>
  );
}
