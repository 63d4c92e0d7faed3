import type { Facts } from './article-facts.ts';

/** What YAML does not print, and what turns a line round when the source is read: https://yaml.org/spec/1.2.2/#51-character-set */
const ESCAPED =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /["\\\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/**
 * The head of a Markdown file as YAML. Every value is quoted, so that none is read as a number, a
 * truth, a date or the end of the head.
 */
export function frontMatter(facts: Facts): string {
  const fields: [string, string | number | boolean | string[] | null][] = [
    ['title', facts.title],
    ['url', facts.url],
    ['author', facts.byline],
    ['site', facts.site],
    ['published', facts.published],
    ['saved', facts.saved],
    ['lang', facts.lang],
    ['dir', facts.dir],
    ['tags', facts.tags],
    ['status', facts.status],
    ['favourite', facts.favourite],
    ['complete', facts.complete],
    ['id', facts.id],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null ? [] : `${name}: ${yaml(value)}`,
  );
  return `---\n${lines.join('\n')}\n---\n`;
}

function yaml(value: string | number | boolean | string[]): string {
  if (Array.isArray(value)) return `[${value.map(quoted).join(', ')}]`;
  return typeof value === 'string' ? quoted(value) : String(value);
}

function quoted(text: string): string {
  const escape = (sign: string): string =>
    sign === '"' || sign === '\\'
      ? `\\${sign}`
      : String.raw`\u${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;
  return `"${text.toWellFormed().replace(ESCAPED, escape)}"`;
}
