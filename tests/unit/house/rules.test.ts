// @vitest-environment node
import { expect, test } from 'vitest';
import { linesThat, sourceFiles, withoutComments } from './source.ts';

/* The rules of the house that no linter knows. Each list is of the places that break one. */
const SCRIPTS = sourceFiles('.ts', '.tsx');
const STYLES = sourceFiles('.css');

test('HTML enters a document through one door', () => {
  const doors = ['utils/article/sanitize.ts'];
  const inside = SCRIPTS.filter(({ path }) => !doors.includes(path));
  const writes =
    /\b(?:innerHTML|outerHTML)\s*=[^=]|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|createContextualFragment|document\.write/;
  expect(linesThat(writes, inside)).toEqual([]);
});

test('no regular expression uses what does not know Arabic', () => {
  expect(linesThat(/\/[^/\n]*\\[wWbB][^\n]*\/[a-z]*/, SCRIPTS)).toEqual([]);
});

test('styles are logical, and letters of Arabic are never set apart', () => {
  const physical =
    /(?:margin|padding|border|inset)-(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)|letter-spacing|font-style:\s*italic/;
  expect(linesThat(physical, STYLES)).toEqual([]);
});

test('styles name no colour but in the themes', () => {
  const elsewhere = STYLES.filter(({ path }) => !path.endsWith('themes.css'));
  expect(linesThat(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i, elsewhere)).toEqual([]);
});

test('nothing in utils/ knows of components/ or entrypoints/', () => {
  const utils = SCRIPTS.filter(({ path }) => path.startsWith('utils/'));
  expect(linesThat(/from '[^']*(?:components|entrypoints)\//, utils)).toEqual([]);
});

test('the library knows of no message and of nobody who sends one', () => {
  const library = SCRIPTS.filter(({ path }) => path.startsWith('utils/library/'));
  expect(linesThat(/from '[^']*(?:\/messages\.ts|\/background\/)/, library)).toEqual([]);
});

test('utils/arabic/ imports nothing from outside and touches no document', () => {
  const arabic = SCRIPTS.filter(({ path }) => path.startsWith('utils/arabic/'));
  expect(linesThat(/from '(?!\.\/)/, arabic)).toEqual([]);
  expect(linesThat(/\b(?:document|window|Element|Node)\b/, arabic)).toEqual([]);
});

test('utils/article/ uses no browser interface and no storage', () => {
  const article = SCRIPTS.filter(({ path }) => path.startsWith('utils/article/'));
  expect(linesThat(/from '[^']*(?:wxt\/|dexie|\.\.\/library\/)|\bindexedDB\b/, article)).toEqual(
    [],
  );
});

test('the rooms of utils/article/ know only of those before them', () => {
  const rooms = 'page snapshot lines metadata verdict finding noise repeats body'.split(' ');
  const steps = /from '\.\.\/(?:extract|extract-fetched|assemble|record-around|record-lines)\.ts'/;
  const inRooms = SCRIPTS.filter(({ path }) => /^utils\/article\/[^/]+\//.test(path));
  expect(
    inRooms.map(({ path }) => path.split('/')[2]).filter((room) => !rooms.includes(`${room}`)),
  ).toEqual([]);
  expect(linesThat(steps, inRooms)).toEqual([]);
  for (const [at, room] of rooms.entries()) {
    const later = new RegExp(`from '\\.\\./(?:${rooms.slice(at + 1).join('|') || '-'})/`);
    const files = inRooms.filter(({ path }) => path.startsWith(`utils/article/${room}/`));
    expect(files).not.toEqual([]);
    expect(linesThat(later, files)).toEqual([]);
  }
});

test('the rooms of utils/exchange/ share what stands above them and nothing else', () => {
  const room = (name: string) =>
    SCRIPTS.filter(({ path }) => path.startsWith(`utils/exchange/${name}/`));
  expect(linesThat(/from '[^']*\.\.\/out\//, room('in'))).toEqual([]);
  expect(linesThat(/from '[^']*\.\.\/in\//, room('out'))).toEqual([]);
  expect(linesThat(/from '[^']*\.\.\/(?:in|out)\//, room('zip'))).toEqual([]);
});

test('the background is a table of contents', () => {
  const background = SCRIPTS.find(({ path }) => path === 'entrypoints/background.ts');
  const code = withoutComments(background?.text ?? '');
  expect(code).toContain('defineBackground');
  expect(code).not.toMatch(/\b(?:if|for|while|switch|let|await|async|try)\b/);
});

test('no file has a second job in it', () => {
  const long = [...SCRIPTS, ...STYLES]
    .filter(({ text }) => text.split('\n').length > 251)
    .map(({ path, text }) => `${path}: ${text.split('\n').length - 1} lines`);
  expect(long).toEqual([]);
});

test('no host of anybody stands in the source', () => {
  const known = ['utils/article/page/platforms.ts', 'utils/arabic/agencies.ts'];
  const others = SCRIPTS.filter(({ path }) => !known.includes(path));
  const host =
    /https?:\/\/(?!(?:www\.)?(?:w3|idpf)\.org\/|schema\.org|purl\.org\/dc\/)[a-z0-9-]+\.[a-z]/i;
  expect(linesThat(host, others)).toEqual([]);
  expect(linesThat(/['"`/.][a-z0-9-]{2,}\.(?:com|net|org|tv|info)\b(?!\/)/i, others)).toEqual([]);
});

test('nothing is left open or swallowed', () => {
  const open =
    /\bTODO\b|\bFIXME\b|@ts-(?:ignore|expect-error|nocheck)|catch\s*(?:\([^)]*\))?\s*\{\s*\}/;
  const broken = SCRIPTS.filter(({ text }) => open.test(text)).map(({ path }) => path);
  expect(broken).toEqual([]);
});
