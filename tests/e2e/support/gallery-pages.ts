import { readFileSync } from 'node:fs';
import type { Routes } from '../../browser/server.ts';

const FOLDER = 'tests/fixtures/gallery';
export const GALLERY = 'http://almarsa.example';

/** An article of every element and of both directions, as a site has it: `/arabic` and `/english`. */
export const galleryPages: Routes = ({ pathname }) => {
  if (pathname.endsWith('.svg')) {
    const body = readFileSync('tests/fixtures/sample/harbour.svg');
    return { body, type: 'image/svg+xml' };
  }
  const name = pathname.slice(1);
  if (name !== 'arabic' && name !== 'english') return { body: '<!doctype html><title>·</title>' };
  return { body: readFileSync(`${FOLDER}/${name}.html`) };
};
