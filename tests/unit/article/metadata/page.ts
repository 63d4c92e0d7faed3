import { foldWords } from '../../../../utils/arabic/fold.ts';
import { matchPhrase } from '../../../../utils/arabic/phrases.ts';
import { readMetadata } from '../../../../utils/article/metadata/metadata.ts';

const NOW = new Date('2026-11-24T12:00:00Z');

/** Sentences of no news at all, long enough to be paragraphs. */
export const TEXT = [
  'خرج الصيادون قبل شروق الشمس إلى البحيرة كما يفعلون كل صباح، ولم يكن في الأفق ما ينذر بأن الريح ستشتد قبل الظهيرة.',
  'عاد أولهم بعد ساعة واحدة وقاربه نصف ممتلئ بالماء، وحكى لمن وقف على الشاطئ كيف رأى الموج يعلو فوق الصخور البعيدة.',
  'جلس الآخرون ينتظرون حتى هدأ كل شيء، ثم اقتسموا ما جمعوه من سمك وعادوا إلى بيوتهم وهم يتحدثون عن ذلك اليوم الطويل.',
];
export const TITLE = 'صيادو البحيرة يروون حكاية يوم عاصف';

interface Page {
  head?: string;
  above?: string;
  /** Lines before, between and after the text's paragraphs, inside the article. */
  body?: string;
  below?: string;
  url?: string;
  heading?: string;
}

const paragraphs = TEXT.map((text) => `<p>${text}</p>`).join('');

/** The metadata of a page: a menu, a headline, lines above and below, a text of three paragraphs. */
export function read({ head = '', above = '', body = paragraphs, below = '', url, heading }: Page) {
  const h1 = heading ?? `<h1>${TITLE}</h1>`;
  const document = new DOMParser().parseFromString(
    `<html><head>${head}</head><body><div><ul><li>الرئيسية</li><li>شؤون عربية</li></ul></div><main><div>${h1}${above}<section data-article>${body}</section></div>${below}</main></body></html>`,
    'text/html',
  );
  const elements = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6,p,li')];
  const page = elements.map((element) => {
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    const words = foldWords(text);
    return { element, name: element.localName, text, linked: 0, words, phrase: matchPhrase(text) };
  });
  const article = page.filter(({ element }) => element.closest('[data-article]'));
  return readMetadata({
    document,
    page,
    article,
    now: NOW,
    url: url ?? 'https://news.example/a/1',
  });
}

export const withLine = (first: string, last = '') =>
  `${first ? `<p>${first}</p>` : ''}${paragraphs}${last ? `<p>${last}</p>` : ''}`;
export const meta = (name: string, content: string) =>
  `<meta property="${name}" content="${content}">`;
export const jsonLd = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
