import { fileURLToPath } from 'node:url';
import type { BrowserName } from '../../browser/types.ts';
import { buildOther } from '../../commands/other-build.ts';

/** Where a module of ours takes another from, and what stands between them in this build. */
const TIMED: readonly { importer: RegExp; source: RegExp; by: string }[] = [
  { importer: /\/entrypoints\/boot\.ts$/, source: /\/look\.ts$/, by: 'timed-look.ts' },
  { importer: /\/entrypoints\/popup\/main\.tsx$/, source: /\/shell\.tsx$/, by: 'timed-shell.ts' },
  { importer: /\/entrypoints\/article\.ts$/, source: /\/extract\.ts$/, by: 'timed-extract.ts' },
  { importer: /\/background\/inject\.ts$/, source: /^wxt\/browser$/, by: 'timed-browser.ts' },
  { importer: /\/article-body\.tsx$/, source: /\/sanitize\.ts$/, by: 'timed-sanitize.ts' },
];

/** Builds the extension that ships, with a clock at five of its doors; answers the folder that holds it. */
export async function buildTimed(name: BrowserName): Promise<string> {
  const met = new Set<string>();
  const timed = {
    name: 'timed',
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined): string | null {
      const door = TIMED.find(
        (one) => one.importer.test(importer ?? '') && one.source.test(source),
      );
      if (!door) return null;
      met.add(door.by);
      return fileURLToPath(new URL(door.by, import.meta.url));
    },
  };
  const folder = await buildOther(name, 'bench-open', { vite: () => ({ plugins: [timed] }) });
  const missed = TIMED.filter(({ by }) => !met.has(by)).map(({ by }) => by);
  if (missed.length > 0) throw new Error(`Nothing is timed by ${missed.join(', ')}`);
  return folder;
}

/** Builds a popup of one small script that shows the page's words as they are: the browser's own share of an opening. */
export function buildBare(name: BrowserName): Promise<string> {
  const entrypointsDir = fileURLToPath(new URL('bare', import.meta.url));
  return buildOther(name, 'bench-bare', { entrypointsDir });
}
