import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser/open.ts';
import { serve, type Answer, type FixtureServer } from '../browser/server.ts';
import type { Browser, Page } from '../browser/types.ts';
import { bundleScript } from '../commands/extractor-bundle.ts';
import { BATCHES, bodyOf, hostileArticle, PLACED } from '../fixtures/payloads/batches.ts';
import { edit, exported, HARD, NOT_XML, NOT_XML_READ, PNG } from '../unit/exchange/out/samples.ts';
import { inBothBrowsers } from './support/browsers.ts';
import { buildOf } from './support/builds.ts';
import { lookAround, typeOf } from './support/exported-look.ts';
import type { exportAll, GivenArticle } from './support/exported-page.ts';

/** Milliseconds given to what runs or loads by itself. */
const LATE = 500;
const PICTURE = 'http://news.example/kept.png';

/** What is exported is read again by the browsers' own parsers, of HTML and of strict XML. */
inBothBrowsers('what was exported', (name) => {
  const answers = new Map<string, Answer>();
  let server: FixtureServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await serve(({ href }) => answers.get(href) ?? null);
    // On the loopback itself, where a page has what a page of ours has: digests.
    answers.set(`${server.origin}/`, { body: '<!doctype html><title>.</title>' });
    browser = await openBrowser(name, { extension: buildOf(name), network: { port: server.port } });
    page = await browser.openPage(`${server.origin}/`);
    const bundle = await bundleScript(new URL('support/exported-page.ts', import.meta.url));
    // oxlint-disable-next-line no-eval -- this page is there to be run in
    await page.evaluate((source) => void (0, eval)(source), bundle);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function exportIn(all: GivenArticle[]) {
    const made = await page.evaluate(async (articles) => {
      const { warraq } = globalThis as unknown as { warraq: { exportAll: typeof exportAll } };
      return warraq.exportAll(articles);
    }, all);
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
    const book = unzipSync(bytes(made.epub));
    for (const [file, body] of Object.entries(book)) {
      answers.set(`http://book.example/${file}`, { body, type: typeOf(file) });
    }
    const html = new TextDecoder().decode(bytes(made.html));
    answers.set('http://file.example/library.html', { body: html });
    return { html, book, markdown: unzipSync(bytes(made.markdown)) };
  }

  describe('from hostile articles', () => {
    let made: Awaited<ReturnType<typeof exportIn>>;

    beforeAll(async () => {
      made = await exportIn([...BATCHES.map(hostileBody), ...PLACED.map(hostileRecord)]);
      server.forget();
    });

    test('as HTML asks for nothing and runs nothing', async () => {
      const opened = await browser.openPage('http://file.example/library.html');
      await new Promise((resolve) => setTimeout(resolve, LATE));
      const found = await opened.evaluate(lookAround);
      const text = await opened.evaluate(() => document.body.textContent ?? '');
      const gap = await opened.evaluate(afterContents);
      await opened.close();

      expect(found).toEqual([]);
      expect(gap).toBeGreaterThan(40);
      expect(server.requests).toEqual(['http://file.example/library.html']);
      const kept = PLACED.flatMap(({ before, after }) => [before, after ?? '']);
      expect(kept.filter((sentence) => !text.includes(sentence))).toEqual([]);
    });

    test('as EPUB is strict XML, asks for its own files only and runs nothing', async () => {
      const documents = Object.entries(made.book).filter(([file]) =>
        /\.(?:xhtml|opf|xml)$/u.test(file),
      );
      const wrong = await page.evaluate(
        notWellFormed,
        documents.map(([file, bytes]): [string, string] => [file, new TextDecoder().decode(bytes)]),
      );
      expect(wrong).toEqual([]);
      expect(documents).toHaveLength(BATCHES.length + PLACED.length + 3);

      const chapters = documents
        .map(([file]) => file)
        .filter((file) => /0000\d\.xhtml$/u.test(file));
      for (const chapter of chapters) {
        server.forget();
        const opened = await browser.openPage(`http://book.example/${chapter}`);
        await new Promise((resolve) => setTimeout(resolve, LATE / 2));
        expect(await opened.evaluate(lookAround)).toEqual([]);
        await opened.close();
        const own = Object.keys(made.book).map((file) => `http://book.example/${file}`);
        expect(server.requests.filter((address) => !own.includes(address))).toEqual([]);
      }
      expect(chapters).toHaveLength(9);
    }, 120_000);

    test('as Markdown holds no markup of theirs', () => {
      const texts = Object.entries(made.markdown).filter(([file]) => file.endsWith('.md'));
      const decoded = texts.map(([, bytes]) => new TextDecoder().decode(bytes));
      const bodies = decoded.map((text) => text.slice(text.indexOf('\n---\n') + 5));
      const tags = bodies.flatMap((body) => body.match(/(?<!\\)<\/?[a-z!?][^\s>]*/giu) ?? []);
      const own =
        /^<\/?(?:mark|su[bp]|kbd|bdo|table|caption|t[rhd]|thead|tbody|tfoot|br|a|p|img|strong|em|b|i|s|code|pre|li|ul|ol)\b/u;
      expect(tags.filter((tag) => !own.test(tag))).toEqual([]);
      const scripts = bodies.filter((body) =>
        /\]\((?!https?:|mailto:|tel:|images\/)/u.test(body.replace(/\\./gsu, '')),
      );
      expect(scripts).toEqual([]);
      expect(decoded).toHaveLength(BATCHES.length + PLACED.length);
    });
  });

  test('has text, order, direction and metadata as they were', async () => {
    const { book } = await exportIn([
      given({
        id: 'a'.repeat(32),
        article: {
          title: HARD,
          html:
            `<h2>وسطي</h2><p>${HARD} ${NOT_XML}</p><pre>\n\n  س</pre><p>In English<br>two</p>` +
            `<figure><img src="${PICTURE}" alt="قلعة"><figcaption>شرح</figcaption></figure>` +
            '<table><tr><td>أ</td><td>ب</td></tr></table><ol start="3"><li>ج</li></ol><p id="n">١٢</p>',
        },
        pictures: [PICTURE],
      }),
      given({ id: 'b'.repeat(32), article: { title: 'Second', lang: 'en', dir: 'ltr' } }),
      given({ id: 'c'.repeat(32), article: null }),
    ]);
    const opened = await browser.openPage('http://file.example/library.html');
    const html = await opened.evaluate(readArticles);
    await opened.close();
    const chapters = Object.keys(book).filter((file) => file.includes('/articles/'));
    const xhtml: ReturnType<typeof readArticles> = [];
    for (const chapter of chapters) {
      const one = await browser.openPage(`http://book.example/${chapter}`);
      xhtml.push(...(await one.evaluate(readArticles)));
      await one.close();
    }
    expect(xhtml).toEqual(html);
    expect(html.map(({ lang, dir, title }) => [lang, dir, title])).toEqual([
      ['ar', 'rtl', HARD],
      ['en', 'ltr', 'Second'],
      [null, 'rtl', 'رابط'],
    ]);
    expect(html[0]?.blocks).toEqual([
      ['rtl', 'وسطي'],
      ['rtl', `${HARD} ${NOT_XML_READ}`],
      ['ltr', '\n  س'],
      ['ltr', 'In Englishtwo'],
      ['rtl', 'شرح'],
      ['rtl', 'أ'],
      ['rtl', 'ب'],
      ['rtl', 'ج'],
      ['rtl', '١٢'],
    ]);
    expect(html[0]?.pictures).toEqual([[1, 1, 'قلعة']]);

    const text = (file: string) => new TextDecoder().decode(book[file]);
    const facts = await page.evaluate(readPackage, [
      text('EPUB/package.opf'),
      text('EPUB/nav.xhtml'),
    ]);
    expect(facts).toEqual({
      version: '3.0',
      dir: 'rtl',
      progression: 'rtl',
      languages: ['ar', 'en'],
      title: 'مكتبة ورّاق',
      creators: ['سلمى حداد'],
      modified: '2026-11-24T18:00:00Z',
      uniqueIds: true,
      order: ['nav.xhtml', ...chapters.map((file) => file.slice('EPUB/'.length))],
      contents: [HARD, 'Second', 'رابط'],
      missing: [],
    });
  });
});

