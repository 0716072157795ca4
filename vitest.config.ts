import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './build/long-first.ts'

/** `npm run unit` runs `node`; `npm run e2e` drives the built app in a real Chromium (it builds and finds one first). */
export default defineConfig({
  test: {
    pool: 'forks',
    // A machine that is slow or busy beside is no reason to fail.
    expect: { poll: { timeout: 20_000 } },
    sequence: { sequencer: LongFirst },
    // One more than cores: a worker waits for its host, its browser or a killed process part of the time.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{build,e2e,electron,faults}/**'],
          // One process loads the program once for all of these; none of them leaves anything in it.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'host',
          include: ['tests/{build,electron,faults}/**/*.test.ts'],
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
          // A worker loads its modules and starts its browser once; each launch has a host and a profile of its own.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
