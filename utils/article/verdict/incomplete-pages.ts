import * as dom from '../page/dom.ts';

/** Whether the page has a further page of this same text: `rel=next`, or a row of page numbers that links to it. */
export function hasNextPage(document: Document, url: string): boolean {
  const own = new URL(url);
  const leadsOn = (link: Element): boolean => {
    const address = dom.getAttribute(link, 'href');
    return address !== null && URL.canParse(address, url) && isNextOf(new URL(address, url), own);
  };
  return (
    dom.queryAll(document, 'link[rel~="next"][href]').some(leadsOn) ||
    dom
      .queryAll(document, NUMBERED)
      .some((link) => saysNumber(link) && leadsOn(link) && !isAmongComments(link))
  );
}

/** Links that `isNextOf` may accept, found by the engine: a page has a thousand others. */
const NUMBERED = 'a[href*="page"],a[href*="pg="],a[href$="/2"],a[href$="/2/"]';

/** `rel=next` names the next article on many sites: only this address with the next page's number will do. */
function isNextOf(target: URL, own: URL): boolean {
  if (target.host !== own.host) return false;
  const [ownPath, ownNumber] = pageOf(own);
  const [path, number] = pageOf(target);
  if (number === null) return pathNumber(target, own) === 2 && ownNumber === null;
  return path === ownPath && ownPath !== '' && number === (ownNumber ?? FIRST) + 1;
}

const FIRST = 1;
const QUERY = ['page', 'pg', 'pagenum', 'pageno'];

/** An address without its page's number, and that number: `/page/2`, `?page=2`. */
function pageOf(address: URL): [path: string, number: number | null] {
  const path = trimmed(address.pathname);
  const inPath = /^(.*)\/page\/(\d{1,2})$/.exec(path);
  if (inPath) return [`${inPath[1]}?${rest(address)}`, Number(inPath[2])];
  const named = QUERY.find((name) => /^\d{1,2}$/.test(address.searchParams.get(name) ?? ''));
  return [
    `${path}?${rest(address)}`,
    named === undefined ? null : Number(address.searchParams.get(named)),
  ];
}

/** Of the form `…/story/2` below `…/story`; without the word «page» only the second page is told from an article's number. */
function pathNumber(target: URL, own: URL): number | null {
  const path = trimmed(own.pathname);
  const below = trimmed(target.pathname);
  if (path === '' || !below.startsWith(`${path}/`) || rest(target) !== rest(own)) return null;
  const number = below.slice(path.length + 1);
  return /^\d{1,2}$/.test(number) ? Number(number) : null;
}

function trimmed(path: string): string {
  return path.replace(/\/$/, '');
}

/** What else the address asks for, in a fixed order. */
function rest(address: URL): string {
  return [...address.searchParams]
    .filter(([name]) => !QUERY.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&');
}

/** A figure, an arrow, or the word for «next». */
function saysNumber(link: Element): boolean {
  const text = dom.textContent(link) ?? '';
  return (
    text.length <= 40 &&
    /^(?:[\d٠-٩]+|(?:الصفحة )?التالية?|next(?: page)?|(?:page )?suivante?)?$/i.test(
      text.replace(/[»›>→←‹<]/g, '').trim(),
    )
  );
}

/** Long threads of comments have pages too. */
function isAmongComments(link: Element): boolean {
  return Element.prototype.closest.call(link, OF_COMMENTS) !== null;
}

const OF_COMMENTS = ['id', 'class', 'href']
  .flatMap((name) => [`[${name}*="comment" i]`, `[${name}*="تعليق"]`])
  .join(',');
