import * as dom from '../page/dom.ts';
import { metaValue, type Head } from '../metadata/meta.ts';

/** What a page says of itself outside its text: hints, never a verdict, since many call everything an article. */
export interface Statement {
  titles: string[];
  site: string;
  isArticle: boolean;
  /** Updates below each other, whose headings may link to themselves. */
  isLive: boolean;
  isVideo: boolean;
  isList: boolean;
  hasPassword: boolean;
}

/** Characters; a longer block of data is not read for a hint. */
const LONGEST_DATA = 60_000;

/** WordPress says so of every page that lists others, whatever the theme: a section, tag, author, month. */
const ARCHIVE = /(?:^|\s)archive(?:\s|$)/;

export function statementOf(document: Document, { meta, scripts, title }: Head): Statement {
  const type = metaValue(meta, 'og:type').toLowerCase();
  const data = scripts.filter((text) => text.length <= LONGEST_DATA).join('\n');
  const isTyped = (types: string): boolean =>
    new RegExp(`"@type"\\s*:\\s*\\[?\\s*"(?:${types})"`).test(data);
  const body = dom.bodyIn(document);
  const isArchive = ARCHIVE.test((body && dom.getAttribute(body, 'class')) ?? '');
  return {
    titles: [title, metaValue(meta, 'og:title')].filter(Boolean),
    site: metaValue(meta, 'og:site_name'),
    isArticle:
      !isArchive && (type === 'article' || isTyped('[A-Za-z]*(?:Article|BlogPosting)|Report')),
    isLive: isTyped('LiveBlogPosting'),
    isVideo: type.startsWith('video') || isTyped('VideoObject'),
    isList:
      isArchive || type === 'profile' || isTyped('CollectionPage|ProfilePage|SearchResultsPage'),
    hasPassword: dom.queryAll(document, 'input[type="password" i]').length > 0,
  };
}
