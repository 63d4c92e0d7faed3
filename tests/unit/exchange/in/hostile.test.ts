// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ImportPart } from '../../../../utils/exchange/in/imported.ts';
import { FIXTURES, fixture, read, rowsOf } from './support.ts';

const CSV = FIXTURES.filter((name) => name.endsWith('.csv'));
const JSON_LISTS = FIXTURES.filter((name) => name.endsWith('.json'));

const isRefused = (parts: readonly ImportPart[]): boolean =>
  parts.some((part) => 'refused' in part);

describe('a file cut off', () => {
  const cutable = FIXTURES.filter((name) => !name.endsWith('.csv'));

  it.each(cutable)('%s is refused wherever it is cut', async (name) => {
    const bytes = new TextEncoder().encode(fixture(name).trimEnd());
    for (let at = 0; at < bytes.length; at += 1) {
      const parts = await read(new Blob([bytes.slice(0, at)]));
      expect(isRefused(parts), `${at} of ${bytes.length}`).toBe(true);
    }
  });

  // A list of lines can end after any line; where Instapaper's old layout ends in a free word, in it.
  it.each(CSV)('%s is refused wherever it is cut but between two rows', async (name) => {
    const text = fixture(name).trimEnd();
    const all = await read(text);
    const bytes = new TextEncoder().encode(text);
    const open = name === 'instapaper-four-columns.csv' || name === 'matter.csv';
    for (let at = 0; at < bytes.length; at += 1) {
      const parts = await read(new Blob([bytes.slice(0, at)]));
      if (isRefused(parts)) continue;
      const rest = new TextDecoder().decode(bytes.slice(at));
      const whole =
        rest.startsWith('\n') ||
        rest.startsWith('\r') ||
        text.slice(0, -rest.length).endsWith('\n');
      const lastCell = !rest.split(/\r?\n/u)[0]!.includes(',');
      expect(whole || lastCell, `${at}: ${rest.slice(0, 40)}`).toBe(true);
      if (!open || whole) expect(parts).toEqual(all.slice(0, parts.length));
    }
  });
});

describe('rows of strange types', () => {
  /** Each field of each row in turn replaced. */
  it.each(JSON_LISTS)('%s: counted out or taken as empty, never an error', async (name) => {
    const parsed = JSON.parse(fixture(name)) as unknown;
    const rows = (
      Array.isArray(parsed) ? parsed : (parsed as { bookmarks: unknown[] }).bookmarks
    ) as Record<string, unknown>[];
    const strangers = [
      { a: { b: 1 } },
      [[1]],
      [{ type: 'b' }],
      Number.MAX_VALUE,
      -1,
      true,
      'x'.repeat(5_000),
      [null],
    ];
    for (const field of Object.keys(rows[0]!)) {
      for (const stranger of strangers) {
        const changed = [{ ...rows[0], [field]: stranger }, ...rows.slice(1)];
        const file = JSON.stringify(Array.isArray(parsed) ? changed : { bookmarks: changed });
        const parts = await read(file);
        expect(parts).toHaveLength(rows.length);
        expect(isRefused(parts)).toBe(false);
        for (const { title, byline, tags, html, url } of rowsOf(parts)) {
          for (const shown of [title, byline, html, url, ...tags]) {
            expect(shown === null || typeof shown === 'string').toBe(true);
          }
        }
      }
    }
  });

  it('counts an object where a headline belongs as faulty', async () => {
    const node = { type: 'script', props: { children: 'alert(1)' }, key: null, ref: null };
    const row = {
      url: 'https://n.example/a',
      is_archived: 0,
      is_starred: 0,
      title: 'خبر',
      tags: [],
    };
    const file = JSON.stringify([row, { ...row, title: node }, { ...row, tags: [node] }]);
    expect(await read(file)).toEqual([
      { row: expect.objectContaining({ title: 'خبر' }) as unknown },
      { faulty: 'type' },
      { faulty: 'type' },
    ]);
  });

  it('lets no row touch a prototype', async () => {
    const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},';
    for (const name of JSON_LISTS) {
      const parts = await read(
        fixture(name).replaceAll(/\{(?=\s*"(?:id|is_archived|createdAt)")/gu, evil),
      );
      expect(rowsOf(parts).length).toBeGreaterThan(0);
      for (const row of rowsOf(parts)) expect(row).not.toHaveProperty('polluted');
    }
    expect({}).not.toHaveProperty('polluted');
    const csv =
      'title,url,time_added,tags,status,__proto__,constructor\nخبر,https://n.example/a,1700000000,,unread,x,y\n';
    expect(rowsOf(await read(csv))).toHaveLength(1);
    const tags = '__proto__|constructor|toString';
    const [row] = rowsOf(
      await read(`title,url,time_added,tags,status\nخبر,https://n.example/a,1,${tags},unread\n`),
    );
    expect(row?.tags).toEqual(['__proto__', 'constructor', 'toString']);
  });

  it('takes a stamp of the year 9999 back to now in every format', async () => {
    for (const name of FIXTURES) {
      const text = fixture(name)
        .replaceAll(/(?<=["=,:T ])1[56]\d{8}(?:000000)?(?=[",\s>])/gu, '253402300799')
        .replaceAll(/20\d\d(?=-\d\d-\d\d[T ])/gu, '9999');
      const changed = text !== fixture(name);
      const moments = rowsOf(await read(text)).flatMap(({ savedAt }) => savedAt ?? []);
      for (const at of moments) expect(at).toBeLessThanOrEqual(Date.UTC(2026, 10, 24, 18));
      if (changed) expect(moments).toContain(Date.UTC(2026, 10, 24, 18));
    }
  });

  it('gives duplicates as they stand: whoever merges decides', async () => {
    const rows = fixture('wallabag.json').trim().slice(1, -1);
    const parts = await read(`[${rows},${rows}]`);
    expect(parts.slice(0, 2)).toEqual(parts.slice(2));
  });
});

