import type { BrowserName } from '../browser/types.ts';
import { openStoredBrowser, type StoredBrowser } from './stored-browser.ts';
import { pageNames, readPage, type StoredPage } from './stored-pages.ts';

export interface Reading {
  pages: string;
  browser?: BrowserName;
  /** Names of the pages to read; all without it. */
  only?: string[] | null;
  /** Pages open at once. One where times are taken. */
  tabs?: number;
}

/** Does the work on every stored page of a folder, in a browser that is open meanwhile; in order where one page is open at a time. */
export async function readStored(
  { pages, browser = 'chromium', only = null, tabs = 1 }: Reading,
  work: (page: StoredPage, browser: StoredBrowser) => Promise<void>,
): Promise<void> {
  const left = pageNames(pages).filter((name) => !only || only.includes(name));
  const opened = await openStoredBrowser(browser);
  const workOn = async (): Promise<void> => {
    for (let name = left.shift(); name; name = left.shift()) {
      await work(readPage(pages, name), opened);
    }
  };
  try {
    await Promise.all(Array.from({ length: tabs }, workOn));
  } finally {
    await opened.close();
  }
}

/** Runs one call in the page and leaves the page. */
export async function askPage(
  browser: StoredBrowser,
  page: StoredPage,
  script: string,
  call: string,
): Promise<unknown> {
  const tab = await browser.open(page);
  try {
    return await tab.run(script, call);
  } finally {
    await tab.close();
  }
}
