import { listBlocks } from '../../utils/article/body/blocks.ts';
import { sanitizeArticle } from '../../utils/article/sanitize.ts';
import { LONGEST_EXCERPT, shorten } from '../../utils/article/body/shorten.ts';
import type { Copied } from '../../utils/exchange/out/copy.ts';
import type { ExportWords } from '../../utils/exchange/out/exported.ts';
import { keptKinds } from '../../utils/kept-kinds.ts';
import { hiddenBlocks } from '../../utils/library/edits/block-edits.ts';
import type { Edit } from '../../utils/library/item.ts';
import { hostOf } from '../../utils/web-address.ts';
import { withKeptKinds } from '../article/kept-kinds.ts';
import { selectedSource } from '../reading/copy-source.ts';
import { plain } from '../ui/plain.ts';
import { originalOf, type ArticleSubject } from './subject.ts';

/** Blocks that are no sentence of the article's own. */
const UNSAID = 'h1, h2, h3, h4, h5, h6, figcaption, caption, th';

export type CopyForm = 'text' | 'markdown' | 'quotation';

interface Shown {
  subject: ArticleSubject;
  /** In a private window nothing is remembered of the site. */
  isPrivate: boolean;
  words: ExportWords;
}

/**
 * Puts the article, or a passage of it, on the clipboard. Answers how many blocks that the reader has
 * hidden are left out of an article. Rejects where the browser refuses, or nothing is there.
 */
export async function copyShown(
  form: CopyForm,
  { subject, isPrivate, words }: Shown,
): Promise<number> {
  // Before anything is awaited: a menu that closes may take the selection along.
  const passage = form === 'quotation' ? passageOf(subject) : '';
  // Turndown is not needed before the first copy.
  const { copyAsMarkdown, copyAsQuotation, copyAsText } =
    await import('../../utils/exchange/out/copy.ts');
  const copied: Copied = {
    article: subject.article,
    corrected: subject.item?.corrected ?? null,
    edits: await editsShown(subject, isPrivate),
    address: originalOf(subject),
  };
  const options = { document, words };
  const write = { text: copyAsText, markdown: copyAsMarkdown };
  const text =
    form === 'quotation'
      ? copyAsQuotation(passage, copied, options)
      : await write[form](copied, options);
  await navigator.clipboard.writeText(text);
  return form === 'quotation' ? 0 : hiddenBlocks(copied.edits).size;
}

/** What the reader selected, else the words the article begins with. What is selected and none of its text is not quoted. */
function passageOf(subject: ArticleSubject): string {
  const shown = document.querySelector('[data-testid="article"]');
  const selection = document.getSelection();
  const isIn =
    shown !== null &&
    selection !== null &&
    !selection.isCollapsed &&
    selection.getRangeAt(0).intersectsNode(shown);
  const passage = isIn ? selectedSource(shown, selection)?.text : openingOf(subject);
  if (!passage?.trim()) throw new Error('There is nothing to quote');
  return passage;
}

/** The deck, else the first sentences: no heading and no caption, and nothing that the reader has hidden. */
function openingOf({ article, edits = [] }: ArticleSubject): string | null {
  if (plain(article.deck)) return plain(article.excerpt);
  const hidden = hiddenBlocks(edits);
  const { html, url } = article;
  const said = listBlocks(sanitizeArticle(html, { document, images: 'none', baseUrl: url })).filter(
    ({ key, element }) => !hidden.has(key) && !element.matches(UNSAID),
  );
  return shorten(said.map(({ text }) => text).join('\n'), LONGEST_EXCERPT);
}

/** With what the site was told to always show, as the article is shown. */
async function editsShown(
  { article, edits = [] }: ArticleSubject,
  isPrivate: boolean,
): Promise<readonly Edit[]> {
  const host = isPrivate ? null : hostOf(article.url);
  return host ? withKeptKinds(article, edits, await keptKinds(host)) : edits;
}
