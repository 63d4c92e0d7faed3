import { headlineDirection, textDirection } from '../../arabic/direction.ts';
import type { Facts } from './article-facts.ts';
import { isMoment } from './body.ts';
import type { ExportWords } from './exported.ts';
import { textMarkup, valueMarkup } from './markup.ts';
import { besideText } from './notes.ts';

const DOT = ' <span class="dot" aria-hidden="true">◆</span> ';

/** Headline and what is said of the article, above its text: the same in HTML and XHTML. */
export function headerMarkup(facts: Facts, words: ExportWords, level: 1 | 2): string {
  const { title, kicker, deck, byline, site, published, url } = facts;
  const date = published !== null && words.date(published);
  const time =
    published !== null && isMoment(published) ? ` datetime="${valueMarkup(published)}"` : '';
  const about = [site, kicker].flatMap((part) => (part === null ? [] : isolated(part)));
  const made = [
    byline === null ? '' : `<span class="byline">${isolated(byline)}</span>`,
    date ? `<time${time}>${isolated(date)}</time>` : '',
  ].filter(Boolean);
  return [
    '<header>',
    about.length > 0 ? `<p class="kicker">${about.join(DOT)}</p>` : '',
    `<h${level} class="headline" dir="${headlineDirection(title, facts.dir)}">${textMarkup(title)}</h${level}>`,
    deck === null
      ? ''
      : `<p class="deck" dir="${directionIn(deck, facts.dir)}">${textMarkup(deck)}</p>`,
    made.length > 0 ? `<p class="facts">${made.join(DOT)}</p>` : '',
    facts.complete ? '' : interfaceLine('notice', textMarkup(words.incomplete), words),
    url === null ? '' : interfaceLine('source', sourceLink(url, words), words),
    '</header>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** The reader's own notes, below the text, each under the passage it is on; empty without any. */
export function notesMarkup({ notes, dir }: Facts, words: ExportWords): string {
  const written = besideText(notes).flatMap(({ quote, text }) => [
    quote === null ? '' : `<blockquote>\n${paragraphs(quote, dir)}\n</blockquote>`,
    text === null ? '' : paragraphs(text, dir),
  ]);
  const lines = written.filter(Boolean);
  if (lines.length === 0) return '';
  const title = interfaceLine('notes-title', textMarkup(words.notes), words);
  return `<aside class="notes">\n${title}\n${lines.join('\n')}\n</aside>`;
}

function paragraphs(text: string, dir: 'rtl' | 'ltr'): string {
  return text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p dir="${directionIn(line, dir)}">${textMarkup(line)}</p>`)
    .join('\n');
}

/** `lang` and `dir`, and in XML the language under its name there too. */
export function languageMarkup(lang: string | null, dir: string, as: 'html' | 'xml'): string {
  const tag = lang === null ? '' : ` lang="${valueMarkup(lang)}"`;
  const xml = lang !== null && as === 'xml' ? ` xml:lang="${valueMarkup(lang)}"` : '';
  return `${tag}${xml} dir="${dir}"`;
}

export function directionIn(text: string, around: 'rtl' | 'ltr'): 'rtl' | 'ltr' {
  return textDirection(text) ?? around;
}

/** A text beside others, with a direction of its own. */
function isolated(text: string): string {
  return `<bdi dir="${textDirection(text) ?? 'auto'}">${textMarkup(text)}</bdi>`;
}

/** Words of the interface keep its language and direction. */
function interfaceLine(name: string, inner: string, { lang, dir }: ExportWords): string {
  return `<p class="${name}"${languageMarkup(lang, dir, 'html')}>${inner}</p>`;
}

function sourceLink(url: string, words: ExportWords): string {
  const address = `<a href="${valueMarkup(url)}" rel="noopener noreferrer"><bdi dir="ltr">${textMarkup(readable(url))}</bdi></a>`;
  return `${textMarkup(words.source)} ${address}`;
}

/** As a reader would write it, where that leads to the same place. */
function readable(url: string): string {
  try {
    return decodeURI(url).replace(/[\p{Cc}\p{Cf}\p{White_Space}]/gu, encodeURIComponent);
  } catch (error) {
    // Escapes that are not UTF-8 are shown as they are.
    if (error instanceof URIError) return url;
    throw error;
  }
}
