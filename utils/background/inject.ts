import { browser } from 'wxt/browser';

/** What a script left behind in a page's main frame, or that the browser let none in. */
export type Injected = { refused: true } | { refused: false; result: unknown };

/** Never rejects. */
export async function inject(
  tabId: number,
  script: { files: ['/article.js'] } | { func: () => unknown },
): Promise<Injected> {
  try {
    const frames = await browser.scripting.executeScript({ target: { tabId }, ...script });
    return { refused: false, result: frames[0]?.result };
  } catch {
    // The browser says no in words only, so the words are left alone: being refused is the answer.
    return { refused: true };
  }
}

/** The answer is of the page's making until `validateExtraction` has seen it. */
export function askForArticle(tabId: number): Promise<Injected> {
  return inject(tabId, { files: ['/article.js'] });
}
