import type { LeadImage } from '../article.ts';
import { foldWords } from '../../arabic/fold.ts';
import * as dom from '../page/dom.ts';
import { absolute } from './canonical.ts';
import { named } from '../page/dom.ts';
import { attribute, oneLine, textOf } from './dom.ts';
import type { JsonLd } from './json-ld.ts';
import { metaValue, type Meta } from './meta.ts';

/** Words of files that stand for no picture of the article: the site's mark or a placeholder. Folders are called so for other reasons (`/sites/default/files/`). */
const NOT_A_PICTURE =
  /(?:^|[/_.-])(?:logos?|default|placeholder|no-?image|blank|avatar|favicon|icon|share|social)(?:[_.-][^/]*)?$|\/(?:logos?|icons?|social)\//i;

/** The picture the page states for itself, with caption and credit where the page prints that picture. */
export function readLeadImage(
  document: Document,
  meta: Meta,
  jsonLd: JsonLd,
  headline: string,
  url: string,
): LeadImage | null {
  const src = [
    metaValue(meta, 'og:image', 'og:image:secure_url', 'og:image:url'),
    metaValue(meta, 'twitter:image', 'twitter:image:src'),
    jsonLd.image,
  ]
    .map((address) => absolute(address, url))
    .find((address) => address && !NOT_A_PICTURE.test(new URL(address).pathname));
  if (!src) return null;
  const file = pictureFile(src);
  const stem = file.replace(/\.[^.]*$/, '');
  const image = named(document, 'img').find((candidate) => {
    const address = attribute(candidate, 'src') || attribute(candidate, 'data-src');
    return address.toLowerCase().includes(stem) && pictureFile(address) === file;
  });
  const isHeadline = (text: string | null) => foldWords(text ?? '') === foldWords(headline);
  const alt = image ? oneLine(attribute(image, 'alt')) : '';
  const { caption, credit } = partCredit(image ? captionOf(image) : '');
  return {
    src,
    alt: isHeadline(alt) ? '' : alt,
    caption: isHeadline(caption) ? null : caption,
    credit,
  };
}

/** Folders in which systems keep a picture in a size. */
const SIZE = /^(?:\d+x\d+|large|medium|small|thumbs?|original|full|w\d+)$/;
/** Characters of a file's name; shorter ones («1.jpg», «main.jpg») are told apart by their folders. */
const TELLING = 10;

/**
 * A file's name without the size that systems add to it: `photo-300x200.jpg` is `photo.jpg`. With its
 * folder where it is short, and with what a script is asked for (`image.php?id=12`).
 */
export function pictureFile(address: string): string {
  const [path = '', query = ''] = address
    .toLowerCase()
    .replace(/^(?:https?:)?\/\/[^/]+/, '')
    .split(/[?#]/);
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const folder = parts.slice(0, -1).findLast((part) => !SIZE.test(part)) ?? '';
  const file = name.replace(/[-_]\d{2,4}x\d{2,4}(?=\.)/, '');
  if (/\.(?:php|aspx?|ashx|jsp|cgi)$/.test(file))
    return `${file}?${query.replace(/(?:^|&)(?:w|h|q|width|height|quality|size)=[^&]*/g, '')}`;
  return file.length < TELLING ? `${folder}/${file}` : file;
}

function captionOf(image: Element): string {
  const figure = Element.prototype.closest.call(image, 'figure');
  const captions = figure ? dom.querySelectorAll(figure, 'figcaption') : [];
  return captions.map(textOf).find((text) => text && text.length <= 400) ?? '';
}

/** «… (رويترز)», «تصوير: فلان», «صدر الصورة، وكالة التعليق على الصورة، …»: the credit apart from what the picture shows. */
export function partCredit(text: string): { caption: string | null; credit: string | null } {
  const [, source, shown = ''] =
    /^(?:م?صدر الصورة|image source)[،,:\s]+(.*?)(?:\s*((?:التعليق على الصورة|image caption).*))?$/iu.exec(
      text,
    ) ?? [];
  if (source) return { caption: partCredit(shown).caption, credit: source };
  const caption = text.replace(/^(?:التعليق على الصورة|image caption)[،,:\s]+/iu, '');
  const [, before, credit, bracketed] =
    /^(.*?)[\s(/|–-]*(?:(?:تصوير|عدسة|كاميرا|photo|cr[ée]dit)\s*[:：]\s*([^()]+)\)?|[([]([^()[\]]{2,40})[)\]]\s*\.?)$/iu.exec(
      caption,
    ) ?? [];
  const found = (credit ?? bracketed ?? '').trim();
  return found
    ? { caption: before!.trim() || null, credit: found }
    : { caption: caption || null, credit: null };
}
