import { browser } from 'wxt/browser';
import type { onMessage } from '../messages.ts';

type Received = Parameters<Parameters<typeof onMessage>[1]>[0];

/**
 * Lets only our own pages ask. A content script carries our id too, but the address of the page it
 * runs in; that page's process may be in other hands, and the library is none of its business.
 */
export function ours<Data, Answer>(
  answer: (data: Data) => Answer,
): (message: { data: Data; sender: Received['sender'] }) => Answer {
  return ({ data, sender }) => {
    const { id, url } = sender;
    if (id !== browser.runtime.id || !url?.startsWith(browser.runtime.getURL('/'))) {
      throw new Error('Only pages of the extension may ask this.');
    }
    return answer(data);
  };
}
