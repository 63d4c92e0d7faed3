/**
 * `npm run test:kill [-- --rounds N] [--saves N] [--browser chromium|firefox]`: acknowledged saves
 * under SIGKILLs of the whole browser, with the build that ships. Exits with 1 when one is lost or torn.
 */
import { parseArgs } from 'node:util';
import type { BrowserName } from '../browser/types.ts';
import { killRounds } from '../kill/rounds.ts';
import { wholeNumber } from './options.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    saves: { type: 'string', default: '5' },
    browser: { type: 'string', default: 'chromium' },
  },
});
const outcome = await killRounds({
  browser: values.browser === 'firefox' ? 'firefox' : ('chromium' satisfies BrowserName),
  rounds: wholeNumber('rounds', values.rounds),
  saves: wholeNumber('saves', values.saves),
  told: (round, { acknowledged, rows, lost, torn }) => {
    if (round % 20 === 0)
      console.log(
        `${round} kills: ${acknowledged} acknowledged, ${rows} rows, ${lost.length} lost, ${torn.length} torn`,
      );
  },
});
const { acknowledged, kills, inFlight, lost, torn, halves } = outcome;
console.log(
  `${acknowledged} acknowledged saves, ${kills} kills, ${inFlight} of them with a save under way: ${lost.length} lost, ${torn.length} torn, ${halves} rows without their text.`,
);
if (lost.length + torn.length + halves > 0) process.exitCode = 1;
