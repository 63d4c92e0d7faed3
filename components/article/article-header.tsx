import { headlineDirection } from '../../utils/arabic/direction.ts';
import type { Article, Direction } from '../../utils/article/article.ts';
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
      <Text
        as="h1"
        id={titleId}
        class="headline"
        roomy
        data-testid="article-title"
        dir={turned ?? headlineDirection(title, article.dir)}
      >
        {title}
      </Text>
      {deck && (
        <Text as="p" class="deck" roomy fallback={article.dir} dir={turned}>
          {deck}
        </Text>
      )}
      <Facts
        extraClass="small meta"
        facts={[
          byline && (
            <Text as="span" class="byline" data-testid="article-byline">
              {byline}
            </Text>
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
