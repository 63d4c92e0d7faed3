import { expect, test } from 'vitest';
import type { View } from '../browser/types.ts';
import { until } from '../browser/until.ts';
import { inBothBrowsers, startBrowser, startServer } from './support/browsers.ts';
import { LIBRARY_NEWS, newsPage } from './support/news-page.ts';

/** Long enough for a headline to be spoken at leisure, ms. */
const SPOKEN = 30_000;

inBothBrowsers('the voices of this machine', (name) => {
  test('an Arabic one reads an article in a tab that nobody pressed in', async (context) => {
    const { title, paragraphs } = LIBRARY_NEWS;
    const server = await startServer(() => ({ body: newsPage(title, paragraphs) }));
    const browser = await startBrowser(name, { network: { port: server.port }, speech: true });
    const helper = await browser.openExtensionPage('reader.html');
    if (!(await helper.evaluate(speaksArabic))) {
      context.skip(
        `${name} has no Arabic voice of this machine that speaks (espeak-ng with speech-dispatcher)`,
      );
    }
    const popup = await browser.pressToolbar(await browser.openPage('http://news.example/story-1'));
    await popup.waitFor('article');
    // The popup goes within this press, so the press itself may never be answered.
    popup.click('listen').catch(() => undefined);
    const tab = await until('the tab', () => browser.extensionTab('live.html'));
    await tab.waitFor('listening-bar');
    if (name === 'firefox') await agreeTo(tab);
    const heard: string[] = [];
    await until(
      'the second paragraph',
      async () => {
        const now = await shown(tab);
        if (now.trouble) throw new Error(now.trouble);
        if (now.text && heard.at(-1) !== now.text) heard.push(now.text);
        return now.done || paragraphs[1]?.startsWith(now.text ?? '-');
      },
      SPOKEN,
    );
    expect(await tab.count('listening-bar')).toBe(1);
    expect([title, ...paragraphs].join(' ')).toContain(heard[0]);
  });
});

/** Firefox does not say of speech-dispatcher's voices that they are local: nothing is said before they are agreed to. */
async function agreeTo(tab: View): Promise<void> {
  const waits = await until('a word of it, or speech', async () => {
    const { trouble, text } = await shown(tab);
    return trouble.length > 60 ? 'trouble' : text && !trouble && 'speech';
  });
  if (waits === 'speech') return;
  await tab.click('listen-voices');
  await tab.click('listen-agree');
  await tab.press('Escape');
  await tab.click('listen-toggle');
}

function shown(tab: View) {
  return tab.evaluate(() => {
    const [range] = CSS.highlights.get('listening') ?? [];
    const button = document.querySelector('[data-testid=listen]');
    return {
      text: range instanceof Range ? range.toString() : null,
      trouble: document.querySelector('[data-testid=listen-trouble] p')?.textContent ?? '',
      done: range === undefined && button?.getAttribute('aria-pressed') === 'false',
    };
  });
}

/** Whether there is an Arabic voice, and whether the machine lets it come to the end of a word. */
async function speaksArabic(): Promise<boolean> {
  const arabic = () => speechSynthesis.getVoices().find((one) => one.lang.startsWith('ar'));
  for (let asked = 0; asked < 30 && !arabic(); asked += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const voice = arabic();
  if (!voice) return false;
  const word = Object.assign(new SpeechSynthesisUtterance('نعم'), { voice, lang: voice.lang });
  return new Promise((resolve) => {
    word.addEventListener('end', () => resolve(true));
    word.addEventListener('error', () => resolve(false));
    setTimeout(() => resolve(false), 10_000);
    speechSynthesis.speak(word);
  });
}
