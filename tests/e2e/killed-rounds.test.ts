import { expect, test } from 'vitest';
import { killRounds, type Moment } from '../kill/rounds.ts';
import { inBothBrowsers } from './support/browsers.ts';

const MOMENTS: Moment[] = ['idle', 'save', 'mirror', 'import', 'save', 'import'];

/** The short form of `npm run test:kill`. */
inBothBrowsers('a browser killed again and again', (name) => {
  test(
    'loses no acknowledged save, and no part of an import stays',
    { timeout: 240_000 },
    async () => {
      const outcome = await killRounds({ browser: name, moments: MOMENTS, saves: 3 });
      expect(outcome).toEqual({
        acknowledged: MOMENTS.length * 3 + 1,
        kills: { idle: 1, save: 2, mirror: 1, import: 2 },
        lastImport: { kind: 'done', isWhole: true },
        lost: [],
        torn: [],
        halves: 0,
        mirrorUnreadable: 0,
        mirrorTorn: [],
        mirrorBehind: [],
        halfImports: [],
      });
    },
  );
});
