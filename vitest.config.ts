import { defineConfig } from 'vitest/config';

const BROWSER = ['tests/journeys/**/*.test.ts'];

// These start the embedded server themselves or are about processes, networks and time, so a run on another server
// would only repeat them.
const EMBEDDED = ['src/platform/embedded-database/**', 'tests/faults/**', 'tests/start.test.ts'];

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
          exclude: [
            ...BROWSER,
            '**/node_modules/**',
            ...(process.env.DATABASE_URL ? EMBEDDED : []),
          ],
          // Each file has a database of its own; the modules are loaded once for all, which halves the time of the processor.
          isolate: false,
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
