import { defineConfig } from 'vitest/config';

/** Real browsers, one after the other: each wants the machine for itself. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
