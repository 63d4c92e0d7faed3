import { expect, test } from 'vitest';
import { killRounds } from '../kill/rounds.ts';
import { inBothBrowsers } from './support/browsers.ts';

/** The short form of `npm run test:kill`. */
inBothBrowsers('a browser killed again and again', (name) => {
  test('loses no acknowledged save and leaves none torn', async () => {
    const rounds = name === 'chromium' ? 6 : 3;
    const outcome = await killRounds({ browser: name, rounds, saves: 3 });
    expect(outcome).toEqual({
      acknowledged: rounds * 3,
      kills: rounds,
      inFlight: Math.floor(rounds / 3),
      lost: [],
      torn: [],
      halves: 0,
    });
  });
});
