// Where the process begins: what was compiled before is taken up again, the environment is read, the drivers are named.

import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import type { Drivers } from './command-line.ts'

/**
 * Stripping the types of some four hundred files and compiling them was half of the start. The folder is the installation's own: a
 * temporary one might be another user's. Where it cannot be written, all is compiled anew.
 */
const compiled = join(import.meta.dirname, '../node_modules/.cache/home-first-gateway')
enableCompileCache(compiled)
// For the threads that it starts: each strips and compiles anew where it is not told by its environment.
process.env['NODE_COMPILE_CACHE'] ??= compiled

/** Only the driver that is used is loaded. */
const drivers: Drivers = {
  sqlite: {
    open: async (path) => (await import('./store/sqlite.ts')).openSqlite(path),
    with: async (path, as, work) => (await import('./store/copy-sqlite.ts')).withSqlite(path, as, work),
  },
  postgres: {
    open: async (url) => (await import('./store/postgres.ts')).openPostgres(url),
    with: async (url, as, work) => (await import('./store/copy-postgres.ts')).withPostgres(url, as, work),
  },
}

// Loaded only now, so that the cache serves it and all that it names.
const { run } = await import('./command-line.ts')
process.exitCode = await run(process.argv.slice(2), process.env, drivers, flushCompileCache)
