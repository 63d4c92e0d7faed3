import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../../utils/article/article.ts';
import { positionIn } from '../reading/position.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { minutesLeft } from './minutes-left.ts';

/** How often what is left is looked up while the page is scrolled, in ms. */
const REST = 250;

/** What is left to read, once reading has begun and until it has ended. */
export function TimeLeft({ article }: { article: Article }) {
  const { t, readingTime } = useI18n();
  const minutes = minutesLeft(article, useShare(article));
  return (
    <span class="time-left">
      {minutes && <span data-testid="time-left">{t('timeLeft', readingTime(minutes))}</span>}
    </span>
  );
}

/** Share of the text above the window's top, 0 to 1. */
function useShare(article: Article): number {
  const [share, setShare] = useState(0);
  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      resting = undefined;
      const body = document.querySelector('[data-testid="article-body"]');
      const bar = document.querySelector('header.bar');
      const place = body && positionIn(body, bar?.getBoundingClientRect().bottom ?? 0);
      setShare(place?.share ?? 0);
    };
    const scrolled = (): void => {
      resting ??= setTimeout(look, REST);
    };
    scrolled();
    document.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      clearTimeout(resting);
      document.removeEventListener('scroll', scrolled);
    };
  }, [article]);
  return share;
}
