import type { Copied } from '../../utils/exchange/out/copy.ts';
import type { ExportWords } from '../../utils/exchange/out/exported.ts';
import { selectedPassage } from '../reading/selected-passage.ts';
import { plain } from '../ui/plain.ts';
import { originalOf, type ArticleSubject } from './subject.ts';

export type CopyForm = 'text' | 'markdown' | 'quotation';

/** Puts the article, or a passage of it, on the clipboard. Rejects where the browser refuses. */
export async function copyShown(
  form: CopyForm,
  subject: ArticleSubject,
  words: ExportWords,
): Promise<void> {
  // Before anything is awaited: a menu that closes may take the selection along.
  const passage = form === 'quotation' ? passageOf(subject) : '';
  // Turndown is not needed before the first copy.
  const { copyAsMarkdown, copyAsQuotation, copyAsText } =
    await import('../../utils/exchange/out/copy.ts');
  const copied: Copied = {
    article: subject.article,
    corrected: subject.item?.corrected ?? null,
    edits: subject.edits ?? [],
    address: originalOf(subject),
  };
  const options = { document, words };
  const write = { text: copyAsText, markdown: copyAsMarkdown };
  const text =
    form === 'quotation'
      ? copyAsQuotation(passage, copied, options)
      : await write[form](copied, options);
  await navigator.clipboard.writeText(text);
}

/** What the reader selected, else the words the article begins with. */
function passageOf({ article }: ArticleSubject): string {
  const body = document.querySelector('[data-testid="article-body"]');
  return (body && selectedPassage(body, article)) ?? plain(article.excerpt) ?? '';
}
