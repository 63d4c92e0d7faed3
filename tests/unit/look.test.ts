import { afterEach, describe, expect, test } from 'vitest';
import {
  applyLook,
  asLook,
  DEFAULT_LOOK,
  readMirror,
  writeMirror,
  type Look,
} from '../../utils/look.ts';

afterEach(() => localStorage.clear());

describe('the look', () => {
  test('is read field by field: what is unknown counts as unset, the rest stays', () => {
    expect(asLook({ language: 'fr', theme: 'plaid', textSize: 24 })).toEqual({
      ...DEFAULT_LOOK,
      language: 'fr',
      textSize: 24,
    });
    for (const wrong of [null, 'x', 3, [], { textSize: '24' }]) {
      expect(asLook(wrong)).toEqual(DEFAULT_LOOK);
    }
  });

  test('goes through the mirror that is there before the first pixel', () => {
    expect(readMirror()).toEqual(DEFAULT_LOOK);
    const chosen: Look = { ...DEFAULT_LOOK, language: 'en', theme: 'sepia', textSize: 28 };
    writeMirror(chosen);
    expect(readMirror()).toEqual(chosen);
    localStorage.setItem('warraq:look', '{broken');
    expect(readMirror()).toEqual(DEFAULT_LOOK);
  });

  test('stands on the root: language, direction, theme and size', () => {
    const root = document.createElement('html');
    applyLook(root, DEFAULT_LOOK, { languages: ['de'], prefersDark: true });
    expect([root.lang, root.dir, root.dataset.theme]).toEqual(['ar', 'rtl', 'dark']);
    expect(root.style.getPropertyValue('--text-size')).toBe('1.25rem');
    applyLook(
      root,
      { ...DEFAULT_LOOK, theme: 'grey', textSize: 32 },
      { languages: ['fr-FR'], prefersDark: true },
    );
    expect([root.lang, root.dir, root.dataset.theme]).toEqual(['fr', 'ltr', 'grey']);
    expect(root.style.getPropertyValue('--text-size')).toBe('2rem');
  });
});
