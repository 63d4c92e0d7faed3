import { statSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { pageNames } from './stored-pages.ts';

/** The options of a command; ends it with a sentence where it is given one it does not take. */
export function optionsOf<T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>>['values'] {
  try {
    return parseArgs(config).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return process.exit(2);
  }
}

/** A folder of stored pages; ends the command where it is not there or holds none. */
export function pagesFolder(given: string): string {
  const isThere = statSync(given, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isThere && pageNames(given).length > 0) return given;
  console.error(
    isThere
      ? `No page (NAME.html or NAME.html.gz) is in the folder ${given}.`
      : `There is no folder ${given}.`,
  );
  return process.exit(1);
}

/** A whole number from 1 up, as an option gives it; ends the command where it is none. */
export function wholeNumber(option: string, given: string): number {
  const number = Number(given);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`--${option} takes a whole number from 1 up, not «${given}».`);
  return process.exit(2);
}
