// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildOf } from '../../e2e/support/builds.ts';

/** Parsed anew in every page at every press; most of it is Readability and the lists of Arabic words. */
const CONTENT_SCRIPT_BYTES = 62 * 1024;

test('the script injected at the press stays small', () => {
  for (const name of ['chromium', 'firefox'] as const) {
    const script = readFileSync(join(buildOf(name), 'article.js'));
    expect(gzipSync(script, { level: 9 }).byteLength).toBeLessThanOrEqual(CONTENT_SCRIPT_BYTES);
  }
});
