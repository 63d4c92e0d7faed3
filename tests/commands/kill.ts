/**
 * `npm run test:kill [-- --kills N] [--saves N] [--browser chromium|firefox]`: acknowledged saves under
 * SIGKILLs of the whole browser, with the build that ships: a third of the kills falls into a save,
 * one in six into the writing of the second copy, one in six into an import. Exits with 1 when
 * anything is lost, torn or half done.
 */
import { parseArgs } from 'node:util';
import { killRounds, type Moment } from '../kill/rounds.ts';
import { wholeNumber } from './options.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    saves: { type: 'string', default: '5' },
    browser: { type: 'string', default: 'chromium' },
  },
});
const { acknowledged, kills, lastImport, ...faults } = await killRounds({
  browser: values.browser === 'firefox' ? 'firefox' : 'chromium',
  moments: Array.from({ length: wholeNumber('kills', values.kills) }, (_, round) =>
    momentOf(round),
  ),
  saves: wholeNumber('saves', values.saves),
  told: (round, saved, { lost, torn }) => {
    if (round % 20 === 0)
      console.log(
        `${round} kills: ${saved} acknowledged, ${lost.length} lost, ${torn.length} torn`,
      );
  },
});
const told = Object.entries(kills).map(([moment, count]) => `${moment} ${count}`);
console.log(`${acknowledged} acknowledged saves; kills: ${told.join(', ')}.`);
console.log(JSON.stringify({ lastImport, ...faults }));
const isWell =
  lastImport?.kind === 'done' &&
  lastImport.isWhole &&
  Object.values(faults).every((fault) =>
    typeof fault === 'number' ? fault === 0 : fault.length === 0,
  );
if (!isWell) process.exitCode = 1;

function momentOf(round: number): Moment {
  if (round % 3 === 1) return 'save';
  if (round % 6 === 5) return 'mirror';
  return round % 6 === 3 ? 'import' : 'idle';
}
