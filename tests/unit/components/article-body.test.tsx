import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { ArticleView } from '../../../components/article/article-view.tsx';
import { PicturesContext } from '../../../components/article/pictures-context.ts';
import { AS_PUBLISHED } from '../../../components/reading/shown-text.ts';
import { ShowingContext } from '../../../components/reading/showing-context.ts';
import { I18nContext } from '../../../components/ui/i18n-context.ts';
import { createI18n } from '../../../utils/i18n.ts';
import { DEFAULT_LOOK, type Look } from '../../../utils/look.ts';
import type { Edit } from '../../../utils/library/item.ts';
import { article } from '../library/samples.ts';

const SHOWN = article({
  leadImage: { src: 'https://news.example/p.jpg', alt: 'مرسى', caption: null, credit: null },
  html: '<p>عام 2024</p><figure><img src="https://news.example/a.png" alt=""></figure><table><tr><td>5</td><td>6</td></tr></table>',
});
const EDITS: never[] = [];

function draw(place: Element, part: Partial<Look>, edits: readonly Edit[] = EDITS): void {
  const look = { ...DEFAULT_LOOK, ...part };
  void act(() => {
    render(
      <I18nContext.Provider value={createI18n('ar', 'ar', look)}>
        <PicturesContext.Provider value="tap">
          <ShowingContext.Provider value={{ ...AS_PUBLISHED, digits: look.digits }}>
            <ArticleView article={SHOWN} images="network" original={null} compact edits={edits} />
          </ShowingContext.Provider>
        </PicturesContext.Provider>
      </I18nContext.Provider>,
      place,
    );
  });
}

function drawn(): HTMLElement {
  const place = document.createElement('div');
  document.body.append(place);
  draw(place, {});
  return place;
}

afterEach(() => document.body.replaceChildren());

test.each<Partial<Look>>([{ digits: 'arabic' }, { months: 'maghrebi' }, { hijri: true }])(
  '%o changes the text where it stands, opened pictures and all',
  (part) => {
    const place = drawn();
    place.querySelector<HTMLElement>('[data-testid="show-picture"]')?.click();
    const body = place.querySelector('[data-testid="article-body"]')!;
    const nodes = [...body.querySelectorAll('*')];
    draw(place, part);
    expect([...body.querySelectorAll('*')]).toEqual(nodes);
    expect(nodes.every((node) => node.isConnected)).toBe(true);
    expect(body.querySelector('p')?.textContent).toBe(part.digits ? 'عام ٢٠٢٤' : 'عام 2024');
    expect(body.querySelector('[data-testid="show-picture"]')).toBeNull();
  },
);

test('a picture that was opened stays so when the article is edited', () => {
  const place = drawn();
  place.querySelector<HTMLElement>('[data-testid="show-picture"]')?.click();
  draw(place, {}, []);
  expect(place.querySelector('[data-testid="show-picture"]')).toBeNull();
  const [picture] = place.querySelectorAll('[data-testid="article-body"] img');
  expect(picture?.getAttribute('src')).toBe('https://news.example/a.png');
});

test('the picture above the text takes the place of the button pressed for it', () => {
  const place = drawn();
  const button = place.querySelector<HTMLElement>('[data-testid="show-lead-picture"]');
  button?.focus();
  void act(() => button?.click());
  expect(document.activeElement).toBe(place.querySelector('.lead img'));
});
