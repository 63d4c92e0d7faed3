import { browser } from 'wxt/browser';

/** What a script left behind in a page's main frame, or that the browser let none in. */
export type Injected = { refused: true } | { refused: false; result: unknown };

/** Milliseconds before a refusal that may be too early is met with another try. */
const AGAIN = [25, 250];

/**
 * What `execute` injects into a tab, tried again where it is refused though the browser lets us see
 * that a page of the web is there, since then a press has opened it to us: Chromium tells the page's
 * process so on another way than the one the script takes, and on a busy machine the script comes first.
 */
export async function onceLetIn<T>(tabId: number, execute: () => Promise<T>): Promise<T> {
  for (const wait of AGAIN) {
    try {
      return await execute();
    } catch (error) {
      const { url } = await browser.tabs.get(tabId);
      if (!/^(?:https?|file):/u.test(url ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return execute();
}

/** Puts the extractor on a page. Never rejects; the answer is of the page's making until `validateExtraction` has seen it. */
export async function askForArticle(tabId: number): Promise<Injected> {
  try {
    const frames = await onceLetIn(tabId, () =>
      browser.scripting.executeScript({ target: { tabId }, files: ['/article.js'] }),
    );
    return { refused: false, result: frames[0]?.result };
  } catch {
    // The browser says no in words only, so the words are left alone: being refused is the answer.
    return { refused: true };
  }
}
