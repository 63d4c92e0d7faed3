import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { applyLook, readMirror } from '../utils/look.ts';

/** Runs in `<head>` before the styles, so that the first pixel has its theme, direction and size. */
export default defineUnlistedScript(() => {
  applyLook(document.documentElement, readMirror(), {
    languages: navigator.languages,
    prefersDark: matchMedia('(prefers-color-scheme: dark)').matches,
  });
});
