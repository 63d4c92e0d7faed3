import type { Article } from '../../article/article.ts';
import { directBlocks } from '../../article/body/direct-blocks.ts';
import { sanitizeArticle } from '../../article/sanitize.ts';
import { textDirection } from '../../arabic/direction.ts';
import { applyEdits } from '../../library/edits/apply-edits.ts';
import { plain } from './article-facts.ts';
import type { Exported } from './exported.ts';
import { placePictures, type PlacePicture } from './pictures.ts';
import { ownIds } from './own-ids.ts';

export interface BodyOptions {
  /** With a window: what sanitises needs one. */
  document: Document;
  /** Where a kept picture stands in this export; null leaves it out. */
  place: PlacePicture;
  /** Stands before every id of the body, so that articles in one file do not meet. */
  idPrefix: string;
}

/**
 * An article's text as an export writes it: through the one door, with the reader's edits, each block
 * with its direction, the lead picture first and the closing lines last in a `footer`. Whatever its
 * source, it holds no address that would be asked for: a picture is where `place` put it, or its
 * alternative text. Empty for a link.
 */
export async function exportBody(
  exported: Pick<Exported, 'text' | 'edits' | 'picture'>,
  { document, place, idPrefix }: BodyOptions,
): Promise<DocumentFragment> {
  const article = exported.text?.article;
  if (!article) return document.createDocumentFragment();
  const clean = (html: string): DocumentFragment => {
    const content = sanitizeArticle(html, { document, images: 'none', baseUrl: article.url });
    directBlocks(content);
    return content;
  };
  const body = clean(article.html);
  applyEdits(body, article, exported.edits, clean);
  for (const mark of body.querySelectorAll('mark[data-mark]')) {
    // Its tint alone stays: the name is of use only here.
    mark.removeAttribute('data-mark');
    mark.removeAttribute('data-noted');
    if (mark.getAttribute('data-colour') === '1') mark.removeAttribute('data-colour');
  }
  const lead = leadFigure(article, body.ownerDocument);
  if (lead) body.prepend(lead);
  const closing = closingLines(article, body.ownerDocument);
  if (closing) body.append(closing);
  await placePictures(body, exported.picture, place);
  nameEmbeds(body);
  dropUndated(body);
  ownIds(body, idPrefix);
  // Two texts side by side are written as one line, and escaped as one.
  body.normalize();
  return body;
}

function leadFigure({ leadImage, dir }: Article, document: Document): Element | null {
  if (!leadImage) return null;
  const figure = document.createElement('figure');
  const image = document.createElement('img');
  image.setAttribute('alt', plain(leadImage.alt) ?? '');
  image.setAttribute('data-src', plain(leadImage.src) ?? '');
  figure.append(image);
  const words = [plain(leadImage.caption), plain(leadImage.credit)].filter((part) => part !== null);
  if (words.length > 0) {
    const caption = document.createElement('figcaption');
    caption.textContent = words.join(' ◆ ');
    caption.setAttribute('dir', textDirection(caption.textContent) ?? dir);
    figure.append(caption);
  }
  return figure;
}

function closingLines({ endNotes }: Article, document: Document): Element | null {
  const notes = endNotes.flatMap((note) => plain(note) ?? []);
  if (notes.length === 0) return null;
  const footer = document.createElement('footer');
  for (const note of notes) {
    const line = document.createElement('p');
    line.textContent = note;
    line.setAttribute('dir', textDirection(note) ?? 'auto');
    footer.append(line);
  }
  return footer;
}

/** A link in place of an embed has no words of its own: its title stands for them. */
function nameEmbeds(body: DocumentFragment): void {
  for (const element of body.querySelectorAll('[data-warraq]')) {
    if (element.localName === 'a' && !element.firstChild) {
      element.textContent = plain(element.getAttribute('title')) ?? element.getAttribute('href');
    }
    element.removeAttribute('data-warraq');
  }
}

/** A time that is none says nothing to a program, and makes an EPUB invalid. */
function dropUndated(body: DocumentFragment): void {
  for (const time of body.querySelectorAll('time[datetime]')) {
    const stated = time.getAttribute('datetime') ?? '';
    if (!isMoment(stated)) time.removeAttribute('datetime');
  }
}

/** As far as `Article.publishedTime` goes: https://html.spec.whatwg.org/#the-time-element knows more. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/u.test(
    text,
  );
}
