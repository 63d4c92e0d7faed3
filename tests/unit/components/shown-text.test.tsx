import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import { ArticleView } from '../../../components/article/article-view.tsx';
import {
  blockText,
  placeAt,
  placesOf,
  rangeOf,
  stretchOf,
} from '../../../components/reading/block-text.ts';
import { selectedSource } from '../../../components/reading/copy-source.ts';
import { isolateIn } from '../../../components/reading/isolate-text.ts';
import {
  AS_PUBLISHED,
  showIn,
  sourceOf,
  sourceOffset,
  type Showing,
} from '../../../components/reading/shown-text.ts';
import { ShowingContext } from '../../../components/reading/showing-context.ts';
import { listBlocks } from '../../../utils/article/body/blocks.ts';
import type { Edit } from '../../../utils/library/item.ts';
import { DIGITS, TASHKEEL } from '../../../utils/look.ts';
import { article } from '../library/samples.ts';
import { randomTexts } from '../arabic/random-texts.ts';

const SHOWINGS: Showing[] = DIGITS.flatMap((digits) =>
  TASHKEEL.map((tashkeel) => ({ digits, tashkeel })),
);
const HIDDEN: Showing = { digits: 'arabic', tashkeel: 'hidden' };

afterEach(() => document.body.replaceChildren());

function bodyOf(html: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
  return document.body;
}

function textsOf(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  return texts;
}

describe('isolates', () => {
  test('are boxes around what they hold, and no text is another', () => {
    const html = '<p>في <b>NATO</b> يوم 15/3/2024<br>3-1 فوز</p>';
    const body = bodyOf(html);
    const before = body.textContent;
    isolateIn(body, 'rtl');
    expect(body.textContent).toBe(before);
    expect(body.innerHTML).toBe(
      '<p>في <b><span class="run-latin">NATO</span></b> يوم <span class="run-range">15<span class="run-apart">/</span>3<span class="run-apart">/</span>2024</span><br><span class="run-range">3-1</span> فوز</p>',
    );
  });

  test('keep short names with a number on one line', () => {
    const body = bodyOf(
      '<p>طائرة F-16 وBoeing <b>737</b>-800 أو well-known أو AMX-10RC-2024-2025</p>',
    );
    isolateIn(body, 'rtl');
    expect([...body.querySelectorAll('.run-whole')].map((part) => part.textContent)).toEqual([
      'F-16',
      '737-800',
    ]);
    expect(body.querySelector('.run-latin')?.textContent).toBe('F-16');
    expect(body.textContent).toContain('وBoeing 737-800 أو well-known أو AMX-10RC-2024-2025');
  });

  test('hold what is marked in part, and part no link', () => {
    const body = bodyOf(
      '<p><strong>3</strong>-1 فوز</p><p>هاتف <mark>الآن 04</mark>-1234567 فقط</p><p><a href="#x">قل 04</a>-1234567</p>',
    );
    isolateIn(body, 'rtl');
    expect(body.innerHTML).toBe(
      '<p><span class="run-range"><strong>3</strong>-1</span> فوز</p><p>هاتف <mark>الآن </mark><span class="run-figure"><mark>04</mark>-1234567</span> فقط</p><p><a href="#x">قل 04</a>-1234567</p>',
    );
  });

  test('are line by line in text that is preformatted for its lines alone', () => {
    const body = bodyOf('<pre dir="rtl">في قصيدة\n3-1 و<b>CNN\n15/3/2024</b> مُدِيرٌ</pre>');
    isolateIn(body, 'rtl');
    expect(body.innerHTML).toBe(
      '<pre dir="rtl">في قصيدة\n<span class="run-range">3-1</span> و<b><span class="run-latin">CNN</span>\n<span class="run-range">15<span class="run-apart">/</span>3<span class="run-apart">/</span>2024</span></b> مُدِيرٌ</pre>',
    );
    showIn(body, 'rtl', HIDDEN);
    expect(body.textContent).toBe('في قصيدة\n٣-١ وCNN\n١٥/٣/٢٠٢٤ مدير');
  });

  test('are none in code, and by the line of each direction', () => {
    const body = bodyOf(
      '<p>في <code>a 3-1</code> و</p><ul dir="ltr"><li dir="ltr">In ٣-١ or 3-1</li></ul><p>قال <bdi dir="ltr">x 3-1</bdi> و٥</p>',
    );
    isolateIn(body, 'rtl');
    expect([...body.querySelectorAll('span')].map(({ outerHTML }) => outerHTML)).toEqual([
      '<span class="run-figure">٣-١</span>',
    ]);
  });
});

