import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser/open.ts';
import { serve, type Answer, type FixtureServer } from '../browser/server.ts';
import type { Browser, View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';
import { copyAll, lookAtCopy } from './support/copied.ts';
import { exportAs, openLine } from './support/exchange-page.ts';
import { lookAround, typeOf } from './support/exported-look.ts';
import { AT_ONCE_BODY, backMark, HOSTILE_RECORDS, MARKERS } from './support/hostile-records.ts';
import { ALLOWED, inspect } from './support/inspect.ts';
import { putStraight } from './support/raw-library.ts';
import { allPassages, found, lookAtResults } from './support/search-field.ts';

const MINUTE = 60_000;
/** Milliseconds given to what runs or loads by itself. */
const LATE = 500;
const late = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LATE));

/**
 * Articles whose every part is hostile, written past all that checks a save, and then all that a
 * reader can do with them; the one network there is keeps a list of what was asked for.
 */
inBothBrowsers('hostile articles written straight into the database', (name) => {
  const answers = new Map<string, Answer>();
  let server: FixtureServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await serve(({ href }) => answers.get(href) ?? null);
    browser = await openBrowser(name, { extension: buildOf(name), network: { port: server.port } });
    const reader = await browser.openExtensionPage('reader.html');
    await reader.waitFor('state-empty-library');
    await putStraight(reader, HOSTILE_RECORDS);
    await reader.close();
  }, MINUTE);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  test(
    'are searched: their markup is text in headlines and passages',
    async () => {
      const reader = await openLibrary();
      const copies: Copy[] = [];
      server.forget();

      for (const query of [MARKERS.text, MARKERS.note, 'payloadRan', 'javascript', 'src']) {
        const { names } = await found(reader, query);
        const isMarker = query === MARKERS.text || query === MARKERS.note;
        const passages = isMarker ? await allPassages(reader, names.length) : [];
        const { problems, texts } = await reader.evaluate(lookAtResults);
        expect({ query, problems }).toEqual({ query, problems: [] });
        expect({ query, isMarkup: texts.some((one) => one.includes('<')) }).toEqual({
          query,
          isMarkup: true,
        });
        if (!isMarker) continue;
        copies.push({ of: query, html: (await copyAll(reader)).html });
        expect(names).toHaveLength(HOSTILE_RECORDS.length);
        expect(passages.filter((one) => !one.includes(query))).toEqual([]);
      }
      await late();
      expect((await reader.evaluate(lookAtResults)).problems).toEqual([]);
      expect(server.requests).toEqual([]);
      await reader.close();
      await paste(copies);
    },
    2 * MINUTE,
  );

  test(
    'are opened, printed and copied, and what was copied is pasted into a page without a policy',
    async () => {
      const reader = await openLibrary();
      const copies: Copy[] = [];
      server.forget();

      for (const [index, { item, batch }] of HOSTILE_RECORDS.entries()) {
        const view = await reader.evaluate(inspect, { allowed: ALLOWED, id: item.id });
        expect({ id: item.id, problems: view.problems }).toEqual({ id: item.id, problems: [] });
        const sentences = batch.flatMap(({ before, after }) => [before, after ?? '']);
        expect(sentences.filter((sentence) => !view.body.includes(sentence))).toEqual([]);
        if (isPrinted(index)) {
          const pdf = Buffer.from(await reader.print());
          expect(pdf.toString('latin1')).toMatch(/^%PDF-[^]*%%EOF\s*$/u);
        }
        const copy = await copyAll(reader);
        const [first = ''] = sentences;
        expect(copy.html).toContain(first);
        expect(copy.text).toContain(first);
        copies.push({ of: item.id, html: copy.html });
      }
      await late();
      expect((await reader.evaluate(inspect, { allowed: ALLOWED, id: null })).problems).toEqual([]);
      expect(server.requests).toEqual([]);
      await reader.close();

      await paste(copies);
    },
    5 * MINUTE,
  );

  test(
    'are exported with what was left out put back, as HTML that asks for nothing and runs nothing',
    async () => {
      const { base64 } = await exportedAs('html');
      const address = 'http://file.example/library.html';
      answers.set(address, { body: Buffer.from(base64, 'base64') });
      server.forget();
      const page = await browser.openPage(address);
      await late();
      const problems = await page.evaluate(lookAround);
      const text = await page.evaluate(() => document.body.textContent ?? '');
      await page.close();

      expect(problems).toEqual([]);
      expect(server.requests).toEqual([address]);
      expect(lacking(text)).toEqual([]);
    },
    2 * MINUTE,
  );

  test(
    'are exported with what was left out put back, as a book that asks for its own files only',
    async () => {
      const { base64 } = await exportedAs('epub');
      const book = unzipSync(new Uint8Array(Buffer.from(base64, 'base64')));
      const own = Object.entries(book).map(([file, body]) => {
        const address = `http://book.example/${file}`;
        answers.set(address, { body, type: typeOf(file) });
        return address;
      });
      const chapters = own.filter((address) => /\/articles\/.*\.xhtml$/u.test(address));
      server.forget();
      const texts: string[] = [];
      for (const chapter of chapters) {
        const page = await browser.openPage(chapter);
        await new Promise((resolve) => setTimeout(resolve, LATE / 2));
        expect({ chapter, problems: await page.evaluate(lookAround) }).toEqual({
          chapter,
          problems: [],
        });
        texts.push(await page.evaluate(() => document.documentElement.textContent ?? ''));
        await page.close();
      }

      expect(server.requests.filter((address) => !own.includes(address))).toEqual([]);
      expect(chapters).toHaveLength(HOSTILE_RECORDS.length);
      expect(lacking(texts.join('\n'))).toEqual([]);
    },
    2 * MINUTE,
  );

  test(
    'would be seen if they asked: where nothing keeps them from it, the list says so',
    async () => {
      answers.set('http://open.example/', {
        body: `<!doctype html><meta charset="utf-8">${AT_ONCE_BODY}`,
      });
      server.forget();
      const page = await browser.openPage('http://open.example/');
      const asked = (part: string): Promise<true> =>
        until(`a request for ${part}`, async () =>
          server.requests.some((one) => one.includes(part)),
        );
      for (const part of ['-import', '-style', '-svg', '-poster', '-frame', '-input']) {
        await asked(`payload.example/at-once${part}`);
      }
      const ran = await page.evaluate(
        () => (globalThis as typeof globalThis & { payloadRan?: number }).payloadRan,
      );
      expect(ran).toBeTypeOf('number');
      expect(await page.evaluate(lookAround)).not.toEqual([]);
      expect(await page.evaluate(lookAtCopy)).not.toEqual([]);
      await page.close();

      // In pages of ours: a picture where the policy lets pictures through, for the printer only too.
      const live = await browser.openExtensionPage('live.html');
      await live.evaluate(() => {
        const picture = document.createElement('picture');
        const source = document.createElement('source');
        source.media = 'print';
        source.srcset = 'http://payload.example/canary-print';
        const image = document.createElement('img');
        image.src = 'http://payload.example/canary-screen';
        picture.append(source, image);
        document.body.append(picture);
      });
      await asked('payload.example/canary-screen');
      await live.print();
      await asked('payload.example/canary-print');
      await live.close();

      // And where it lets none through: a page that is led away.
      const reader = await openLibrary();
      await reader.evaluate(() => {
        const away = document.createElement('meta');
        away.httpEquiv = 'refresh';
        away.content = '0;url=http://payload.example/canary-away';
        document.head.append(away);
      });
      await asked('payload.example/canary-away');
      await reader.close();
    },
    MINUTE,
  );

  /** Firefox, which takes seconds for each, prints every third, and the last, which asks at once. */
  function isPrinted(index: number): boolean {
    return name === 'chromium' || index % 3 === 0 || index === HOSTILE_RECORDS.length - 1;
  }

  async function openLibrary(): Promise<View> {
    const reader = await browser.openExtensionPage('reader.html');
    await reader.waitFor('library-item');
    return reader;
  }

  /** Each as the whole of a page that nothing keeps from asking. */
  async function paste(copies: Copy[]): Promise<void> {
    for (const { of, html } of copies) {
      const address = `http://paste.example/${encodeURIComponent(of)}`;
      answers.set(address, {
        body: `<!doctype html><meta charset="utf-8"><title>.</title>${html}`,
      });
      server.forget();
      const page = await browser.openPage(address);
      await late();
      expect({ of, problems: await page.evaluate(lookAtCopy) }).toEqual({ of, problems: [] });
      await page.close();
      expect(server.requests).toEqual([address]);
    }
  }

  async function exportedAs(format: string): Promise<{ base64: string }> {
    const reader = await openLibrary();
    server.forget();
    await openLine(reader, 'export');
    const made = await exportAs(reader, format);
    expect(server.requests).toEqual([]);
    await reader.close();
    return made;
  }
});

interface Copy {
  /** The article, or what was searched for. */
  of: string;
  html: string;
}

/** Sentences, and marks of what was put back, that a text does not have. */
function lacking(text: string): string[] {
  return HOSTILE_RECORDS.flatMap(({ batch }) => batch)
    .flatMap(({ number, before, after }) => [before, after ?? '', backMark(number)])
    .filter((wanted) => !text.includes(wanted));
}
