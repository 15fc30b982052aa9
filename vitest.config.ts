import { defineConfig } from 'vitest/config';

const BROWSER = ['tests/journeys/**/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'database',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          exclude: [...BROWSER, '**/node_modules/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser on a loaded machine may miss a moment once; what is broken fails twice.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
