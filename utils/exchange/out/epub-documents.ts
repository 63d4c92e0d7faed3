import { headlineDirection } from '../../arabic/direction.ts';
import type { Facts } from './article-facts.ts';
import { directionIn, languageMarkup } from './article-markup.ts';
import { isMoment } from './body.ts';
import type { ExportWords } from './exported.ts';
import { textMarkup, valueMarkup } from './markup.ts';
import type { PictureKind } from './picture-bytes.ts';

export interface Chapter extends Facts {
  /** Its place beside the package document. */
  file: string;
}

export interface Book {
  identifier: string;
  title: string;
  lang: string;
  dir: 'rtl' | 'ltr';
  words: ExportWords;
  /** Milliseconds. */
  now: number;
  chapters: readonly Chapter[];
  /** By name, without folder and extension. */
  pictures: ReadonlyMap<string, PictureKind>;
}

const XML = '<?xml version="1.0" encoding="utf-8"?>';

/** Says where the package document is. */
export const CONTAINER = `${XML}
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

export function packageDocument(book: Book): string {
  const { chapters, pictures, lang, dir, now } = book;
  const text = (name: string, value: string, more = ''): string =>
    `<dc:${name}${more}>${textMarkup(value)}</dc:${name}>`;
  const languages = [lang, ...chapters.map((chapter) => chapter.lang)].filter(
    (tag) => tag !== null,
  );
  const bylines = new Set(chapters.flatMap(({ byline }) => byline ?? []));
  const [only] = chapters.length === 1 ? chapters : [];
  const metadata = [
    text('identifier', book.identifier, ' id="book-id"'),
    text('title', book.title, ` dir="${directionIn(book.title, dir)}"`),
    ...[...new Set(languages)].map((tag) => text('language', tag)),
    ...[...bylines].map((name) => text('creator', name, ` dir="${directionIn(name, dir)}"`)),
    only?.site ? text('publisher', only.site) : '',
    only?.url ? text('source', only.url) : '',
    only?.published && isMoment(only.published) ? text('date', only.published) : '',
    `<meta property="dcterms:modified">${new Date(now).toISOString().slice(0, 19)}Z</meta>`,
  ].filter(Boolean);
  const files = [
    item('nav', 'nav.xhtml', 'application/xhtml+xml', ' properties="nav"'),
    item('style', 'style.css', 'text/css'),
    item('font', 'fonts/naskh.woff2', 'font/woff2'),
    item('font-licence', 'fonts/licence.txt', 'text/plain'),
    ...chapters.map(({ file }, index) => item(chapterId(index), file, 'application/xhtml+xml')),
    ...[...pictures].map(([name, { type, extension }]) =>
      item(`picture-${name}`, `images/${name}.${extension}`, type),
    ),
  ];
  const order = chapters.map((_, index) => `<itemref idref="${chapterId(index)}"/>`);
  return `${XML}
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${valueMarkup(lang)}" dir="${dir}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join('\n')}
</metadata>
<manifest>
${files.join('\n')}
</manifest>
<spine page-progression-direction="${dir}">
${[...(only ? [] : ['<itemref idref="nav"/>']), ...order].join('\n')}
</spine>
</package>
`;
}

export function navigationDocument({ chapters, dir, lang, words }: Book): string {
  const list = chapters.map(
    ({ file, title, dir: own }) =>
      `<li dir="${headlineDirection(title, own)}"><a href="${valueMarkup(file)}">${textMarkup(title)}</a></li>`,
  );
  const content = [
    '<nav epub:type="toc" id="toc">',
    `<h1${languageMarkup(words.lang, words.dir, 'xml')}>${textMarkup(words.contents)}</h1>`,
    `<ol>\n${list.join('\n')}\n</ol>`,
    '</nav>',
  ];
  return xhtmlPage({
    title: words.contents,
    lang,
    dir,
    style: 'style.css',
    content: content.join('\n'),
  });
}

export function xhtmlPage(page: {
  title: string;
  lang: string;
  dir: 'rtl' | 'ltr';
  /** Address of the style sheet. */
  style: string;
  /** Markup. */
  content: string;
}): string {
  return `${XML}
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${languageMarkup(page.lang, page.dir, 'xml')}>
<head>
<meta charset="utf-8"/>
<title>${textMarkup(page.title)}</title>
<link rel="stylesheet" type="text/css" href="${valueMarkup(page.style)}"/>
</head>
<body>
${page.content}
</body>
</html>
`;
}

function item(id: string, file: string, type: string, more = ''): string {
  return `<item id="${id}" href="${valueMarkup(file)}" media-type="${type}"${more}/>`;
}

function chapterId(index: number): string {
  return `chapter-${index + 1}`;
}
