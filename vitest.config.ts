import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** `npm run unit` runs `node`; `npm run e2e` drives the built app in a real Chromium (it builds and finds one first). */
export default defineConfig({
  test: {
    pool: 'forks',
    // A machine that is slow or busy beside is no reason to fail.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: Math.max(1, Math.min(4, availableParallelism())),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          globalSetup: ['tests/e2e/filled-practice.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
