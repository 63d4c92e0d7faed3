import { absolute } from '../page/addresses.ts';
import { getAttribute } from '../page/dom.ts';
import { ampAddress, platformOf } from '../page/platforms.ts';
import { TreeElement } from './tree.ts';

/** Frames that are no content of their platform: buttons, comment forms, page boxes. */
const WIDGET =
  /plugins\/(?:like|share|follow|page|comments|likebox)|\/widgets?\/(?:follow|tweet_button|timeline)|sharer/i;

/** Where a frame's content can be seen on its own, for the platforms that pages embed posts and films of; null for every other frame. */
export function embedAddress(frame: Element): string | null {
  const raw = getAttribute(frame, 'src') || getAttribute(frame, 'data-src') || ampAddress(frame);
  const address = raw ? absolute(raw, frame) : null;
  if (!address || WIDGET.test(address) || !platformOf(address)) return null;
  return address.replace(
    /^(https?:\/\/(?:www\.)?)youtube(?:-nocookie)?\.com\/embed\/([^?&#/]+).*$/,
    '$1youtube.com/watch?v=$2',
  );
}

/**
 * A link in place of an embed. It has no text of its own, so that nothing is shown as the page's
 * words that is not: the view prints its `title`.
 */
export function embedLink(source: Element, address: string, kind: string): TreeElement | null {
  const target = absolute(address, source);
  if (!target?.startsWith('http')) return null;
  const link = new TreeElement('a');
  link.setAttribute('href', target);
  link.setAttribute('data-warraq', kind);
  const own = (getAttribute(source, 'title') ?? getAttribute(source, 'aria-label') ?? '').trim();
  link.setAttribute('title', own || (platformOf(target) ?? new URL(target).hostname));
  const paragraph = new TreeElement('p');
  paragraph.append(link);
  return paragraph;
}
