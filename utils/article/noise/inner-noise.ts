import type { PhraseKind, PhraseMatch } from '../../arabic/phrases.ts';
import type { RemovalReason } from '../article.ts';
import { isDatum, isItem, isOneOfValues, isStep, opensText } from '../lines/label-or-text.ts';
import { isStopped, linkDensity, type Line } from '../lines/lines.ts';
import { endOf, isRunning, lastParagraph, opensInvitations } from './ending.ts';
import { ownOffers } from './own-offers.ts';
import { platformOf } from '../page/platforms.ts';
import { counters, remnants } from './remnants.ts';
import type { TreeNode } from '../snapshot/tree.ts';

export interface Noise {
  line: Line;
  reason: RemovalReason;
  phrase: string | null;
}

/** What a line is left out as where a phrase of that kind decides. */
export function reasonOf(kind: PhraseKind): RemovalReason {
  if (kind === 'loading') return 'embed-leftover';
  return kind === 'photo-credit' ? 'repeated-caption' : kind;
}

/** Characters; a longer line is no label. */
const LONGEST_LABEL = 150;

/** «#كذا #كذا_وكذا» and nothing else. */
const HASHTAGS = /^(?:#[^\s#]+\s*){2,}$/;

/**
 * A film's title and its length run together, as players print them; where a system should have put
 * something («[gallery ids=…]»).
 */
const LEFTOVER = /^(?:.{0,120}[\u0621-\u064a»"']\d{1,2}:\d{2}|\[[a-z]+ .*=.*\]|\{[a-z].*\})$/;

/** Lines inside the article that are no part of it. `headlines`: what the page says they are, folded. */
export function findInnerNoise(lines: readonly Line[], headlines: readonly string[] = []): Noise[] {
  const texts = lines.filter(({ text }) => text);
  const matches = texts.map((line, at) => (readsAsText(line, at, texts) ? null : line.phrase));
  const first = texts.findIndex((line, index) => !matches[index] && isRunning(line));
  const last = lastParagraph(texts, matches);
  const noise = new Map<Line, Noise>();
  const add = (line: Line, reason: RemovalReason, phrase: string | null): void => {
    if (!noise.has(line)) noise.set(line, { line, reason, phrase });
  };
  texts.forEach((line, index) => {
    const match = matches[index];
    if (!match) return;
    // Notices in whole sentences stand at the ends of an article; between its paragraphs it speaks itself.
    const isNotice = match.kind === 'comments' || match.kind === 'footer';
    if (isNotice && isStopped(line) && index > first && index < last) return;
    // «مصدر: …» among the paragraphs may be a speaker; sources are named below them.
    if (match.kind === 'source-line' && index < last && line.linked === 0) return;
    if (match.kind === 'photo-credit' && takeCaptionLabel(line)) return;
    add(line, reasonOf(match.kind), match.phrase);
    for (const one of announced(texts, index, match)) add(one, reasonOf(match.kind), null);
  });
  texts.forEach((line, index) => {
    if (!matches[index] && opensInvitations(line, matches, index)) add(line, 'promotion', null);
  });
  for (const line of texts) if (HASHTAGS.test(line.text)) add(line, 'tags', null);
  for (const line of texts) if (namesPiece(line, headlines)) add(line, 'source-line', null);
  for (const line of leftovers(texts)) add(line, 'embed-leftover', null);
  const addresses = platformAddresses(texts);
  for (const line of addresses) add(line, 'promotion', null);
  for (const line of ownOffers(texts, last, headlines)) add(line, 'promotion', null);
  const end = endOf(texts, matches, last, new Set(addresses));
  for (const line of texts.slice(end)) add(line, 'promotion', null);
  for (const line of counters(texts)) add(line, 'embed-leftover', null);
  for (const line of remnants(texts.slice(0, end))) add(line, 'embed-leftover', null);
  return [...noise.values()];
}

/** Whether what reads like a label is a sub-heading, term, cell, item or step of the text. */
function readsAsText(line: Line, at: number, lines: readonly Line[]): boolean {
  if (!line.phrase) return false;
  return (
    opensText(line, lines[at + 1]) ||
    isItem(line) ||
    isDatum(line, at, lines) ||
    isStep(line, lines, at) ||
    (/^(?:photo-credit|tags)$/.test(line.phrase.kind) && isOneOfValues(line, lines, at))
  );
}

/** Hours of prayer and results of matches are as long, and stand in lists or several below each other. */
function leftovers(lines: readonly Line[]): Line[] {
  const found = lines.filter(
    ({ name, text }) => LEFTOVER.test(text) && !/^(?:li|t[dh]|d[dt])$/.test(name),
  );
  return found.length > 2 ? [] : found;
}

/** The lines that go with a label. */
function announced(lines: readonly Line[], label: number, { kind, place }: PhraseMatch): Line[] {
  return kind === 'read-also' || kind === 'related'
    ? linksAfter(lines, label, place === 'start')
    : [];
}

/**
 * All link, one after the other; or, below a label that can announce nothing but other articles,
 * the items of a list in which nothing is a sentence.
 */
function linksAfter(lines: readonly Line[], label: number, certain: boolean): Line[] {
  const runOf = (goesOn: (line: Line) => boolean): Line[] => {
    let end = label + 1;
    while (end < lines.length && goesOn(lines[end]!)) end++;
    return lines.slice(label + 1, end);
  };
  const list = lines[label + 1]?.element.parentNode;
  const items = runOf(({ name, element }) => name === 'li' && element.parentNode === list);
  const isLabel = certain && linkDensity(lines[label]!) < 0.5;
  if (isLabel && items.length > 0 && !items.some(isStopped)) return items;
  return runOf((line) => linkDensity(line) >= 0.9);
}

/** A caption with its label for those who listen («التعليق على الصورة، …») loses the label. Whether it was one. */
function takeCaptionLabel({ element, text }: Line): boolean {
  return /^(?:التعليق على|(?:image|photo) caption)[^،,:]*[،,:]./i.test(text) && cutLabel(element);
}

/** Takes what stands before a node's first comma or colon. Whether there is one. */
function cutLabel(node: TreeNode): boolean {
  if (node.nodeType === 1) return node.childNodes.some(cutLabel);
  const [, rest] = /[،,:]\s*(.*)/s.exec(node.textContent) ?? [];
  node.textContent = rest ?? '';
  return rest !== undefined;
}

/** «Here are the details of the news HEADLINE, …»: who names a piece and gives its headline speaks of the page. */
function namesPiece({ words }: Line, headlines: readonly string[]): boolean {
  return headlines.some((headline) => {
    const at = words.indexOf(headline);
    const isShort = words.length < headline.length + LONGEST_LABEL;
    return at > 0 && isShort && /(?:^| )(?:خبر|تفاصيل|موضوع|مقال[ته]?) $/.test(words.slice(0, at));
  });
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
