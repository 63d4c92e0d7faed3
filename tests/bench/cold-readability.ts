import { Readability } from '@mozilla/readability';

/** Readability alone, as a script that has not run yet. */
export const run = () => new Readability(document.cloneNode(true) as Document).parse();
