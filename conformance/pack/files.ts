// The definitions of profiles/ as one module of the packed suite, in the place of the files that are read in a clone.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const profiles = fileURLToPath(new URL('../../profiles/', import.meta.url))

/** All that profiles/definitions*.ts may ask for, but what nobody here does: examples, tables of searching, and what was built from what. */
const kept = /^(r4|built)\/.+\.json$/
const left = /^built\/examples\/|^r4\/search-|\/source\.json$/

/** By path below profiles, in order. */
export function keptFiles(): readonly string[] {
  return readdirSync(profiles, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => kept.test(name) && !left.test(name))
    .toSorted()
}

/** Exports `readFileSync` and `readdirSync` as profiles/definitions*.ts call them: with an address beside the packed file. */
export function filesModule(): string {
  const entries = keptFiles().map((name) => {
    const bytes = gzipSync(readFileSync(join(profiles, name)), { level: 9 })
    // Byte 9 names the operating system: the same sources make the same bytes everywhere.
    bytes[9] = 255
    return `  ${JSON.stringify(name)}: '${bytes.toString('base64')}',`
  })
  return `import { gunzipSync } from 'node:zlib'
const packed = {
${entries.join('\n')}
}
const nameOf = (address) => decodeURIComponent(address.href.slice(new URL('./', import.meta.url).href.length))
export function readFileSync(address) {
  const found = packed[nameOf(address)]
  if (found === undefined) throw new Error(nameOf(address) + ' is not in this package')
  return gunzipSync(Buffer.from(found, 'base64')).toString('utf8')
}
export function readdirSync(address) {
  const folder = nameOf(address)
  return Object.keys(packed).filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length))
}
`
}
