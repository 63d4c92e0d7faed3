import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** From the project's root, with slashes. */
  path: string;
  text: string;
}

const ROOMS = ['entrypoints', 'components', 'utils'];

/** Every file of the product's source with one of these endings. */
export function sourceFiles(...endings: string[]): SourceFile[] {
  return ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => endings.some((ending) => file.endsWith(ending)))
      .map((file) => join(room, file).replaceAll('\\', '/'))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}

/** The paths of the files in which a line (comments left out) matches, each with its number. */
export function linesThat(match: RegExp, files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    withoutComments(text)
      .split('\n')
      .flatMap((line, index) => (match.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}

/** Comments become as many empty lines as they had, so that line numbers hold. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}
