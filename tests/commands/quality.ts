/**
 * `npm run quality`: the articles of the labelled pages beside the project, where those are, held to
 * the figures of `tests/quality.json`. It takes no times. `--reach` prints what is reached now, as
 * that file has it; `--told N` prints so many of each kind of failing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript } from './extractor-bundle.ts';
import { compare, SCORES, type Figures } from './quality-bounds.ts';
import { propertyFigures, readSet, tellFailings, type Read } from './quality-set.ts';
import { optionsOf, pagesFolder, wholeNumber } from './options.ts';
import { LABELLED, UNLABELLED } from './steps.ts';

const SETS = ['pages', 'pages-repeated'] as const;
const OUT = 'out/quality';
const BOUNDS = 'tests/quality.json';

const values = optionsOf({
  options: { reach: { type: 'boolean', default: false }, told: { type: 'string', default: '10' } },
});
const told = wholeNumber('told', values.told);
if (existsSync(LABELLED)) process.exitCode = await gate();
else console.log(`skipped: ${UNLABELLED}`);

async function gate(): Promise<number> {
  rmSync(OUT, { recursive: true, force: true });
  const script = await bundleScript(new URL('checked-page.ts', import.meta.url));
  const sets: { name: string; read: Read[]; reached: Figures }[] = [];
  for (const name of SETS) {
    // The second set holds the pages of the first with their article printed again.
    const twins = sets[0]?.read ?? [];
    const read = await readSet(
      { pages: pagesFolder(join(LABELLED, name)), out: join(OUT, name), script },
      twins,
    );
    sets.push({ name, read, reached: { ...score(name), ...propertyFigures(read) } });
  }
  if (values.reach) {
    const figures = sets.map(({ name, reached }) => [name, reached] as const);
    console.log(JSON.stringify(Object.fromEntries(figures), null, 2));
  }
  const bounds = JSON.parse(readFileSync(BOUNDS, 'utf8')) as Record<string, Figures>;
  let failed = 0;
  for (const { name, read, reached } of sets) {
    const compared = compare(name, bounds[name] ?? {}, reached);
    console.log(compared.table);
    if (compared.failed === 0) continue;
    failed += compared.failed;
    console.log(worst(name));
    tellFailings(read, told);
  }
  return failed === 0 ? 0 : 1;
}

/** The scorer's own figures, as it prints them for machines. */
function score(set: string): Figures {
  const all = JSON.parse(runScorer(set, '--json')) as Figures;
  return Object.fromEntries(
    SCORES.map((name) => [name, Math.round((all[name] ?? 0) * 1000) / 1000]),
  );
}

function worst(set: string): string {
  return runScorer(set, '--worst', String(told));
}

function runScorer(set: string, ...options: string[]): string {
  // It runs as a command only under its own name: not under a link to it.
  const scorer = realpathSync(join(LABELLED, 'score.mjs'));
  const given = [scorer, join(LABELLED, 'gold'), join(OUT, set), ...options];
  return execFileSync(process.execPath, given, { encoding: 'utf8' });
}
