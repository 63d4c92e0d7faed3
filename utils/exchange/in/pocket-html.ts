import { decode } from '../../article/metadata/entities.ts';
import type { DecodedText } from './decode.ts';
import type { ImportPart } from './imported.ts';
import { markupTags } from './markup-tags.ts';
import { Refused } from './refusal.ts';
import { partOf } from './rows.ts';

const MAX_TITLE = 20_000;

/**
 * Pocket's older list, `ril_export.html`: links under «Unread» and under «Read Archive», with their
 * moment in seconds and their tags between commas.
 *
 * @throws Refused `truncated` where the page is not closed
 */
export async function* readPocketHtml(text: DecodedText, now: number): AsyncGenerator<ImportPart> {
  const tags = markupTags();
  let heading: string | null = null;
  let archived = false;
  let link: ReadonlyMap<string, string> | null = null;
  let title = '';
  let ended = false;
  for await (const chunk of text.chunks) {
    for (const part of tags.push(chunk)) {
      if ('text' in part) {
        if (heading !== null && heading.length < MAX_TITLE) heading += part.text;
        if (link && title.length < MAX_TITLE) title += part.text;
      } else if ('open' in part) {
        if (part.open === 'h1') heading = '';
        if (part.open === 'a') [link, title] = [part.attributes(), ''];
      } else if (part.close === 'h1' && heading !== null) {
        archived = /archive/iu.test(heading);
        heading = null;
      } else if (part.close === 'a' && link) {
        const found = {
          url: link.get('href'),
          title: decode(title),
          savedAt: link.get('time_added'),
          tags: (link.get('tags') ?? '').split(','),
          archived,
        };
        link = null;
        yield partOf(found, text.encoding, now);
      } else if (part.close === 'html') ended = true;
    }
  }
  if (!ended || !tags.end().whole) throw new Refused('truncated');
}
