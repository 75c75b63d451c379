import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const MINUTE_MS = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/structure.test.ts'],
          testTimeout: MINUTE_MS,
          hookTimeout: MINUTE_MS,
        },
      },
      ...['browser', 'e2e'].map((name) => ({
        test: {
          name,
          include: [`tests/${name}/**/*.test.ts`],
          // Each file starts a browser of its own; two at once would fight for two cores.
          fileParallelism: false,
          testTimeout: 3 * MINUTE_MS,
          hookTimeout: 3 * MINUTE_MS,
        },
      })),
    ],
  },
});
