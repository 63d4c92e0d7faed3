import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { exportEpub } from '../../../../utils/exchange/out/epub.ts';
import { collect } from '../collect.ts';
import { each, exported, HARD, NOW, PNG, WEBP, WORDS } from './samples.ts';

const FONT = { bytes: new Uint8Array([1, 2, 3]), licence: 'OFL' };
const ids = (letter: string) => letter.repeat(32);

async function book(...articles: ReturnType<typeof exported>[]) {
  const out = collect();
  await exportEpub(each(...articles), out.write, { document, words: WORDS, now: NOW, font: FONT });
  const files = unzipSync(out.bytes());
  const read = (name: string) => new TextDecoder().decode(files[name]);
  return { bytes: out.bytes(), files, read, opf: read('EPUB/package.opf') };
}

const all = (text: string, match: RegExp): string[] =>
  [...text.matchAll(match)].map(([, found]) => found ?? '');

it('begins with its type, stored and bare', async () => {
  const { bytes, files } = await book(exported());
  expect(new TextDecoder('latin1').decode(bytes.subarray(30, 58))).toBe(
    'mimetypeapplication/epub+zip',
  );
  expect(bytes[8]).toBe(0);
  expect(Object.keys(files).slice(0, 2)).toEqual(['mimetype', 'META-INF/container.xml']);
});

it('lists every file it holds, once, by ids of their own', async () => {
  const [png, webp, none] = ['a.png', 'b.webp', 'c.png'].map(
    (name) => `https://news.example/${name}`,
  );
  const html = [png, webp, none].map((src) => `<p>س <img src="${src}" alt="ص"></p>`).join('');
  const pictures = { [png!]: PNG, [webp!]: WEBP };
  const { files, opf } = await book(
    exported({ id: ids('a'), article: { html }, pictures }),
    exported({ id: ids('b'), article: { html }, pictures }),
  );
  const listed = all(opf, /<item id="[^"]+" href="([^"]+)"/gu).map((file) => `EPUB/${file}`);
  expect(listed.toSorted()).toEqual(
    Object.keys(files)
      .filter((name) => !/^(?:mimetype|META-INF\/.*|EPUB\/package\.opf)$/u.test(name))
      .toSorted(),
  );
  const itemIds = all(opf, / id="([^"]+)"/gu);
  expect(new Set(itemIds).size).toBe(itemIds.length);
  expect(all(opf, /media-type="(image\/[a-z]+)"/gu)).toEqual(['image/png', 'image/webp']);
  expect(all(opf, /<itemref idref="([^"]+)"/gu)).toEqual(['nav', 'chapter-1', 'chapter-2']);
});

it('is turned the way most of its articles are read', async () => {
  const rtl = exported({ id: ids('a') });
  const ltr = exported({ id: ids('b'), article: { lang: 'en', dir: 'ltr', title: 'Second' } });
  const [even, english] = [await book(rtl, ltr), await book(ltr)];
  expect(even.opf).toContain('<spine page-progression-direction="rtl">');
  expect(all(even.opf, /<dc:language>([^<]+)/gu)).toEqual(['ar', 'en']);
  expect(english.opf).toContain('<spine page-progression-direction="ltr">');
  expect(all(english.opf, /<dc:language>([^<]+)/gu)).toEqual(['en']);
});

it('is the same book whenever and in whatever order it is made', async () => {
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => exported({ id: ids(letter) })) as [
    ReturnType<typeof exported>,
    ReturnType<typeof exported>,
    ReturnType<typeof exported>,
  ];
  const name = async (...articles: ReturnType<typeof exported>[]) =>
    all((await book(...articles)).opf, /<dc:identifier id="book-id">([^<]+)/gu)[0];
  expect(await name(a, b)).toMatch(
    /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/u,
  );
  expect(await name(b, a)).toBe(await name(a, b));
  expect(await name(a, c)).not.toBe(await name(a, b));
});

it('of one article has its headline, author, site, source and date', async () => {
  const { opf, files } = await book(exported({ article: { title: HARD } }));
  expect(opf).toContain(`<dc:title dir="rtl">${HARD}</dc:title>`);
  expect(opf).toContain('<dc:creator dir="rtl">سلمى حداد</dc:creator>');
  expect(opf).toContain('<dc:publisher>صحيفة المثال</dc:publisher>');
  expect(opf).toContain('<dc:source>https://news.example/story-4821973</dc:source>');
  expect(opf).toContain('<dc:date>2026-11-24T09:30:00+03:00</dc:date>');
  expect(opf).toContain('<meta property="dcterms:modified">2026-11-24T18:00:00Z</meta>');
  expect(files['EPUB/fonts/naskh.woff2']).toEqual(FONT.bytes);
});
