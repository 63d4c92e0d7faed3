import type { Article, Direction } from '../../utils/article/article.ts';
import { textDirection } from '../../utils/arabic/direction.ts';
import { useI18n } from '../ui/i18n-context.ts';
import { Facts } from '../ui/facts.tsx';
import { plain } from '../ui/plain.ts';
import { Text } from './text.tsx';

interface ArticleHeaderProps {
  article: Article;
  corrected: { title: string | null; byline: string | null } | null;
  /** Given by the reader to the whole article; null where each line has that of its letters. */
  turned: Direction | null;
  titleId: string;
}

/** Site, headline, standfirst, and the line of byline, date and reading time. */
export function ArticleHeader({ article, corrected, turned, titleId }: ArticleHeaderProps) {
  const i18n = useI18n();
  const title = plain(corrected?.title) ?? plain(article.title) ?? '';
  const deck = plain(article.deck);
  const byline = plain(corrected?.byline) ?? plain(article.byline);
  const stated = plain(article.publishedTime);
  const date = stated && i18n.date(stated, 'time');
  return (
    <header>
      <Facts
        extraClass="small kicker"
        facts={[plain(article.siteName), plain(article.kicker)].map(
          (part) => part && <Text>{part}</Text>,
        )}
      />
      <h1
        id={titleId}
        class="headline"
        data-testid="article-title"
        dir={turned ?? textDirection(title) ?? article.dir}
      >
        {title}
      </h1>
      {deck && (
        <p class="deck" dir={turned ?? textDirection(deck) ?? article.dir}>
          {deck}
        </p>
      )}
      <Facts
        extraClass="small meta"
        facts={[
          byline && (
            <span class="byline" data-testid="article-byline">
              {byline}
            </span>
          ),
          stated && date && (
            <time
              dateTime={stated}
              title={i18n.date(stated, 'zone') ?? undefined}
              data-testid="article-date"
            >
              {date}
            </time>
          ),
          i18n.readingTime(article.readingMinutes),
        ]}
      />
    </header>
  );
}