describe('what is shown', () => {
  test('changes no digit of code, of Latin names and of Latin text to an Arabic one', () => {
    const body = bodyOf(
      '<p>عام 2024 اشترى iPhone 15 رقمه 04-1234567 <code>v2</code></p><p dir="ltr">In 2024 and ٢٠٢٤</p><pre>x = 1</pre>',
    );
    isolateIn(body, 'rtl');
    showIn(body, 'rtl', { ...AS_PUBLISHED, digits: 'arabic' });
    expect(body.textContent).toBe(
      'عام ٢٠٢٤ اشترى iPhone 15 رقمه ٠٤-١٢٣٤٥٦٧ v2In 2024 and ٢٠٢٤x = 1',
    );
    showIn(body, 'rtl', { ...AS_PUBLISHED, digits: 'latin' });
    expect(body.textContent).toBe(
      'عام 2024 اشترى iPhone 15 رقمه 04-1234567 v2In 2024 and 2024x = 1',
    );
  });

  test('has the digits that are liked in Arabic text that was turned left to right too', () => {
    const body = bodyOf('<p dir="ltr">اشترى عام 2024 هاتف iPhone</p><p dir="ltr">2024</p>');
    showIn(body, 'rtl', { ...AS_PUBLISHED, digits: 'arabic' });
    expect(body.textContent).toBe('اشترى عام ٢٠٢٤ هاتف iPhone2024');
  });

  test('looks at whole words, be they in two nodes', () => {
    const body = bodyOf('<p><mark>مُدَ</mark>رِّسٌ <b>مُعَ</b>لم</p>');
    showIn(body, 'rtl', { ...AS_PUBLISHED, tashkeel: 'sparse' });
    expect(body.innerHTML).toBe('<p><mark>مُد</mark>رّسٌ <b>مُعَ</b>لم</p>');
  });

  test('comes from the source whatever was shown before, and no node is touched without need', () => {
    const body = bodyOf(`<p>${randomTexts(60).join('</p><p>').replaceAll('<p></p>', '')}</p>`);
    isolateIn(body, 'rtl');
    const texts = textsOf(body);
    const published = texts.map(({ data }) => data);
    expect(showIn(body, 'rtl', AS_PUBLISHED)).toBe(false);
    for (const showing of [...SHOWINGS, ...SHOWINGS.toReversed()]) {
      showIn(body, 'rtl', showing);
      expect(texts.map(sourceOf)).toEqual(published);
    }
    showIn(body, 'rtl', AS_PUBLISHED);
    expect(texts.map(({ data }) => data)).toEqual(published);
  });
});

test('signs between digits are those of the digits, in names and dates as published', () => {
  const body = bodyOf(
    '<p>قِيمَتُهُ 2.<b>5</b> مِلْيَار و4,500 في Gemini 2.0 يوم 12.5.2026 <code>2.5</code></p><p>It is 2.5.</p>',
  );
  body.lastElementChild!.setAttribute('dir', 'ltr');
  isolateIn(body, 'rtl');
  const texts = textsOf(body);
  const published = texts.map(({ data }) => data);
  showIn(body, 'rtl', HIDDEN);
  expect(body.textContent).toBe('قيمته ٢٫٥ مليار و٤٬٥٠٠ في Gemini 2.0 يوم ١٢.٥.٢٠٢٦ 2.5It is 2.5.');
  expect(texts.map(sourceOf)).toEqual(published);
  const [first] = texts;
  expect(sourceOffset(first!, first!.data.indexOf('٫'))).toBe(published[0]!.indexOf('.'));
});

describe('places in a text', () => {
  const HTML =
    '<p>  قَالَ\n <b>الْمُ</b>دِيرُ  في 15/3/2024<br>و<a href="#x">NATO 3-1</a> إِنَّ 😀 كَثِيرٌ. </p>';

  test.each(SHOWINGS)('are those of the source: $digits, $tashkeel', (showing) => {
    const body = bodyOf(HTML);
    const [listed] = listBlocks(body);
    const text = listed?.text ?? '';
    isolateIn(body, 'rtl');
    showIn(body, 'rtl', showing);
    const block = body.firstElementChild!;
    expect(blockText(block)).toBe(text);
    const places = placesOf(block);
    for (const { node, offset, at } of places) {
      // The same character, be it that its digit is another.
      const same = (unit: string | undefined) =>
        unit?.replace(/[0-9٠-٩]/u, (digit) => String(digit.charCodeAt(0) & 15));
      expect(same(node.data[offset])).toBe(same(text[at]));
      expect(placeAt(block, at)).toEqual({ node, offset });
    }
    expect(places.map(({ at }) => at)).toEqual(
      places.map(({ at }) => at).toSorted((a, b) => a - b),
    );

    // What is selected of it, and shown of what was selected, is the same stretch of the source.
    for (const [start, end] of [
      [0, 6],
      [7, text.indexOf(' في')],
      [text.indexOf('15'), text.indexOf('وNATO')],
      [text.indexOf('TO'), text.length],
    ] as const) {
      const range = rangeOf(block, start, end)!;
      const stretch = stretchOf(block, range);
      expect(stretch && text.slice(stretch.start, stretch.end)).toBe(text.slice(start, end).trim());
    }
  });

  test('of a mark that is not shown are those of the letter before it', () => {
    const body = bodyOf('<p>قَالَ</p>');
    showIn(body, 'rtl', HIDDEN);
    const block = body.firstElementChild!;
    expect(placeAt(block, 1)?.offset).toBe(0);
    expect(placeAt(block, 4)?.offset).toBe(2);
    expect(rangeOf(block, 1, 2)).toBeNull();
    expect(rangeOf(block, 0, 2)?.toString()).toBe('ق');
  });

  test('are none in what was added', () => {
    const block = bodyOf('<p>قبل <span class="alt">وصف صورة</span>بعد</p>').firstElementChild!;
    expect(blockText(block)).toBe('قبل بعد');
    expect(placesOf(block).map(({ at }) => at)).toEqual([0, 1, 2, 4, 5, 6]);
  });
});

