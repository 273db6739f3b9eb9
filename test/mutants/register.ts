// Seeds the fault that MUTANT names, as its file is loaded: `node --import ./test/mutants/register.ts gateway/main.ts serve`.

import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { mutated } from './mutant.ts'
import { mutants } from './mutants.ts'

const wanted = process.env['MUTANT'] ?? ''
const mutant = mutants.find(({ id }) => id === wanted)
if (wanted !== '' && !mutant) throw new Error(`no such mutant: ${wanted}`)

if (mutant) {
  const url = pathToFileURL(resolve(import.meta.dirname, '../..', mutant.file)).href
  registerHooks({
    load(asked, context, next) {
      const loaded = next(asked, context)
      if (asked !== url) return loaded
      const text = Buffer.from(loaded.source as Uint8Array).toString('utf8')
      return { ...loaded, source: mutated(text, mutant) }
    },
  })
}
