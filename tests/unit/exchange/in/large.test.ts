// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { repeated, tally } from './support.ts';

const SIZE = 200_000_000;
/** What grows with the file shows in this too, and takes a tenth of the time. */
const SOME = 20_000_000;
/** Against hanging; what these take on a slow machine is a small part of it. */
const LIMIT = 240_000;

/** What a file gives, and the most the process held meanwhile above what it held before. */
async function measured(file: Blob): Promise<{ counts: Record<string, number>; held: number }> {
  const used = (): number => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  let most = before;
  let seen = 0;
  // No timer: nothing says that one is reached before the end.
  const onProgress = (): void => {
    seen += 1;
    if (seen % 10 === 0) most = Math.max(most, used());
  };
  const counts = await tally(file, { onProgress });
  expect(seen).toBeGreaterThan(10);
  return { counts, held: most - before };
}

const TEXT = 'فتحت المكتبة أبوابها صباح اليوم وحضر مئات من القراء. '.repeat(20);
const HEADER = 'title,url,time_added,tags,status\n';
const ROW = `"${TEXT}",https://news.example/culture/library-4821973,1600322788,ثقافة,unread\n`;
const ELEMENT = `{"url":"https://n.example/a","title":"خبر","is_archived":0,"is_starred":1,"tags":[],"content":"<p>${TEXT}</p>"}`;
const LINK = `<DT><A HREF="https://n.example/a" ICON="data:image/png;base64,${'A'.repeat(1_000)}">خبر</A>\n<DD>${TEXT}\n`;

describe('a large file', () => {
  const sound: [string, number, () => Blob][] = [
    ['200 MB of CSV', SIZE, () => repeated(ROW, SIZE, [HEADER, ''])],
    ['a list in JSON', SOME, () => repeated(`${ELEMENT},\n`, SOME, ['[', `${ELEMENT}]`])],
    [
      'bookmarks',
      SOME,
      () => repeated(LINK, SOME, ['<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n', '</DL>']),
    ],
  ];

  it.each(sound)(
    '%s: read row by row, in little memory',
    async (_, size, make) => {
      const file = make();
      expect(file.size).toBeGreaterThanOrEqual(size);
      const { counts, held } = await measured(file);
      expect(Object.keys(counts)).toEqual(['row']);
      expect(counts['row']).toBeGreaterThan(size / 5_000);
      expect(held).toBeLessThan(300_000_000);
    },
    LIMIT,
  );
});

describe('a large file that never ends, or never begins', () => {
  const hostile: [string, string, () => Blob][] = [
    ['one quote never closed', 'truncated', () => repeated('خبر,', SOME, [`${HEADER}"`, ''])],
    ['one row of commas', 'faulty: too-large', () => repeated(',', SOME, [HEADER, ''])],
    ['opening brackets', 'truncated', () => repeated('[', SOME)],
    ['empty objects', 'too-large', () => repeated('{},', SOME, [`[${ELEMENT},`, '1]'])],
    ['empty lines of a list', 'empty', () => repeated('\n', SOME, [HEADER, ''])],
    ['one string', 'truncated', () => repeated('ا', SOME, [`[${ELEMENT},{"title":"`, ''])],
    ['white space', 'not-recognised', () => repeated(' ', 2 * SOME, ['[', ']'])],
    [
      'one tag',
      'truncated',
      () => repeated(' a', SOME, ['<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><A ', '']),
    ],
    [
      'open folders',
      'truncated',
      () => repeated('<DL><DT><H3>مجلد</H3>', SOME, ['<!DOCTYPE NETSCAPE-Bookmark-file-1>', '']),
    ],
    ['zeros behind a list', 'truncated', () => repeated('\u0000', SOME, [HEADER + ROW, ''])],
  ];

  it.each(hostile)(
    '%s: %s, in little memory',
    async (_, refusal, make) => {
      const expected = refusal.includes(':') ? refusal : `refused: ${refusal}`;
      const file = make();
      const { counts, held } = await measured(file);
      expect(counts).toHaveProperty([expected], 1);
      expect(held).toBeLessThan(300_000_000);
    },
    LIMIT,
  );
});
