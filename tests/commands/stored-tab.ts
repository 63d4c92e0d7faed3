import type { BrowserContext, CDPSession, Page } from 'playwright';
import type { StoredPage } from './stored-pages.ts';

/** Milliseconds. A page that takes longer to open or to read has failed. */
const PATIENCE = 60_000;

/**
 * Scripts are stopped, not switched off: without scripting `<noscript>` would be parsed. Only what is
 * run in a world of its own may compile source at run time. Frames are not asked for: Firefox takes one
 * that is refused for the page itself, and that it failed.
 */
export const STORED_POLICY = "script-src 'unsafe-eval'; frame-src 'none'";

/** Opens the page in a tab of its own. */
export async function openStored(context: BrowserContext, page: StoredPage): Promise<Page> {
  const tab = await context.newPage();
  try {
    await showStored(tab, page);
    return tab;
  } catch (error) {
    await tab.close();
    throw error;
  }
}

/** The page each tab is to be given next. */
const awaited = new WeakMap<Page, { page: StoredPage | null }>();

/** Shows the page at its own address, answered from the store; no other request leaves the machine. */
export async function showStored(tab: Page, page: StoredPage): Promise<void> {
  const known = awaited.get(tab) ?? (await answerFromStore(tab));
  known.page = page;
  await tab.goto(page.url, { waitUntil: 'domcontentloaded', timeout: PATIENCE });
}

/** What a page refers to fails inside the browser; only documents are asked of us, and only the tab's own is given. */
async function answerFromStore(tab: Page): Promise<{ page: StoredPage | null }> {
  const next: { page: StoredPage | null } = { page: null };
  const session = await tab.context().newCDPSession(tab);
  const { frameTree } = await session.send('Page.getFrameTree');
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: true,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  session.on('Fetch.requestPaused', ({ requestId, frameId }) => {
    const page = frameId === frameTree.frame.id ? next.page : null;
    if (page) next.page = null;
    const answer = page ? give(session, requestId, page) : refuse(session, requestId);
    // A page that is left while it asks takes its questions along.
    answer.catch(() => null);
  });
  await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] });
  awaited.set(tab, next);
  return next;
}

async function give(session: CDPSession, requestId: string, page: StoredPage): Promise<void> {
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [
      { name: 'content-type', value: `text/html; charset=${page.charset}` },
      { name: 'content-security-policy', value: STORED_POLICY },
    ],
    body: page.bytes.toString('base64'),
  });
}

async function refuse(session: CDPSession, requestId: string): Promise<void> {
  await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
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
