import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const FACE = /@font-face\s*\{[^}]*\}/g;
const LINK = /<link rel="stylesheet"[^>]*>/;

/**
 * Takes the `@font-face` rules out of the pages' style sheet, into one of their own before it.
 *
 * Chromium measures a popup by laying it out in windows of several widths, one after the other, for
 * every layout. Where a width makes a media query true or false, it takes in the query's whole sheet
 * anew, and with fonts in that sheet all that is known of fonts is dropped: every text is measured
 * again each time, and a font whose bytes come at that moment can keep it going for good, with the
 * popup dead.
 */
export function partFonts(): Plugin {
  return {
    name: 'part-fonts',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const parted = new Map<string, string>();
        const assets = Object.values(bundle).filter((one) => one.type === 'asset');
        for (const sheet of assets.filter(({ fileName }) => fileName.endsWith('.css'))) {
          const css = String(sheet.source);
          const faces = css.match(FACE)?.join('');
          if (!faces) continue;
          sheet.source = css.replaceAll(FACE, '');
          const fileName = `assets/fonts-${shortHash(faces)}.css`;
          this.emitFile({ type: 'asset', fileName, source: faces });
          parted.set(sheet.fileName, fileName);
        }
        for (const page of assets.filter(({ fileName }) => fileName.endsWith('.html'))) {
          const html = String(page.source);
          const [link = ''] = LINK.exec(html) ?? [];
          for (const [sheet, fonts] of parted) {
            if (!link.includes(sheet)) continue;
            page.source = html.replace(link, `${link.replace(sheet, fonts)}\n    ${link}`);
          }
        }
      },
    },
  };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}
