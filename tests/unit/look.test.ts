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

  test('stands on the root: language, direction, theme, face and measures', () => {
    const root = document.createElement('html');
    const property = (name: string) => root.style.getPropertyValue(name);
    applyLook(root, DEFAULT_LOOK, { languages: ['de'], prefersDark: true });
    expect([root.lang, root.dir, root.dataset.theme]).toEqual(['ar', 'rtl', 'dark']);
    expect([root.dataset.face, root.dataset.align]).toEqual(['naskh', 'start']);
    expect(property('--text-size')).toBe('1.25rem');
    expect([property('--line-step'), property('--measure')]).toEqual(['0', '32']);
    applyLook(
      root,
      {
        ...DEFAULT_LOOK,
        theme: 'contrast-light',
        face: 'amiri',
        textSize: 32,
        lineHeight: 'tight',
        width: 'wide',
        align: 'justify',
      },
      { languages: ['fr-FR'], prefersDark: true },
    );
    expect([root.lang, root.dir, root.dataset.theme]).toEqual(['fr', 'ltr', 'contrast-light']);
    expect([root.dataset.face, root.dataset.align]).toEqual(['amiri', 'justify']);
    expect(property('--text-size')).toBe('2rem');
    expect([property('--line-step'), property('--measure')]).toEqual(['-1', '42']);
  });

  test('takes the name of a font as a name, whatever is in it', () => {
    const root = document.createElement('html');
    const own = (ownFace: string): string => {
      const browser = { languages: [], prefersDark: false };
      applyLook(root, { ...DEFAULT_LOOK, face: 'own', ownFace }, browser);
      return root.style.getPropertyValue('--own-face');
    };
    expect(own(' Scheherazade New ')).toBe('"Scheherazade New"');
    expect(own('a"; color: red; \\')).toBe(String.raw`"a\"; color: red; \\"`);
    expect(own('  ')).toBe('');
  });
});
