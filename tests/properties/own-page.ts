import type { Article } from '../../utils/article/article.ts';

type Printed = Pick<Article, 'html' | 'title' | 'lang' | 'dir'>;

/** The least page that holds an article: its headline and its body. */
export function asOwnPage({ html, title, lang, dir }: Printed): string {
  const headline = title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return (
    `<!doctype html><html lang="${lang ?? 'ar'}" dir="${dir}"><head><meta charset="utf-8">` +
    `<title>${headline}</title></head><body><article><h1>${headline}</h1>${html}</article></body></html>`
  );
}
