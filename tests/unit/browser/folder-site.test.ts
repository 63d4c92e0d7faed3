// @vitest-environment node
import { expect, test } from 'vitest';
import { folderSite } from '../../browser/folder-site.ts';

const site = folderSite('tests/fixtures/sample');
const ask = (path: string) => site(new URL(path, 'http://news.example/'));

test('serves a page without a type of its own, a picture with one', () => {
  expect(ask('/boats.html')).toMatchObject({ body: expect.any(Uint8Array) });
  expect(ask('/boats.html')).not.toHaveProperty('type');
  expect(ask('/harbour.svg')).toMatchObject({ type: 'image/svg+xml' });
});

test('serves nothing outside its folder', () => {
  for (const path of [
    '/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json',
    '/..%2fwatchful/story.html',
    '/missing.html',
    '/',
  ]) {
    expect(ask(path), path).toBeNull();
  }
});
