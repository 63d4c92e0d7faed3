import { matchPhrase, type PhraseKind } from '../arabic/phrases.ts';
import type { RemovalReason } from './article.ts';
import type { Line } from './lines.ts';

export interface Noise {
  line: Line;
  reason: RemovalReason;
  phrase: string | null;
}

const REASONS: Record<PhraseKind, RemovalReason> = {
  'read-also': 'read-also',
  related: 'related',
  share: 'share',
  promotion: 'promotion',
  advertisement: 'advertisement',
  loading: 'embed-leftover',
  navigation: 'navigation',
  breadcrumb: 'breadcrumb',
  comments: 'comments',
  tags: 'tags',
  footer: 'footer',
  form: 'form',
  'screen-reader-hint': 'screen-reader-hint',
  'photo-credit': 'repeated-caption',
  'embed-leftover': 'embed-leftover',
  'source-line': 'source-line',
};

/** Lines inside the article that are no part of it. */
export function findInnerNoise(lines: readonly Line[]): Noise[] {
  const noise: Noise[] = [];
  for (const line of lines) {
    if (!line.text) continue;
    const match = matchPhrase(line.text);
    if (match) noise.push({ line, reason: REASONS[match.kind], phrase: match.phrase });
  }
  return noise;
}
