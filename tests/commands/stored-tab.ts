import type { BrowserContext, Page } from 'playwright';
import type { StoredPage } from './stored-pages.ts';

/** Milliseconds. A page that takes longer to open or to read has failed. */
const PATIENCE = 60_000;

/** Opens the page at its own address, answered from the store; no other request leaves the machine. */
export async function openStored(context: BrowserContext, page: StoredPage): Promise<Page> {
  const tab = await context.newPage();
  tab.setDefaultTimeout(PATIENCE);
  let answered = false;
  await tab.route('**/*', async (route) => {
    const request = route.request();
    if (answered || !request.isNavigationRequest() || request.frame() !== tab.mainFrame()) {
      await route.abort();
      return;
    }
    answered = true;
    await route.fulfill({
      body: page.bytes,
      headers: {
        'content-type': `text/html; charset=${page.charset}`,
        // Scripts are stopped, not switched off: without scripting `<noscript>` would be parsed.
        'content-security-policy': "script-src 'none'",
      },
    });
  });
  try {
    await tab.goto(page.url, { waitUntil: 'domcontentloaded' });
    return tab;
  } catch (error) {
    await tab.close();
    throw error;
  }
}

/** Runs source in an isolated world, as a content script runs: the page's policy and names do not reach it. */
export async function evaluateApart(tab: Page, expression: string): Promise<unknown> {
  const session = await tab.context().newCDPSession(tab);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'warraq',
  });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression,
    returnByValue: true,
    timeout: PATIENCE,
  });
  await session.detach();
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value;
}
