import { matchPhrase, type PhraseKind, type PhraseMatch } from '../arabic/phrases.ts';
import type { RemovalReason } from './article.ts';
import { isHeading, linkDensity, type Line } from './lines.ts';
import { platformOf } from './platforms.ts';

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

/** After the last paragraph these open the page's own matters: what follows them is no more of the article. */
const CLOSING = new Set<PhraseKind>([
  'related',
  'read-also',
  'share',
  'promotion',
  'comments',
  'tags',
  'footer',
  'source-line',
]);
/** Characters; a line as long, not linked, is running text. */
const PARAGRAPH = 100;
/** Characters; a longer line is no label. */
const LONGEST_LABEL = 150;

/** Lines inside the article that are no part of it. */
export function findInnerNoise(lines: readonly Line[]): Noise[] {
  const texts = lines.filter(({ text }) => text);
  const matches = texts.map(({ text }) => matchPhrase(text));
  const noise = new Map<Line, Noise>();
  const add = (line: Line, reason: RemovalReason, phrase: string | null): void => {
    if (!noise.has(line)) noise.set(line, { line, reason, phrase });
  };
  texts.forEach((line, index) => {
    const match = matches[index];
    if (!match) return;
    add(line, REASONS[match.kind], match.phrase);
    if (match.kind === 'read-also' || match.kind === 'related') {
      for (const link of linksAfter(texts, index)) add(link, REASONS[match.kind], null);
    }
  });
  for (const line of platformAddresses(texts)) add(line, 'promotion', null);
  const end = endOf(texts, matches);
  for (const line of texts.slice(end)) add(line, 'promotion', null);
  for (const line of remnants(texts.slice(0, end))) add(line, 'embed-leftover', null);
  return [...noise.values()];
}

/** The lines that a label announces: all link, one after the other. */
function linksAfter(lines: readonly Line[], label: number): Line[] {
  const end = lines.findIndex((line, index) => index > label && linkDensity(line) < 0.9);
  return lines.slice(label + 1, end < 0 ? lines.length : end);
}

/** Bare addresses of channels and groups, with the label («… on …:») that stands before each. */
function platformAddresses(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, index) => {
    if (!/^https?:\/\/\S+$/.test(line.text) || !platformOf(line.text)) return [];
    const label = lines[index - 1];
    return label && label.text.length <= LONGEST_LABEL && /[:：]$/.test(label.text)
      ? [label, line]
      : [line];
  });
}

/** At either end of the article: counters, bare links, a heading of something that has gone. */
function remnants(lines: readonly Line[]): Line[] {
  const isParagraph = (line: Line): boolean => line.text.length >= PARAGRAPH;
  const first = lines.findIndex(isParagraph);
  if (first < 0) return [];
  const head = lines.slice(0, first).filter((line) => saysNothing(line) || linkDensity(line) > 0.9);
  const tail = lines.slice(lines.findLastIndex(isParagraph) + 1);
  let end = tail.length;
  while (end > 0 && isRemnant(tail[end - 1]!)) end--;
  return [...head, ...tail.slice(end)];
}

function isRemnant(line: Line): boolean {
  return isHeading(line) || saysNothing(line) || linkDensity(line) > 0.9;
}

/** No two letters beside each other, and no cell or item, which may be a figure. */
function saysNothing(line: Line): boolean {
  return !/\p{L}{2}/u.test(line.text) && !/^(?:td|th|li|dd|dt|pre)$/.test(line.name);
}

/** Where the article ends: at the first closing phrase after the last line of running text. */
function endOf(lines: readonly Line[], matches: readonly (PhraseMatch | null)[]): number {
  const last = lines.findLastIndex(
    (line, index) =>
      !matches[index] &&
      !isHeading(line) &&
      line.text.length >= PARAGRAPH &&
      linkDensity(line) < 0.5,
  );
  const closing = matches.findIndex(
    (match, index) => index > last && match !== null && CLOSING.has(match.kind),
  );
  return closing < 0 ? lines.length : closing;
}
