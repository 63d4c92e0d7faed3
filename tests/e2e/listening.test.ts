import { expect, test } from 'vitest';
import type { Browser, View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { axeViolations } from './support/axe.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import type { FakeSpeech } from './support/fake-voices.ts';
import { setLook } from './support/look.ts';
import { newsPage, WHEAT_NEWS } from './support/news-page.ts';
import { isPanelOpen, openPanelPage } from './support/panel-page.ts';
import { withFirstImport } from './support/with-first-import.ts';

declare const window: { fakeSpeech: FakeSpeech };

const STORY = 'http://news.example/story-4821973';
const TITLE = 'افتتاح مكتبة عامة في المدينة القديمة بعد عامين من الترميم';
const PARAGRAPHS = Array.from(
  { length: 14 },
  (_, index) =>
    `هذه هي الفقرة رقم ${index + 1} من المقالة، وفيها كلام كثير عن المكتبة والكتب والقراء في المدينة القديمة. ` +
    'وقالت وكالة Reuters Television إن القاعات فُتحت صباح اليوم أمام الزوار والطلاب بعد انتظار طويل.',
);

const LOCAL = {
  name: 'Majed',
  lang: 'ar-001',
  voiceURI: 'majed',
  localService: true,
  default: false,
};
const ENGLISH = {
  name: 'Zira',
  lang: 'en-US',
  voiceURI: 'zira',
  localService: true,
  default: true,
};
const NETWORK = {
  name: 'Shakir Online',
  lang: 'ar-EG',
  voiceURI: 'shakir',
  localService: false,
  default: true,
};

const pages = (url: URL) => ({
  body: url.pathname.startsWith('/wheat')
    ? newsPage(WHEAT_NEWS.title, WHEAT_NEWS.paragraphs)
    : newsPage(TITLE, PARAGRAPHS),
});

async function setVoices(browser: Browser, voices: readonly object[]): Promise<void> {
  const page = await browser.openExtensionPage('reader.html');
  await page.evaluate((list) => localStorage.setItem('fake-voices', JSON.stringify(list)), voices);
  await page.close();
}

/** Nothing before the page's script has run. */
const spoken = (view: View) =>
  view.evaluate(() => ('fakeSpeech' in window ? window.fakeSpeech.spoken : []));
const end = (view: View) => view.evaluate(() => window.fakeSpeech.end());
const spokenUpTo = (view: View, count: number) =>
  until(`${count} utterances`, async () => {
    const all = await spoken(view);
    return all.length >= count ? all : null;
  });

/** What the browser highlights, and where that stands in the window. */
function highlighted() {
  const [range] = CSS.highlights.get('listening') ?? [];
  if (!(range instanceof Range)) return null;
  const { top, bottom } = range.getBoundingClientRect();
  const bar = document.querySelector('[data-testid=listening-bar]')!.getBoundingClientRect();
  return { text: range.toString(), inView: top >= 0 && bottom <= bar.top };
}

async function save(browser: Browser, address: string): Promise<void> {
  const popup = await browser.pressToolbar(await browser.openPage(address));
  await popup.waitFor('article');
  await popup.click('save-button');
  await popup.waitFor('saved-state');
  await popup.close();
}

async function openSaved(browser: Browser, title: string): Promise<View> {
  const reader = await browser.openExtensionPage('reader.html');
  await open(reader, title);
  return reader;
}

async function open(reader: View, title: string): Promise<void> {
  await until(title, () =>
    reader.evaluate((name) => {
      const links = [...document.querySelectorAll<HTMLElement>('[data-testid=library-item] a')];
      const link = links.find(({ textContent }) => textContent.includes(name));
      link?.click();
      return link !== undefined;
    }, title),
  );
  await until('the article', async () => {
    const shown = await reader.count('article-title');
    return shown === 1 && (await reader.text('article-title')) === title;
  });
}

inBothBrowsers('listening', (name) => {
  const build = withFirstImport(name, new URL('support/fake-voices.ts', import.meta.url));

  /** A browser at the news, with these voices. */
  async function started(voices: readonly object[]): Promise<Browser> {
    const { port } = await startServer(pages);
    const browser = await startBrowser(name, { extension: build(), network: { port } });
    await setVoices(browser, voices);
    return browser;
  }

  test('the popup opens the full tab where the reader was, and it begins there', async () => {
    const browser = await started([ENGLISH, NETWORK, LOCAL]);
    const popup = await browser.pressToolbar(await browser.openPage(STORY));
    await popup.waitFor('article');
    const { first, markup } = await popup.evaluate(() => {
      const blocks = document.querySelectorAll('[data-testid=article-body] p');
      const bar = document.querySelector('header.bar')!.getBoundingClientRect().bottom;
      document.scrollingElement!.scrollBy(0, blocks[6]!.getBoundingClientRect().top - bar);
      const { textContent, innerHTML } = blocks[6]!;
      return { first: textContent.split(/(?<=\.) /)[0], markup: innerHTML };
    });
    // The popup goes within this press, so the press itself may never be answered.
    popup.click('listen').catch(() => undefined);
    const tab = await until('the tab', () => browser.extensionTab('live.html'));
    const [begun] = await spokenUpTo(tab, 1);
    expect(begun).toEqual({ text: first, voice: 'Majed', rate: 1 });
    expect(await tab.evaluate(() => location.search)).not.toMatch(/listen|at=/);
    expect(await tab.evaluate(highlighted)).toEqual({ text: first, inView: true });

    // Latin words have their own voice, and are part of the sentence that is shown.
    await end(tab);
    await end(tab);
    const all = await spokenUpTo(tab, 3);
    expect(all.slice(1).map(({ text, voice }) => [text, voice])).toEqual([
      ['وقالت وكالة', 'Majed'],
      ['Reuters Television', 'Zira'],
    ]);
    expect((await tab.evaluate(highlighted))?.text).toMatch(/^وقالت وكالة Reuters .* طويل\.$/);
    // Nothing was put around the letters that was not there before.
    expect(
      await tab.evaluate(() => document.querySelector('[data-block]:nth-of-type(7)')?.innerHTML),
    ).toBe(markup);
  });

  test('the side panel opens the full tab too, and stays', async () => {
    const browser = await started([LOCAL]);
    const helper = await browser.openExtensionPage('reader.html');
    const popup = await browser.pressToolbar(await browser.openPage(STORY));
    await popup.waitFor('article');
    await popup.click('more-menu');
    // The popup goes within this press, so the press itself may never be answered.
    popup.click('open-panel').catch(() => undefined);
    await until('the panel', () => isPanelOpen(helper, name));
    const panel = await openPanelPage(browser, helper);
    await panel.evaluate(() =>
      document.querySelector<HTMLElement>('[data-testid=listen]')?.click(),
    );
    const tab = await until('the tab', () => browser.extensionTab('live.html'));
    const [begun] = await spokenUpTo(tab, 1);
    expect(begun?.text).toBe(TITLE);
    expect(await panel.text('article-title')).toBe(TITLE);
  });

  test('what is read stays in view, but not against the reader', async () => {
    const browser = await started([LOCAL]);
    await save(browser, STORY);
    const reader = await openSaved(browser, TITLE);
    await reader.click('listen');
    const [headline] = await spokenUpTo(reader, 1);
    expect(headline?.text).toBe(TITLE);
    for (let said = 1; said <= 12; said += 1) {
      await end(reader);
      await spokenUpTo(reader, said + 1);
      await until('it to be in view', async () => (await reader.evaluate(highlighted))?.inView);
    }
    expect(await reader.count('listen-here')).toBe(0);

    await reader.evaluate(() => document.scrollingElement!.scrollTo(0, 0));
    await reader.waitFor('listen-here');
    await end(reader);
    await spokenUpTo(reader, 14);
    expect(await reader.evaluate(() => document.scrollingElement!.scrollTop)).toBe(0);
    await reader.click('listen-here');
    await until('it to be in view', async () => (await reader.evaluate(highlighted))?.inView);
    expect(await reader.count('listen-here')).toBe(0);

    // Pause, a step back, and on from there, slower.
    await reader.click('listen-toggle');
    await reader.click('listen-back');
    const before = (await spoken(reader)).length;
    const shown = await reader.evaluate(highlighted);
    await reader.evaluate(() => {
      const speed = document.querySelector<HTMLSelectElement>('[data-testid=listen-speed]')!;
      speed.value = '0.75';
      speed.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(await spoken(reader)).toHaveLength(before);
    await reader.click('listen-toggle');
    expect((await spokenUpTo(reader, before + 1)).at(-1)).toEqual({
      text: shown?.text,
      voice: 'Majed',
      rate: 0.75,
    });

    // Another article ends it.
    await save(browser, 'http://news.example/wheat-5550123');
    await open(reader, WHEAT_NEWS.title);
    expect(await reader.count('listening-bar')).toBe(0);
    expect(await reader.evaluate(() => CSS.highlights.has('listening'))).toBe(false);
    const told = (await spoken(reader)).length;
    await end(reader);
    expect(await spoken(reader)).toHaveLength(told);
  });

  test('it is spoken as published, whatever is shown of digits and vowel signs', async () => {
    const browser = await started([LOCAL, ENGLISH]);
    await save(browser, STORY);
    const helper = await browser.openExtensionPage('reader.html');
    await helper.evaluate(async () => {
      const look = { digits: 'arabic', tashkeel: 'hidden' };
      await chrome.storage.sync.set(look);
      localStorage.setItem('warraq:look', JSON.stringify(look));
    });
    await helper.close();
    const reader = await openSaved(browser, TITLE);
    await reader.click('listen');
    await spokenUpTo(reader, 1);
    await end(reader);
    const [, first] = await spokenUpTo(reader, 2);
    expect(first?.text).toContain('رقم 1 من');
    expect((await reader.evaluate(highlighted))?.text).toContain('رقم ١ من');
    for (const count of [3, 4, 5]) {
      await end(reader);
      await spokenUpTo(reader, count);
    }
    expect((await spoken(reader)).at(-1)?.text).toContain('فُتحت');
    const shown = await reader.evaluate(highlighted);
    expect(shown?.text).toContain('فتحت');
    expect(shown?.text).toMatch(/^وقالت .* طويل\.$/);

    // Shown otherwise meanwhile, the sentence stays what it was, and is not begun again.
    await reader.evaluate(() =>
      chrome.storage.sync.set({ digits: 'published', tashkeel: 'published' }),
    );
    await until('it to be shown as published', async () =>
      (await reader.evaluate(highlighted))?.text.includes('فُتحت'),
    );
    expect(await spoken(reader)).toHaveLength(5);
  });

  test('a network voice waits for its switch, which this device alone keeps', async () => {
    const browser = await started([NETWORK, ENGLISH]);
    await save(browser, STORY);
    for (const language of ['ar', 'fr', 'en'] as const) {
      await setLook(browser, { language });
      const reader = await openSaved(browser, TITLE);
      await reader.click('listen');
      await reader.waitFor('listen-trouble');
      // What is missing, how it can be had on this system, and that there are voices to be agreed to.
      const told = await until('the way to a voice', () => reader.evaluate(troubles));
      expect(told).toHaveLength(3);
      expect(told[1]).toContain(new Intl.DisplayNames(language, { type: 'language' }).of('ar'));
      expect(await spoken(reader)).toEqual([]);
      await until('toasts to come over it', () => reader.evaluate(isClearOfToasts));
      await reader.click('listen-voices');
      await reader.waitFor('listen-network');
      expect(await axeViolations(reader)).toEqual([]);
      if (language !== 'en') await reader.close();
      else await agreeAndHear(reader);
    }
    const again = await openSaved(browser, TITLE);
    await again.click('listen');
    expect((await spokenUpTo(again, 1))[0]?.voice).toBe('Shakir Online');
    const kept = await again.evaluate(async () => ({
      local: Object.keys(await chrome.storage.local.get()).filter((key) => /listening/.test(key)),
      sync: JSON.stringify(await chrome.storage.sync.get()),
    }));
    expect(kept.local).toEqual(expect.arrayContaining(['listeningAgreed', 'listeningVoices']));
    expect(kept.sync).not.toMatch(/listening|shakir/i);
  });
});

function isClearOfToasts(): boolean {
  const edge = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
  return edge('.toasts')!.bottom <= edge('[data-testid=listen-trouble]')!.top;
}

function troubles(): string[] | null {
  const lines = [...document.querySelectorAll('[data-testid=listen-trouble] p')];
  return lines.length > 1 ? lines.map(({ textContent }) => textContent) : null;
}

async function agreeAndHear(reader: View): Promise<void> {
  await reader.click('listen-agree');
  await reader.press('Escape');
  await reader.click('listen-toggle');
  expect((await spokenUpTo(reader, 1))[0]).toMatchObject({ text: TITLE, voice: 'Shakir Online' });
  await reader.click('listen-close');
  await reader.waitUntilGone('listening-bar');
  await reader.close();
}
