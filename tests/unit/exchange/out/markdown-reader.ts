/**
 * A reader of Markdown for tests, written from CommonMark and GFM apart from the writer: front matter,
 * blocks, and the text that is left when inline markup is taken away. It throws where it meets what it
 * does not know.
 */
export interface MarkdownFile {
  facts: Record<string, string | boolean | string[]>;
  blocks: MarkdownBlock[];
}

export interface MarkdownBlock {
  kind: 'heading' | 'text' | 'item' | 'quote' | 'code' | 'table' | 'rule' | 'html' | 'note';
  text: string;
  /** Level of a heading, fence's rows of a table, label of a note. */
  rows?: string[][];
  label?: string;
  level?: number;
}

export function readMarkdown(source: string): MarkdownFile {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(source) ?? [];
  if (!head) throw new Error('no front matter');
  const facts = Object.fromEntries(
    head.split('\n').map((line) => {
      const [, name = '', value = ''] = /^([a-z]+): (.+)$/u.exec(line) ?? [];
      if (!name) throw new Error(`not a line of front matter: ${line}`);
      // What is written is JSON too, once YAML's escapes are those JSON shares.
      return [name, JSON.parse(value) as string];
    }),
  );
  return { facts, blocks: readBlocks(body.split('\n')) };
}

function readBlocks(lines: string[]): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const fence = /^(`{3,})$/u.exec(line)?.[1];
    if (line.trim() === '') continue;
    if (fence) {
      const end = lines.indexOf(fence, at + 1);
      if (end < 0) throw new Error('a fence without an end');
      blocks.push({ kind: 'code', text: lines.slice(at + 1, end).join('\n') });
      at = end;
      continue;
    }
    let end = at;
    while (lines[end + 1]?.trim()) end++;
    blocks.push(...readBlock(lines.slice(at, end + 1)));
    at = end;
  }
  return blocks;
}

function readBlock(lines: string[]): MarkdownBlock[] {
  const [first = ''] = lines;
  const heading = /^(#{1,6}) (.*?)(?: #+)?$/u.exec(first);
  if (heading && lines.length === 1) {
    return [{ kind: 'heading', level: heading[1]!.length, text: inline(heading[2]!) }];
  }
  if (/^---+$/u.test(first) && lines.length === 1) return [{ kind: 'rule', text: '' }];
  if (lines.every((line) => line.startsWith('> ') || line === '>')) {
    return readBlocks(lines.map((line) => line.slice(2))).map(({ text }) => ({
      kind: 'quote',
      text,
    }));
  }
  const note = /^\[\^([^\]]+)\]: (.*)$/u.exec(first);
  if (note) return [{ kind: 'note', label: note[1]!, text: inline(note[2]!) }];
  if (/^\|(?: --- \|)+$/u.test(lines[1] ?? '')) {
    const rows = lines.filter((_, row) => row !== 1).map(cells);
    return [{ kind: 'table', rows, text: rows.flat().join(' ') }];
  }
  if (/^(?:-|\d{1,9}\.) +\S/u.test(first)) {
    return lines.map((line) => {
      const item = /^ *(?:-|\d{1,9}\.) +(.*)$/u.exec(line);
      if (!item) throw new Error(`a list goes on strangely: ${line}`);
      return { kind: 'item', text: inline(item[1]!) };
    });
  }
  if (first.startsWith('<table')) return [{ kind: 'html', text: lines.join('\n') }];
  for (const line of lines) {
    if (/^(?:#{1,6}(?:\s|$)|>|[-+*]\s|={1,}\s*$|-+\s*$|\d+[.)]\s|~~~|```|\t| {4})/u.test(line)) {
      throw new Error(`a paragraph holds a line of another kind: ${line}`);
    }
  }
  return [{ kind: 'text', text: inline(lines.join('\n')) }];
}

function cells(row: string): string[] {
  const inner = /^\| ([\s\S]*) \|$/u.exec(row)?.[1];
  if (inner === undefined) throw new Error(`not a row: ${row}`);
  return inner.split(/(?<!(?<!\\)(?:\\\\)*\\) \| /u).map(inline);
}

/** Words without markup; tags only of the few elements that may stand in Markdown. */
function inline(text: string): string {
  let out = '';
  let rest = text;
  const rules: [RegExp, (...found: string[]) => string][] = [
    [/^\\\n/u, () => '\n'],
    [/^\\([!-/:-@[-`{-~])/u, (_, sign) => sign],
    [/^!\[((?:\\.|[^\]\\])*)\]\(([^()\s]+)\)/u, (_, alt, source) => `{${inline(alt)}|${source}}`],
    [/^\[\^(\d+)\]/u, (_, label) => `{^${label}}`],
    [/^\[((?:\\.|!\[[^\]]*\]|[^\]\\])*)\]\(([^()\s]+)\)/u, (_, words) => inline(words)],
    [/^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/u, (_, _run, code) => code.replace(/^ (.*) $/u, '$1')],
    [/^\*\*((?:\\.|[^\\])+?)\*\*/su, (_, words) => inline(words)],
    [/^\*((?:\\.|[^\\])+?)\*/su, (_, words) => inline(words)],
    [/^~~((?:\\.|[^\\])+?)~~/su, (_, words) => inline(words)],
    [/^<\/?(?:mark|sup|sub|kbd|strong|em|b|i|s)>/u, () => ''],
    [/^[<*_`[\]~]|^&#?[\p{L}\d]+;/u, (found) => fail(`bare ${found} in: ${text}`)],
    [/^[^\\!<*_`[\]~&]+|^[\s\S]/u, (found) => found],
  ];
  while (rest !== '') {
    for (const [match, read] of rules) {
      const found = match.exec(rest);
      if (!found) continue;
      out += read(...found);
      rest = rest.slice(found[0].length);
      break;
    }
  }
  return out;
}

function fail(problem: string): never {
  throw new Error(problem);
}