describe('nesting', () => {
  const row = '{"url":"https://n.example/a","is_archived":0,"is_starred":0,"title":"خبر"';

  it('counts a row nested beyond all sense, and goes on', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const parts = await read(`[${row}},${row},"x":${deep}},${row}}]`);
    expect(parts.map((part) => Object.keys(part)[0])).toEqual(['row', 'faulty', 'row']);
    expect(parts[1]).toEqual({ faulty: 'too-deep' });
  });

  it('follows folders however deep, and gives no more tags than a row may have', async () => {
    const open = '<DT><H3>مجلد</H3><DL><p>';
    const depth = 50_000;
    const file = `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>${open.repeat(depth)}<DT><A HREF="https://n.example/a">خبر</A>${'</DL>'.repeat(depth + 1)}`;
    expect(rowsOf(await read(file))).toMatchObject([{ title: 'خبر', tags: ['مجلد'] }]);
  });

  it('takes a body nested too deeply as a link', async () => {
    const html = '<div>'.repeat(50_000);
    expect(rowsOf(await read(`[${row},"content":${JSON.stringify(html)}}]`))).toMatchObject([
      { html: null, textLeftOut: true },
    ]);
  });
});

describe('markup that plays tricks', () => {
  const bookmarks = (inner: string): string =>
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>${inner}</DL>`;
  const link = '<DT><A HREF="https://n.example/a" ADD_DATE="1700000000">خبر</A>';

  it.each([
    ['a comment', `<!-- <DT><A HREF="https://n.example/x">لا</A> -->${link}`],
    ['a comment with an arrow', `<!-- a > b -- > -->${link}`],
    ['a script', `<script>var a = '<DT><A HREF="https://n.example/x">لا</A>';</script>${link}`],
    ['a quoted bracket', '<DT><A TITLE="a > b" HREF="https://n.example/a">خبر</A>'],
    ['an apostrophe', `<DT><H3 it's>${link.slice(4)}`],
    ['a repeated address', '<DT><A HREF="https://n.example/a" HREF="https://n.example/x">خبر</A>'],
    ['markup in a title', '<DT><A HREF="https://n.example/a">خ<b>ب</b>ر</A>'],
    ['no end of the link', '<DT><A HREF="https://n.example/a">خبر<DT>'],
    ['capitals and spaces', '<dt><a\n\thref = "https://n.example/a"\n>خبر</a>'],
  ])('reads past %s', async (_, inner) => {
    const rows = rowsOf(await read(bookmarks(inner)));
    expect(rows.map(({ url, title }) => [url, title])).toEqual([['https://n.example/a', 'خبر']]);
  });

  it('passes over every address that is no page', async () => {
    const addresses = [
      'javascript:alert(1)',
      'JAVA&#115;CRIPT:alert(1)',
      'place:x',
      'data:text/html,x',
      'vbscript:x',
    ];
    const file = bookmarks(addresses.map((href) => `<DT><A HREF="${href}">خبر</A>`).join(''));
    expect(await read(file)).toEqual(addresses.map(() => ({ skipped: 'no-page' })));
  });

  it('gives a title as text, never as markup', async () => {
    const file = bookmarks(
      '<DT><A HREF="https://n.example/a">&lt;img src=x onerror=alert(1)&gt;</A>',
    );
    expect(rowsOf(await read(file))[0]?.title).toBe('<img src=x onerror=alert(1)>');
  });
});
