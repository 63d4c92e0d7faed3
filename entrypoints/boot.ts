import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { applyLook, readMirror } from '../utils/look.ts';

/** Runs in `<head>` before the styles, so that the first pixel has its theme, direction and size. */
export default defineUnlistedScript(() => {
  const look = readMirror();
  applyLook(document.documentElement, look, {
    languages: navigator.languages,
    prefersDark: matchMedia('(prefers-color-scheme: dark)').matches,
  });
});
