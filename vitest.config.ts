// How the tests run: threads without isolation (they share nothing but the machine), one PostgreSQL cluster for all.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    pool: 'threads',
    isolate: false,
    // Vitest leaves one core free, which on two cores leaves one thread: the tests wait for children and sockets more than they compute.
    maxWorkers: Math.max(2, availableParallelism()),
    // Torn down from the last to the first: what the logs show may end the run, and the cluster must be gone by then.
    globalSetup: ['test/logs.setup.ts', 'test/postgres.setup.ts'],
    // Hundreds of processes of ours are started: each would strip the types of the same files and compile them anew.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/home-first-tests') },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
