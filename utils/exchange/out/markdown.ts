import type { Sink } from '../sink.ts';
import { createZip } from '../zip/writer.ts';
import { factsOf, type Facts } from './article-facts.ts';
import { exportBody } from './body.ts';
import { inTurn, type Exported, type ExportOptions, type ExportWords } from './exported.ts';
import { createFileNames } from './file-names.ts';
import { frontMatter } from './front-matter.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import { takeFootnotes } from './markdown-footnotes.ts';
import { markdownOf } from './markdown-text.ts';

export interface MarkdownOptions extends ExportOptions {
  /** With a window: what sanitises needs one. */
  document: Document;
  words: ExportWords;
  /** Milliseconds: the time of the files. */
  now: number;
}

/** A zip of Markdown files, one an article, named by their headlines; kept pictures beside them in `images/`. */
export async function exportMarkdown(
  articles: AsyncIterable<Exported>,
  write: Sink,
  options: MarkdownOptions,
): Promise<void> {
  const { document, words, now } = options;
  const zip = createZip(write, new Date(now));
  const encoder = new TextEncoder();
  const fileName = createFileNames('.md');
  const written = new Set<string>();
  for await (const exported of inTurn(articles, options)) {
    const facts = factsOf(exported);
    const body = await exportBody(exported, {
      document,
      idPrefix: 'n',
      place: async ({ name, extension, bytes }) => {
        const file = `images/${name}.${extension}`;
        if (!written.has(file)) {
          written.add(file);
          await zip.add(file, bytes, { store: true });
        }
        return file;
      },
    });
    const text = frontMatter(facts) + headOf(facts) + textOf(body) + notesOf(facts, words);
    await zip.add(fileName(facts.title, facts.id), encoder.encode(text));
  }
  await zip.end();
}

function headOf({ title, deck }: Facts): string {
  const lines = [`# ${lineOf(title)}`, deck === null ? '' : lineOf(deck)];
  return `\n${lines.filter(Boolean).join('\n\n')}\n\n`;
}

/** A body as Markdown, its footnotes below it. */
export function textOf(body: DocumentFragment): string {
  const notes = takeFootnotes(body);
  const written = notes.map(({ number, content }) => {
    const [first = '', ...more] = markdownOf(content).split('\n');
    // What goes on in a note stands four spaces in.
    return [`[^${number}]: ${first}`, ...more.map((line) => (line ? `    ${line}` : ''))].join(
      '\n',
    );
  });
  return `${[markdownOf(body), ...written].join('\n\n')}\n`;
}

function notesOf({ notes }: Facts, words: ExportWords): string {
  if (notes.length === 0) return '';
  const lines = notes.map((note) =>
    note
      .split(/\r?\n/u)
      .map((line) => `> ${escapeMarkdown(line)}`)
      .join('\n'),
  );
  return `\n## ${lineOf(words.notes)}\n\n${lines.join('\n\n')}\n`;
}

/** Words of a heading or line of their own. */
export function lineOf(text: string): string {
  return escapeMarkdown(text.replace(/\s+/gu, ' ').trim()).replace(/#+$/u, String.raw`\$&`);
}