function given(
  sample: Omit<Parameters<typeof exported>[0] & object, 'pictures'> & { pictures?: string[] },
): GivenArticle {
  const { pictures = [], ...rest } = sample;
  const { item, text, edits } = exported(rest);
  const kept = pictures.map((address) => [address, Buffer.from(PNG).toString('base64')]);
  return { item, text, edits, pictures: Object.fromEntries(kept) as Record<string, string> };
}

function hostileBody(batch: (typeof BATCHES)[number], number: number): GivenArticle {
  const html = bodyOf(batch);
  return given({
    id: number.toString(16).padStart(32, '0'),
    article: { html, title: `${number}` },
  });
}

function hostileRecord(placed: (typeof PLACED)[number]): GivenArticle {
  const { html } = placed.payload;
  const article = hostileArticle(placed);
  return given({
    id: `c${placed.number.toString(16).padStart(31, '0')}`,
    article: { ...article, publishedTime: html, lang: html },
    item: { lang: html, url: html },
    edits: [
      edit('note', { value: html }),
      edit('title', { value: html }),
      edit('put-back', { value: 'r1' }),
    ],
  });
}

// These run in a page: they may use nothing but their arguments.

function notWellFormed(documents: [string, string][]): string[] {
  return documents.flatMap(([file, text]) => {
    const read = new DOMParser().parseFromString(text, 'application/xhtml+xml');
    const error = read.querySelector('parsererror');
    return error ? [`${file}: ${error.textContent}`] : [];
  });
}

