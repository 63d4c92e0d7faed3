import type { MessageKey } from '../../utils/i18n.ts';
import type { Command } from '../../utils/keys.ts';

/** What each does, in the words of its button where it has one. */
export const NAMES: Record<Command, MessageKey> = {
  keys: 'keys',
  search: 'searchLibrary',
  next: 'keys_next',
  previous: 'keys_previous',
  back: 'back',
  save: 'save',
  archive: 'toArchive',
  favourite: 'toFavourites',
  tags: 'tags',
  delete: 'deleteFromLibrary',
  original: 'openOriginal',
  tab: 'openInTab',
  larger: 'largerText',
  smaller: 'smallerText',
  guide: 'lineGuide',
  removals: 'removalsTitle',
  highlight: 'keys_highlight',
  listen: 'keys_listen',
  sentenceNext: 'keys_sentenceNext',
  sentencePrevious: 'keys_sentencePrevious',
  copy: 'copyText',
  copyMarkdown: 'copyMarkdown',
  copyQuotation: 'copyQuotation',
  print: 'print',
};

/** The list in its parts, each with its heading. */
export const PARTS: readonly [MessageKey, readonly Command[]][] = [
  ['keys_goPart', ['next', 'previous', 'back', 'search', 'tab', 'original']],
  ['keys_articlePart', ['save', 'archive', 'favourite', 'tags', 'delete']],
  [
    'keys_readPart',
    [
      'larger',
      'smaller',
      'guide',
      'removals',
      'highlight',
      'listen',
      'sentenceNext',
      'sentencePrevious',
    ],
  ],
  ['keys_takePart', ['copy', 'copyQuotation', 'copyMarkdown', 'print']],
];
