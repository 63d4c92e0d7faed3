import type { Article } from '../article/article.ts';
import type { Item } from './item.ts';

/** What a list shows of an article without reading its text. */
export type Description = Pick<
  Item,
  | 'url'
  | 'title'
  | 'byline'
  | 'siteName'
  | 'lang'
  | 'dir'
  | 'publishedTime'
  | 'excerpt'
  | 'readingMinutes'
  | 'complete'
>;

export function describe(article: Article): Description {
  return {
    url: article.url,
    title: article.title,
    byline: article.byline,
    siteName: article.siteName,
    lang: article.lang,
    dir: article.dir,
    publishedTime: article.publishedTime,
    excerpt: article.excerpt,
    readingMinutes: article.readingMinutes,
    complete: article.complete,
  };
}
