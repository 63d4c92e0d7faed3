import type { Mark } from '../../utils/library/edits/marks.ts';
import { blockElement, shownBody } from './selected.ts';

/** How long a highlight gone to stands out, in ms. */
const SHOWN = 1600;

/** Brings a highlight into sight and the keyboard to it. */
export function goToMark({ name, anchors }: Mark): void {
  const body = shownBody();
  if (!body) return;
  const mark =
    body.querySelector<HTMLElement>(`[data-mark="${CSS.escape(name)}"]`) ??
    // Another may lie over the whole of it.
    anchors.map(({ block }) => blockElement(body, block)).find((block) => block !== null);
  if (!mark) return;
  mark.scrollIntoView({ block: 'center' });
  mark.tabIndex = -1;
  mark.focus({ preventScroll: true });
  mark.classList.add('gone-to');
  setTimeout(() => mark.classList.remove('gone-to'), SHOWN);
}
