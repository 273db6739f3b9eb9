// Where the suite's process begins: what was compiled before is taken up again, and the command line read.

import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Half of a short command was stripping types and compiling. Where the folder cannot be written, all is compiled anew.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/home-first-conformance'))

// Loaded only now, so that the cache serves it and all that it names.
await import('./command-line.ts')
