import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import { optionsOf, pagesFolder } from '../../commands/options.ts';

const folder = mkdtempSync(join(tmpdir(), 'warraq-pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

let told: MockInstance;
beforeEach(() => {
  told = vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
});

test('a folder that is not there, or holds no page, is told of in one sentence', () => {
  const nowhere = join(folder, 'nowhere');
  expect(() => pagesFolder(nowhere)).toThrow('exit 1');
  expect(told.mock.calls).toEqual([[`There is no folder ${nowhere}.`]]);
  expect(() => pagesFolder(folder)).toThrow('exit 1');
  expect(told).toHaveBeenLastCalledWith(expect.stringMatching(/^No page .* is in the folder /));
  const page = join(folder, 'a.html');
  writeFileSync(page, '');
  expect(pagesFolder(folder)).toBe(folder);
  expect(() => pagesFolder(page)).toThrow('exit 1');
});

test('so is an option the command does not take', () => {
  expect(() => optionsOf({ args: ['--pages', 'x'], options: {} })).toThrow('exit 2');
  expect(told.mock.calls).toEqual([[expect.stringContaining("'--pages'")]]);
});
