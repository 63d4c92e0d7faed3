import { defineConfig } from 'vitest/config';
import { leanReadability } from '../utils/build/lean-readability.ts';

/** Unit tests: pure functions and components, no browser. Paths mirror the source's. */
export default defineConfig({
  // The Readability that ships.
  plugins: [leanReadability()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    root: '.',
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    setupFiles: ['tests/unit/happy-dom.ts'],
    restoreMocks: true,
    server: { deps: { inline: [/Readability\.js\?lean/] } },
  },
});
