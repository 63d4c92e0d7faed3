import type { LeadImage } from '../article.ts';
import { matchPhrase } from '../../arabic/phrases.ts';
import { fold, foldWords } from '../../arabic/fold.ts';
import { absolute } from './canonical.ts';
import * as dom from '../dom.ts';
import { attribute, queryAll, textOf } from './dom.ts';
import type { JsonLd } from './json-ld.ts';
import { metaValue, type Meta } from './meta.ts';

/** Words of files that stand for no picture of the article: the site's mark or a placeholder. */
const NOT_A_PICTURE =
  /(?:^|[/_.-])(?:logo|logos|default|placeholder|no-?image|blank|avatar|favicon|icon|share|social)(?:[/_.-]|$)/i;

/** The picture the page states for itself, with caption and credit where the page prints that picture. */
export function readLeadImage(
  document: Document,
  meta: Meta,
  jsonLd: JsonLd,
  headline: string,
  url: string,
): LeadImage | null {
  const stated = [
    metaValue(
      meta,
      'og:image',
      'og:image:secure_url',
      'og:image:url',
      'twitter:image',
      'twitter:image:src',
    ),
    jsonLd.image,
  ];
  const src = stated
    .map((address) => absolute(address, url))
    .find((address) => address && !NOT_A_PICTURE.test(new URL(address).pathname));
  if (!src) return null;
  const file = pictureFile(src);
  const image = queryAll(document, 'img').find(
    (candidate) =>
      pictureFile(attribute(candidate, 'src') || attribute(candidate, 'data-src')) === file,
  );
  if (!image) return { src, alt: '', caption: null, credit: null };
  const { caption, credit } = captionOf(image);
  const alt = textLine(attribute(image, 'alt'));
  const same = caption !== null && foldWords(caption) === foldWords(headline);
  return {
    src,
    alt: foldWords(alt) === foldWords(headline) ? '' : alt,
    caption: same ? null : caption,
    credit,
  };
}

/** A file's name without the size that systems add to it: `photo-300x200.jpg` is `photo.jpg`. */
export function pictureFile(address: string): string {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  const file = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return file.replace(/[-_]\d{2,4}x\d{2,4}(?=\.)/, '');
}

function captionOf(image: Element): { caption: string | null; credit: string | null } {
  for (let node = dom.parentNode(image), depth = 0; node && depth < 4; depth++) {
    if (dom.nodeType(node) !== 1) break;
    if (dom.localName(node) === 'figure') {
      const text = dom
        .querySelectorAll(node as Element, 'figcaption')
        .map(textOf)
        .find(Boolean);
      return partCredit(text && text.length <= 400 ? text : '');
    }
    node = dom.parentNode(node);
  }
  return { caption: null, credit: null };
}

/** «… (رويترز)», «تصوير: فلان», «صدر الصورة، وكالة التعليق على الصورة، …»: the credit apart from what the picture shows. */
export function partCredit(text: string): { caption: string | null; credit: string | null } {
  const hint =
    /^(?:صدر الصورة|مصدر الصورة|image source|image caption)[،,:\s]+(.*?)(?:\s*(?:التعليق على الصورة|image caption)[،,:\s]+(.*))?$/iu.exec(
      text,
    );
  if (hint) return { caption: hint[2] || null, credit: hint[1] || null };
  const caption = text.replace(/^(?:التعليق على الصورة|image caption)[،,:\s]+/iu, '');
  const labelled =
    /^(.*?)[\s(/|–-]*((?:تصوير|عدسة|كاميرا|photo|crédit|credit)\s*[:：]\s*[^()]+)\)?$/iu.exec(
      caption,
    );
  if (labelled && matchPhrase(fold(labelled[2]!), new Set(['photo-credit']))) {
    return {
      caption: labelled[1]!.trim() || null,
      credit: labelled[2]!.replace(/^[^:：]+[:：]\s*/, '').trim(),
    };
  }
  const bracketed = /^(.+?)\s*[([]([^()[\]]{2,40})[)\]]\s*\.?$/u.exec(caption);
  if (bracketed) return { caption: bracketed[1]!, credit: bracketed[2]!.trim() };
  return { caption: caption || null, credit: null };
}

function textLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
