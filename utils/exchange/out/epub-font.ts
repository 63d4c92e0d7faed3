import licence from '@fontsource-variable/noto-naskh-arabic/LICENSE?raw';
import naskh from '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2?inline';
import type { EpubOptions } from './epub.ts';

/**
 * The naskh that goes into a book, with its licence. Its bytes stand in this module itself, which is
 * loaded when a book is made: our pages may fetch nothing, not even what is their own.
 */
export function epubFont(): EpubOptions['font'] {
  const base64 = naskh.slice(naskh.indexOf(',') + 1);
  return { bytes: Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)), licence };
}
