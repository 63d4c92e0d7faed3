import { textDirection } from '../../arabic/direction.ts';
import { hash } from '../../article/hash.ts';
import type { Exported } from './exported.ts';
import { bytesIn, pictureKind, type PictureKind } from './picture-bytes.ts';

/** A picture to be put into an export. */
export interface PlacedPicture extends PictureKind {
  /** The same for the same bytes; of letters and digits. */
  name: string;
  bytes: Uint8Array;
}

/** What stands in `src`; null leaves the picture out. */
export type PlacePicture = (picture: PlacedPicture) => string | null | Promise<string | null>;

/**
 * Every picture of a body gets the address of its kept copy, and of what it had nothing but its words.
 * One that is not kept gives way to its alternative text, and takes with it the boxes it leaves empty.
 */
export async function placePictures(
  body: DocumentFragment,
  kept: Exported['picture'],
  place: PlacePicture,
): Promise<void> {
  for (const image of body.querySelectorAll('img')) {
    const address = image.getAttribute('data-src') ?? image.getAttribute('src') ?? '';
    const alt = image.getAttribute('alt')?.trim() ?? '';
    const title = image.getAttribute('title');
    for (const name of image.getAttributeNames()) {
      if (name !== 'dir' && name !== 'lang' && name !== 'id') image.removeAttribute(name);
    }
    const picture = await pictureAt(address, kept);
    const source = picture && (await place(picture));
    if (source) {
      image.setAttribute('src', source);
      image.setAttribute('alt', alt);
      if (title !== null) image.setAttribute('title', title);
    } else giveWay(image, alt);
  }
  for (const frame of body.querySelectorAll('picture')) frame.replaceWith(...frame.childNodes);
}

async function pictureAt(
  address: string,
  kept: Exported['picture'],
): Promise<PlacedPicture | null> {
  const inline = /^data:/iu.test(address) ? bytesIn(address) : null;
  const picture = inline ? { hash: nameOf(inline), bytes: inline } : await kept(address);
  const kind = picture && pictureKind(picture.bytes);
  if (!kind) return null;
  const name = /^[\da-f]{16,128}$/u.test(picture.hash) ? picture.hash : nameOf(picture.bytes);
  return { ...kind, name, bytes: picture.bytes };
}

/** For what has no stored hash; two that meet would have to be as long as each other too. */
function nameOf(bytes: Uint8Array): string {
  return `${hash(new TextDecoder('latin1').decode(bytes))}${bytes.length.toString(36)}`;
}

function giveWay(image: Element, alt: string): void {
  const figure = image.closest('figure');
  if (alt !== '' && !figure?.querySelector('figcaption')) {
    const words = image.ownerDocument.createElement('span');
    words.setAttribute('class', 'alt');
    words.setAttribute('dir', textDirection(alt) ?? 'auto');
    words.textContent = alt;
    image.replaceWith(words);
    return;
  }
  let gone: Element = image;
  while (gone.parentElement && isEmptyBut(gone.parentElement, gone)) gone = gone.parentElement;
  gone.remove();
}

function isEmptyBut(box: Element, child: Element): boolean {
  return (
    box.childElementCount === 1 &&
    box.textContent.trim() === '' &&
    !/^t[dh]$/u.test(box.localName) &&
    child.textContent.trim() === ''
  );
}
