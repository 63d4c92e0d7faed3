import { blocksOf, keyOf, parseBody, textOf } from './lines.ts';

/** What the page's own paragraphs have and the article's do not, each told in a few words. */
export interface Lost {
  links: string[];
  headings: string[];
  items: string[];
  pictures: string[];
  captions: string[];
}

const HEADINGS = 'h2,h3,h4,h5,h6';
/** Elements that may be the source of a line. */
const SOURCES = `${HEADINGS},p,li,dt,dd,blockquote,figcaption,caption,td,th,pre,summary,div`;

/**
 * Sets each line of the article beside the elements of the page that say exactly this. Where the page
 * has it in several, the one that asks for least counts: which copy is the article's is not ours to tell.
 */
export function structureLost(html: string, page: Document): Lost {
  const lost: Lost = { links: [], headings: [], items: [], pictures: [], captions: [] };
  const body = parseBody(html);
  const blocks = blocksOf(body);
  const longest = Math.max(0, ...blocks.map((block) => textOf(block).length));
  const sources = sourcesOf(page, longest);
  const stretch: Element[] = [];
  for (const block of blocks) {
    const same = sources.get(keyOf(textOf(block))) ?? [];
    const own = same.filter((element) => !element.closest('nav,aside,footer'));
    const [first] = own;
    if (!first) continue;
    stretch.push(first);
    const text = textOf(block).replace(/\s+/g, ' ').trim().slice(0, 60);
    const missing = own.map((element) => missingLinks(element, block));
    const fewest = missing.toSorted((a, b) => a.length - b.length)[0] ?? [];
    lost.links.push(...fewest.map((link) => `${link} in «${text}»`));
    if (own.every((element) => element.closest(HEADINGS)) && !block.closest(HEADINGS)) {
      lost.headings.push(text);
    }
    if (own.every((element) => element.closest('ul,ol')) && !block.closest('li')) {
      lost.items.push(text);
    }
  }
  lookAtPictures(stretch, body, lost);
  return lost;
}

/** How much longer than its words an element's markup may print them: line breaks, indentation, a script. */
const SLACK = 4;

/** The page's elements by what they say, boxes that say more than any line aside. */
function sourcesOf(page: Document, longest: number): Map<string, Element[]> {
  const sources = new Map<string, Element[]>();
  for (const element of page.querySelectorAll(SOURCES)) {
    if ((element.textContent?.length ?? 0) > longest * SLACK + 200) continue;
    const key = keyOf(textOf(element));
    if (!key) continue;
    const known = sources.get(key);
    if (known) known.push(element);
    else sources.set(key, [element]);
  }
  return sources;
}

/** Links with words, to pages of the web. */
function missingLinks(source: Element, block: Element): string[] {
  const links = (element: Element) =>
    [...element.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter((link) => keyOf(textOf(link)) !== '' && /^https?:/.test(link.href))
      .map((link) => keyOf(textOf(link)));
  const kept = links(block);
  return links(source).filter((link) => !kept.includes(link));
}

/** Pictures that stand inside the article's paragraphs, or in figures between its first and its last. */
function lookAtPictures(stretch: readonly Element[], body: Element, lost: Lost): void {
  const [first, last] = [stretch[0], stretch.at(-1)];
  const captions = new Map<string, Element>();
  for (const caption of body.querySelectorAll('figcaption')) {
    captions.set(keyOf(textOf(caption)), caption);
    const figure = caption.closest('figure');
    if (!figure?.querySelector('img,video,audio,a[data-warraq],table')) {
      lost.captions.push(textOf(caption).trim().slice(0, 60));
    }
  }
  if (!first || !last) return;
  const kept = new Set([...body.querySelectorAll('img')].map((picture) => fileOf(picture)));
  for (const picture of first.ownerDocument.querySelectorAll('figure img, p img')) {
    const between =
      picture.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_PRECEDING &&
      picture.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING;
    const file = fileOf(picture);
    if (!between || picture.closest('aside,nav,noscript,a') || !file || kept.has(file)) continue;
    lost.pictures.push(file);
  }
}

/** The name of a picture's file, which its sizes and its lazy stand-ins share. */
function fileOf(picture: Element): string {
  const lazy = ['data-src', 'data-lazy-src', 'data-original', 'src'].map((name) =>
    picture.getAttribute(name),
  );
  const address = lazy.find((value) => value && !value.startsWith('data:')) ?? '';
  return address.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
}
