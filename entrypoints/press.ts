import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askActiveTab } from '../utils/background/active-tab.ts';

/**
 * Runs in the popup's `<head>`: the page makes its article in a process of its own while the popup's
 * code is still being fetched and compiled.
 */
export default defineUnlistedScript(() => {
  globalThis.warraqActiveTab = askActiveTab();
});
