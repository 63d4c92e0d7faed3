import { exportEpub } from '../../../utils/exchange/out/epub.ts';
import type { Exported } from '../../../utils/exchange/out/exported.ts';
import { exportHtml } from '../../../utils/exchange/out/html.ts';
import { exportMarkdown } from '../../../utils/exchange/out/markdown.ts';
import type { Sink } from '../../../utils/exchange/sink.ts';

/** Articles as they can be handed to a page: pictures by address, in base64. */
export interface GivenArticle extends Omit<Exported, 'picture'> {
  pictures: Record<string, string>;
}

/** Runs in a page: the articles in every format that is read by people, in base64. */
export async function exportAll(
  given: GivenArticle[],
): Promise<{ html: string; epub: string; markdown: string }> {
  const common = {
    document,
    now: Date.UTC(2026, 10, 24, 18),
    words: {
      lang: 'ar',
      dir: 'rtl' as const,
      title: 'مكتبة ورّاق',
      contents: 'المحتويات',
      source: 'المصدر:',
      notes: 'ملاحظاتي',
      incomplete: 'ناقصة',
      date: (iso: string) => iso,
    },
  };
  const contents = given.map(({ item }) => item);
  const font = { bytes: new TextEncoder().encode('wOF2'), licence: 'OFL' };
  return {
    html: await gathered((write) => exportHtml(each(given), write, { ...common, contents })),
    epub: await gathered((write) => exportEpub(each(given), write, { ...common, font })),
    markdown: await gathered((write) => exportMarkdown(each(given), write, common)),
  };
}

async function* each(given: GivenArticle[]): AsyncGenerator<Exported> {
  for (const { pictures, ...article } of given) {
    await Promise.resolve();
    yield {
      ...article,
      picture(address) {
        const bytes = Object.hasOwn(pictures, address) ? pictures[address]! : null;
        if (bytes === null) return Promise.resolve(null);
        return Promise.resolve({ hash: 'ab'.repeat(32), bytes: fromBase64(bytes) });
      },
    };
  }
}

async function gathered(work: (write: Sink) => Promise<void>): Promise<string> {
  let binary = '';
  await work((chunk) => {
    for (let at = 0; at < chunk.length; at += 8192) {
      binary += String.fromCharCode(...chunk.subarray(at, at + 8192));
    }
    return Promise.resolve();
  });
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
}
