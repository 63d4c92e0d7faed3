import { afterEach, expect, test } from 'vitest';
import { selectedSource } from '../../../components/reading/copy-source.ts';

afterEach(() => document.body.replaceChildren());

function copied(html: string, select: (article: Element, selection: Selection) => void) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const article = document.createElement('article');
  article.append(...parsed.body.childNodes);
  document.body.append(article);
  const selection = document.getSelection()!;
  selection.removeAllRanges();
  select(article, selection);
  return selectedSource(article, selection);
}

test('what is selected inside of preformatted text keeps its lines', () => {
  const lines = 'سطر\n  وثانٍ\nوثالث';
  const inText = copied(`<pre dir="rtl">${lines}</pre>`, (article, selection) => {
    const text = article.querySelector('pre')!.firstChild!;
    selection.setBaseAndExtent(text, 0, text, 11);
  });
  expect(inText).toEqual({
    text: lines.slice(0, 11),
    html: `<pre dir="rtl">${lines.slice(0, 11)}</pre>`,
  });
  const inCode = copied('<pre><code>a\n<b>  b</b>\nc</code></pre>', (article, selection) => {
    selection.selectAllChildren(article.querySelector('code')!);
  });
  expect(inCode?.text).toBe('a\n  b\nc');
});

test('cells without a word are nothing to copy', () => {
  const html = '<table><tr><td></td><td></td></tr></table>';
  expect(copied(html, (article, selection) => selection.selectAllChildren(article))).toBeNull();
});

test('a link into the extension is its words, where it is pasted', () => {
  const html =
    '<ul><li><a href="/reader.html?id=1">عنوان</a> <a href="https://n.example/">موقع</a></li></ul>';
  const all = copied(html, (article, selection) => selection.selectAllChildren(article));
  expect(all?.html).toContain('عنوان <a href="https://n.example/">موقع</a>');
});

test('isolates are copied of the article’s text alone', () => {
  const line = '\u20686–7\u2069 دقائق';
  const html = `<p>${line}</p><div class="article-body"><p>${line}</p></div>`;
  const all = copied(html, (article, selection) => selection.selectAllChildren(article));
  expect(all?.text).toBe(`6–7 دقائق\n\n${line}`);
});