describe('the article', () => {
  const VOWELLED = 'قَالَ الْمُدِيرُ إِنَّ 3-1 نَتِيجَةٌ';
  const shown = article({
    title: 'عام 2024 مُدَرِّسٌ',
    html: `<p>${VOWELLED}</p><figure><img src="https://news.example/a.png"><figcaption>صُورَةٌ 5</figcaption></figure>`,
  });
  const highlight: Edit = {
    id: 'h1',
    kind: 'highlight',
    anchor: {
      block: listBlocks(bodyOf(shown.html))[0]!.key,
      start: 6,
      end: 24,
      quote: VOWELLED.slice(6, 24),
    },
    value: null,
    removed: false,
    stamp: '1',
  } as Edit;

  function show(showing: Showing): HTMLElement {
    const place = document.createElement('div');
    document.body.append(place);
    const draw = (how: Showing) =>
      act(() => {
        render(
          <ShowingContext.Provider value={how}>
            <ArticleView article={shown} images="network" original={null} compact edits={EDITS} />
          </ShowingContext.Provider>,
          place,
        );
      });
    void draw(AS_PUBLISHED);
    void draw(showing);
    return place;
  }
  const EDITS = [highlight];

  test.each(SHOWINGS)('has its highlight on the same source: $digits, $tashkeel', (showing) => {
    const place = show(showing);
    const marks = [...place.querySelectorAll('mark')];
    expect(marks.flatMap((mark) => textsOf(mark).map(sourceOf)).join('')).toBe(
      VOWELLED.slice(6, 24),
    );
  });

  test('shows headline, text and caption as chosen, and changes them where they stand', () => {
    const place = show(HIDDEN);
    const words = (selector: string) => place.querySelector(selector)?.textContent;
    expect(words('h1')).toBe('عام ٢٠٢٤ مدرس');
    expect(words('figcaption')).toBe('صورة ٥');
    expect(words('[data-block]')).toBe('قال المدير إن ٣-١ نتيجة');
  });

  test('gives no line room for marks that it does not show', () => {
    expect(show(AS_PUBLISHED).querySelector('.vowelled')).not.toBeNull();
    document.body.replaceChildren();
    expect(show(HIDDEN).querySelector('.vowelled')).toBeNull();
  });

  test.each(SHOWINGS)('is copied as it was published: $digits, $tashkeel', (showing) => {
    const place = show(showing);
    const page = place.querySelector('[data-testid=article]')!;
    const selection = document.getSelection()!;
    selection.selectAllChildren(document.body);
    const copied = selectedSource(page, selection);
    expect(copied?.text).toContain(`${VOWELLED}\n\nصُورَةٌ 5`);
    expect(copied?.text).toContain('عام 2024 مُدَرِّسٌ');
    expect(copied?.text).not.toContain('مخفي');
    expect(copied?.html).not.toMatch(/class=|data-|<span|<img|<button/u);
  });

  test('is not what is copied where none of it is selected', () => {
    const place = show(HIDDEN);
    const other = document.createElement('p');
    other.textContent = 'كلام آخر';
    document.body.append(other);
    const selection = document.getSelection()!;
    selection.selectAllChildren(other);
    expect(selectedSource(place.querySelector('[data-testid=article]')!, selection)).toBeNull();
    selection.selectAllChildren(place.querySelector('[data-interface]')!);
    expect(selectedSource(place.querySelector('[data-testid=article]')!, selection)).toBeNull();
  });
});
