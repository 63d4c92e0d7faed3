import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodingLabel } from '../browser/charset.ts';

export interface StoredPage {
  name: string;
  url: string;
  bytes: Buffer;
  /** For the response header. */
  charset: string;
}

/** Every `NAME.html` or `NAME.html.gz` of a folder, by name. */
export function pageNames(folder: string): string[] {
  const names = readdirSync(folder)
    .filter((file) => /\.html(?:\.gz)?$/.test(file))
    .map((file) => file.replace(/\.html(?:\.gz)?$/, ''));
  return [...new Set(names)].toSorted();
}

/** A stored page with the address it came from, as a browser writes it: `url` of `NAME.json`, else one of no host that exists. */
export function readPage(folder: string, name: string): StoredPage {
  const plain = join(folder, `${name}.html`);
  const bytes = existsSync(plain)
    ? readFileSync(plain)
    : gunzipSync(readFileSync(join(folder, `${name}.html.gz`)));
  return { name, url: addressOf(folder, name), bytes, charset: decodingLabel(bytes) };
}

function addressOf(folder: string, name: string): string {
  const file = join(folder, `${name}.json`);
  const stored = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : null;
  if (typeof stored === 'object' && stored !== null && 'url' in stored) {
    if (typeof stored.url === 'string') return new URL(stored.url).href;
  }
  return `https://stored.invalid/${encodeURIComponent(name)}.html`;
}