/** Blocks with the direction they are shown in, and pictures with their sizes. */
function readArticles() {
  return [...document.querySelectorAll('article')].map((article) => ({
    lang: article.getAttribute('lang'),
    dir: article.getAttribute('dir'),
    title: article.querySelector('.headline')?.textContent,
    blocks: [...article.querySelectorAll('article > :not(header), figcaption, td, li')]
      .filter((block) => !block.querySelector('figcaption, td, li'))
      .map((block): [string, string] => [
        getComputedStyle(block).direction,
        block.textContent ?? '',
      ]),
    pictures: [...article.querySelectorAll('img')].map((image): [number, number, string] => [
      image.naturalWidth,
      image.naturalHeight,
      image.alt,
    ]),
  }));
}

function readPackage([opf = '', nav = '']: string[]) {
  const book = new DOMParser().parseFromString(opf, 'application/xml');
  const list = new DOMParser().parseFromString(nav, 'application/xhtml+xml');
  const dc = (name: string): string[] =>
    [...book.getElementsByTagNameNS('http://purl.org/dc/elements/1.1/', name)].map(
      (element) => element.textContent ?? '',
    );
  const files = new Map(
    [...book.querySelectorAll('manifest > item')].map((item) => [
      item.id,
      item.getAttribute('href'),
    ]),
  );
  const order = [...book.querySelectorAll('spine > itemref')].map((ref) =>
    files.get(ref.getAttribute('idref') ?? ''),
  );
  const links = [...list.querySelectorAll('nav a')];
  return {
    version: book.documentElement.getAttribute('version'),
    dir: book.documentElement.getAttribute('dir'),
    progression: book.querySelector('spine')?.getAttribute('page-progression-direction'),
    languages: dc('language'),
    title: dc('title')[0],
    creators: dc('creator'),
    modified: book.querySelector('meta[property="dcterms:modified"]')?.textContent,
    uniqueIds: files.size === book.querySelectorAll('manifest > item').length,
    order,
    contents: links.map((link) => link.textContent),
    missing: links.map((link) => link.getAttribute('href')).filter((href) => !order.includes(href)),
  };
}

/** Pixels between the last line of the contents and the first article. */
function afterContents(): number {
  const edge = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
  return (edge('article header')?.top ?? 0) - (edge('nav')?.bottom ?? 0);
}
