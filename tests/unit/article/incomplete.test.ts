import { describe, expect, it } from 'vitest';
import { WITHHELD } from '../../fixtures/verdict/incomplete.ts';
import { extract } from './pages.ts';

describe('text that the page holds back', () => {
  it.each(WITHHELD)('$name', { timeout: 20_000 }, ({ markup, path, reason }) => {
    const extraction = extract(markup, path);
    if (!extraction.ok) throw new Error(`refused: ${extraction.reason}`);
    const { complete, incompleteReason } = extraction.article;
    expect({ complete, incompleteReason }).toEqual({
      complete: reason === null,
      incompleteReason: reason,
    });
  });
});
