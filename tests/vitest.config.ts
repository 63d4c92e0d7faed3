import { defineConfig } from 'vitest/config';

/** Unit tests: pure functions and components, no browser. Paths mirror the source's. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    root: '.',
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    setupFiles: ['tests/unit/happy-dom.ts'],
    restoreMocks: true,
  },
});
