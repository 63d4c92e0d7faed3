import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { applyLook, readMirror } from '../utils/look.ts';

/** Runs in `<head>` before the styles, so that the first pixel has its theme, direction, face and size. */
export default defineUnlistedScript(() => {
  const look = readMirror();
  applyLook(document.documentElement, look, {
    languages: navigator.languages,
    prefersDark: matchMedia('(prefers-color-scheme: dark)').matches,
  });
  for (const font of document.head.querySelectorAll<HTMLLinkElement>('link[data-face]')) {
    // A font of the reader's own stands before naskh, which has what it lacks.
    if (font.dataset['face'] === (look.face === 'own' ? 'naskh' : look.face)) font.rel = 'preload';
  }
});
