import * as dom from './dom.ts';

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

export function statementOf(document: Document): Statement {
  const type = meta(document, 'og:type').toLowerCase();
  const data = all(document, 'script[type="application/ld+json" i]')
    .map((script) => dom.textContent(script) ?? '')
    .filter((text) => text.length <= LONGEST_DATA)
    .join('\n');
  const isTyped = (types: string): boolean =>
    new RegExp(`"@type"\\s*:\\s*\\[?\\s*"(?:${types})"`).test(data);
  const [title] = all(document, 'title');
  const stated = (title && dom.textContent(title)) ?? '';
  return {
    titles: [stated, meta(document, 'og:title')].filter(Boolean),
    site: meta(document, 'og:site_name'),
    isArticle: type === 'article' || isTyped('[A-Za-z]*(?:Article|BlogPosting)|Report'),
    isLive: isTyped('LiveBlogPosting'),
    isVideo: type.startsWith('video') || isTyped('VideoObject'),
    isList: type === 'profile' || isTyped('CollectionPage|ProfilePage|SearchResultsPage'),
    hasPassword: all(document, 'input[type="password" i]').length > 0,
  };
}

function meta(document: Document, property: string): string {
  const [found] = all(document, `meta[property="${property}" i]`);
  return (found && dom.getAttribute(found, 'content'))?.trim() ?? '';
}

function all(document: Document, selector: string): Element[] {
  return Array.from(Document.prototype.querySelectorAll.call(document, selector));
}
