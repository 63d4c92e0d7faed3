import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPageReader } from '../utils/library/pictures/page-reader.ts';

/**
 * Injected after a save, in the extension's own world of the page, which the page cannot see: what
 * stands here is called by `utils/background/page-pictures.ts`.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { warraqPictures: createPageReader(document) });
});
