import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lost } from '../properties/structure.ts';
import { asOwnPage } from '../properties/own-page.ts';
import type { CheckedPage } from './checked-page.ts';
import type { Figures } from './quality-bounds.ts';
import { skimStored } from './read-stored.ts';
import { asWritten } from './written.ts';

/** A page as the gate has read it. Each text is null where the page was refused. */
export interface Read extends CheckedPage {
  name: string;
  text: string | null;
  /** The text when the page is the output itself. */
  again: string | null;
  /** The text of the same page before its article was printed again. */
  once: string | null;
}

const KINDS: (keyof Lost)[] = ['links', 'headings', 'items', 'pictures', 'captions'];

/**
 * Reads every page of a folder, and its article again as a page of its own; writes each article for
 * the scorer. `twins` are the same pages before their article was printed again: an article that came
 * out the same has been read again already.
 */
export async function readSet(
  { pages, out, script }: { pages: string; out: string; script: string },
  twins: readonly Read[],
): Promise<Read[]> {
  mkdirSync(out, { recursive: true });
  const before = new Map(twins.map((twin) => [twin.name, twin]));
  const read: Read[] = [];
  await skimStored({ pages }, async (page, tab) => {
    const given = `Date.now(), ${JSON.stringify(page.url)}`;
    await tab.show(page);
    const checked = (await tab.run(script, `warraq.checkPage(${given})`)) as CheckedPage;
    const { extraction } = checked;
    writeFileSync(join(out, `${page.name}.json`), JSON.stringify(asWritten(extraction)));
    const text = extraction.ok ? extraction.article.text : null;
    const twin = before.get(page.name);
    let again = twin && twin.text === text ? twin.again : text;
    if (extraction.ok && twin?.text !== text) {
      const bytes = Buffer.from(asOwnPage(extraction.article));
      await tab.show({ ...page, bytes, charset: 'utf-8' });
      again = (await tab.run(script, `warraq.readText(${given})`)) as string | null;
    }
    read.push({ name: page.name, ...checked, text, again, once: twin ? twin.text : text });
  });
  return read.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Lines the page does not have, pages whose text changes when read again or printed twice, and what paragraphs lost. */
export function propertyFigures(read: readonly Read[]): Figures {
  const sum = (of: (page: Read) => number) => read.reduce((all, page) => all + of(page), 0);
  return {
    foreign: sum(({ foreign }) => foreign.length),
    unstable: sum(({ text, again }) => Number(text !== again)),
    doubled: sum(({ text, once }) => Number(text !== once)),
    ...Object.fromEntries(KINDS.map((kind) => [kind, sum(({ lost }) => lost?.[kind].length ?? 0)])),
  };
}

/** Names the pages, and what is wrong with each. */
export function tellFailings(read: readonly Read[], most: number): void {
  tell('lines the page does not have', most, read, ({ foreign }) => foreign);
  tell('another text when read again', most, read, ({ text, again }) => difference(text, again));
  tell('another text when printed twice', most, read, ({ text, once }) => difference(once, text));
  for (const kind of KINDS) tell(`lost ${kind}`, most, read, ({ lost }) => lost?.[kind] ?? []);
}

function tell(
  title: string,
  most: number,
  read: readonly Read[],
  of: (page: Read) => string[],
): void {
  const lines = read.flatMap((page) => of(page).map((what) => `  ${page.name}: ${what}`));
  if (lines.length === 0) return;
  console.log(`${title} (${lines.length})`);
  for (const line of lines.slice(0, most)) console.log(line);
  if (lines.length > most) console.log(`  … and ${lines.length - most} more (--told N)`);
}

/** What one text has and the other lacks, line by line. */
function difference(before: string | null, after: string | null): string[] {
  if (before === after) return [];
  if (before === null || after === null) return [`${after === null ? 'now' : 'before'} refused`];
  const [was, is] = [before.split('\n'), after.split('\n')];
  const lines = [
    ...was.filter((line) => !is.includes(line)).map((line) => `- ${line.slice(0, 100)}`),
    ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line.slice(0, 100)}`),
  ];
  return lines.length > 0 ? lines : ['the same lines, in another order or number'];
}
