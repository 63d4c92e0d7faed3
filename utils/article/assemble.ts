import { letterCounts, textDirection } from '../arabic/direction.ts';
import { countWords, readingMinutes } from '../arabic/words.ts';
import type { Article, IncompleteReason } from './article.ts';
import type { Block } from './body/blocks.ts';
import type { ArticleMetadata } from './metadata/metadata.ts';
import { innerMarkup } from './body/markup.ts';
import type { RemovalRecord } from './removals.ts';
import { LONGEST_EXCERPT, LONGEST_TITLE, shorten } from './body/shorten.ts';
import type { TreeElement } from './snapshot/tree.ts';

/** Of the cleaned text what the steps produced. */
export interface Parts {
  body: TreeElement;
  blocks: readonly Block<TreeElement>[];
  metadata: ArticleMetadata;
  endNotes: string[];
  incomplete: IncompleteReason | null;
  fromSelection: boolean;
  record: RemovalRecord;
  url: string;
  now: Date;
}

const EXTRACTOR_VERSION = '0.1.0';

/** The article as plain data. */
export function assemble(parts: Parts): Article {
  const { metadata, blocks, incomplete } = parts;
  const text = textOf(blocks);
  const said = textOf(blocks.filter(({ element }) => element.localName !== 'figcaption'));
  const letters = letterCounts(text);
  return {
    ...metadata,
    schema: 1,
    url: parts.url.replace(/#.*$/, ''),
    title: metadata.title || shorten(text, LONGEST_TITLE),
    dir: textDirection(text) ?? textDirection(metadata.title) ?? 'rtl',
    excerpt: shorten(metadata.deck ?? said, LONGEST_EXCERPT),
    html: innerMarkup(parts.body),
    text,
    endNotes: parts.endNotes,
    complete: incomplete === null,
    incompleteReason: incomplete,
    fromSelection: parts.fromSelection,
    wordCount: countWords(text),
    readingMinutes: readingMinutes(text, letters.rtl * 2 >= letters.all),
    blocks: blocks.map(({ key }) => key),
    removals: parts.record.list(),
    extractedAt: parts.now.toISOString(),
    extractorVersion: EXTRACTOR_VERSION,
  };
}

function textOf(blocks: Parts['blocks']): string {
  return blocks.map(({ text }) => text).join('\n');
}
