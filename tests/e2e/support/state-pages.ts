import type { Routes } from '../../browser/server.ts';
import { LIBRARY_NEWS, newsPage, WHEAT_NEWS } from './news-page.ts';

export const SITE = 'http://news.example';
export const CAPTION = 'القاعة الكبرى بعد الترميم كما بدت صباح الافتتاح';

/** An article with a link out, a link into itself, and a picture the server does not have. */
function linkedStory(): string {
  const [first = '', second = '', ...others] = LIBRARY_NEWS.paragraphs;
  return newsPage(LIBRARY_NEWS.title, [
    `${first} <a href="/elsewhere-4821999">تقرير سابق</a>`,
    `${second} <a href="#note">الحاشية</a>`,
    ...others,
  ]).replace(
    '</div>\n</article>',
    `<figure><img src="/missing.jpg" alt="قاعة" width="640" height="360"><figcaption>${CAPTION}</figcaption></figure>
<p id="note">حاشية: بنيت المكتبة أول مرة قبل مئة عام على يد جمعية من معلمي المدينة وتجارها.</p></div>
</article>`,
  );
}

/** An article that breaks off where its site asks to go on elsewhere. */
function foldedStory(): string {
  const [first = '', second = '', third = ''] = WHEAT_NEWS.paragraphs;
  return newsPage(WHEAT_NEWS.title, [first, second, `${third.slice(0, -1)}…`]).replace(
    '</div>\n</article>',
    '</div>\n<p><a href="/wheat-5550123/full">أكمل القراءة</a></p>\n</article>',
  );
}

/** The least a PDF reader takes for one. */
const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

const PAGES: Record<string, () => string> = {
  '/': () => newsPage('الرئيسية', WHEAT_NEWS.paragraphs),
  '/story-4821973': linkedStory,
  '/folded-5550123': foldedStory,
  '/wheat-5550124': () => newsPage(WHEAT_NEWS.title, WHEAT_NEWS.paragraphs),
  '/elsewhere-4821999': () => newsPage('تقرير سابق', []),
};

export const statePages: Routes = ({ pathname }) => {
  if (pathname === '/paper.pdf') return { body: PDF, type: 'application/pdf' };
  const page = PAGES[pathname];
  return page ? { body: page() } : null;
};
