import type { LeadImage } from '../article.ts';
import type { TreeElement } from '../snapshot/tree.ts';
import { partCredit, pictureFile } from '../metadata/lead-image.ts';

/**
 * The lead picture is shown above the text, so where the text begins with it, it would stand there
 * twice. Takes that one out of the body and answers the lead picture with the caption that stood
 * under it. The same picture further down illustrates what is said there and stays.
 */
export function takeLeadFigure(body: TreeElement, lead: LeadImage | null): LeadImage | null {
  if (!lead) return null;
  const file = pictureFile(lead.src);
  const picture = body
    .findAll('img')
    .find((image) => pictureFile(image.getAttribute('src') ?? '') === file);
  if (!picture || !standsFirst(picture, body)) return lead;
  const figure = picture.closest('figure');
  const caption = figure?.findAll('figcaption')[0]?.textContent.trim() ?? '';
  const alone = figure?.findAll('img').length === 1;
  (alone ? figure : picture).remove();
  if (lead.caption !== null || !alone || caption === '') return lead;
  const parts = partCredit(caption);
  return { ...lead, caption: parts.caption, credit: lead.credit ?? parts.credit };
}

/** With no more than one paragraph (a lead) before it. */
function standsFirst(picture: TreeElement, body: TreeElement): boolean {
  const all = body.descendants();
  const before = all
    .slice(0, all.indexOf(picture))
    .filter(
      (block) =>
        /^(?:p|li|h[23])$/.test(block.localName) &&
        block.textContent.trim() &&
        !block.closest('figure'),
    );
  return before.length <= 1;
}
