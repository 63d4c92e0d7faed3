import { readFileSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { Answer } from './server.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves the files of a folder, and nothing outside it; pages get the charset found in their bytes. */
export function folderSite(folder: string): (url: URL) => Answer | null {
  const root = resolve(folder);
  return (url: URL) => {
    const asked = join(root, decodeURIComponent(url.pathname));
    if (asked !== root && !asked.startsWith(root + sep)) return null;
    const path = isFolder(asked) ? join(asked, 'index.html') : asked;
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
    const type = TYPES[extname(path).toLowerCase()];
    return { body: readFileSync(path), ...(type ? { type } : {}) };
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
