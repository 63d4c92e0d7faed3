import TurndownService from 'turndown';
import { markupOf } from './markup.ts';
import { escapeLineStart, escapeMarkdown, markdownAddress } from './markdown-escape.ts';
import { footnoteRule } from './markdown-footnotes.ts';
import { tableRule } from './markdown-table.ts';

/** An article's body (see `exportBody`) as Markdown: CommonMark with GFM's tables, lines through and footnotes. */
export function markdownOf(body: DocumentFragment): string {
  const holder = body.ownerDocument.createElement('div');
  holder.append(body);
  dropLooseBreaks(holder);
  return converter.turndown(holder);
}

type Rule = TurndownService.Rule;
type Replacement = NonNullable<Rule['replacement']>;

const asHtml: Replacement = (content, node) => {
  const name = node.nodeName.toLowerCase();
  return content.trim() === '' ? content : `<${name}>${content}</${name}>`;
};

const RULES: Record<string, Rule> = {
  paragraph: { filter: 'p', replacement: (content) => blockOf(content) },
  lines: {
    filter: ['figcaption', 'dt', 'dd', 'summary', 'caption'],
    replacement: (content) => blockOf(content),
  },
  heading: {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    replacement(content, node) {
      const line = oneLine(content).replace(/#+$/u, String.raw`\$&`);
      return line === '' ? '' : `\n\n${'#'.repeat(Number(node.nodeName[1]))} ${line}\n\n`;
    },
  },
  /** A fence longer than any in the text, which is kept as it is. */
  preformatted: {
    filter: 'pre',
    replacement(_content, node) {
      const text = node.textContent ?? '';
      const longest = Math.max(2, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
      const fence = '`'.repeat(longest + 1);
      return `\n\n${fence}\n${text.replace(/\n$/u, '')}\n${fence}\n\n`;
    },
  },
  picture: {
    filter: 'img',
    replacement(_content, node) {
      const image = node as Element;
      const source = image.getAttribute('src');
      const alt = escapeMarkdown(oneLine(image.getAttribute('alt') ?? ''));
      return source ? `![${alt}](${markdownAddress(source)})` : alt;
    },
  },
  link: {
    filter: 'a',
    replacement(content, node) {
      const address = (node as Element).getAttribute('href');
      if (!address || address.startsWith('#') || content.trim() === '') return content;
      return `[${oneLine(content)}](${markdownAddress(address)})`;
    },
  },
  strong: { filter: ['strong', 'b'], replacement: emphasis('**') },
  emphasis: { filter: ['em', 'i'], replacement: emphasis('*') },
  through: { filter: ['s'], replacement: emphasis('~~') },
  /** Markdown has no sign for them, and every reader of it knows these. */
  html: { filter: ['mark', 'sup', 'sub', 'kbd'], replacement: asHtml },
  /** Said against the letters' own direction, so the element stays. */
  override: {
    filter: 'bdo',
    replacement: (_content, node) => markupOf(node, 'html'),
  },
  table: tableRule,
  footnote: footnoteRule,
};

const converter = ((): TurndownService => {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    hr: '---',
    br: '\\',
  });
  service.escape = escapeMarkdown;
  for (const [name, rule] of Object.entries(RULES)) service.addRule(name, rule);
  return service;
})();

/** A line break at either end of a block breaks nothing, and its sign would be read as a backslash. */
function dropLooseBreaks(root: Element): void {
  for (const line of root.querySelectorAll('br')) {
    if (isAtEdge(line, 'previousSibling') || isAtEdge(line, 'nextSibling')) line.remove();
  }
  for (const line of [...root.querySelectorAll('br')].toReversed()) {
    if (isAtEdge(line, 'nextSibling')) line.remove();
  }
}

const BLOCK = /^(?:p|h[1-6]|li|d[dt]|t[dh]|blockquote|fig(?:ure|caption)|caption|summary|div)$/u;

function isAtEdge(line: Element, side: 'previousSibling' | 'nextSibling'): boolean {
  let node: Node = line;
  for (;;) {
    let beside = node[side];
    while (beside && beside.nodeType !== 1 && beside.textContent?.trim() === '')
      beside = beside[side];
    if (beside) return false;
    const parent: Element | null = node.parentElement;
    if (!parent || BLOCK.test(parent.localName)) return true;
    node = parent;
  }
}

/** A paragraph; each of its lines is kept from being read as something else. */
function blockOf(content: string): string {
  const lines = content.trim().split('\n').map(escapeLineStart);
  return `\n\n${lines.join('\n')}\n\n`;
}

function oneLine(content: string): string {
  return content.replace(/\s*\\?\n\s*/gu, ' ').trim();
}

/**
 * Signs of emphasis count only where the letters around them let them (CommonMark, «flanking»): between
 * a letter and a bracket they would be read as asterisks, and the element is written out.
 */
function emphasis(sign: string): Replacement {
  return (content, node, options) => {
    // Of several paragraphs: signs on both sides of them would mark none.
    if (content.trim() === '' || /\n\s*\n/u.test(content)) return content;
    const [before, after] = [lastLetter(node.previousSibling), firstLetter(node.nextSibling)];
    const tight = (around: string, inside: string): boolean =>
      /[\p{P}\p{S}\\]/u.test(inside) && /[^\s\p{P}\p{S}]/u.test(around);
    const nested = /[*~]/u.test(before + after);
    const flanks = !tight(before, first(content)) && !tight(after, last(content)) && !nested;
    return flanks ? sign + content + sign : asHtml(content, node, options);
  };
}

function lastLetter(node: Node | null): string {
  return last(node?.textContent ?? '');
}

function firstLetter(node: Node | null): string {
  return first(node?.textContent ?? '');
}

function first(text: string): string {
  return Array.from(text.slice(0, 2))[0] ?? '';
}

function last(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}
