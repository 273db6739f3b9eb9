// What `validate` is given: files, folders, newline-delimited JSON, standard input; one after another, so that none fills the memory.

import { createReadStream, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Input {
  readonly source: string
  readonly bytes: Uint8Array
  readonly isXml: boolean
  /** Nobody named it: it lay in a folder, where other things lie too. */
  readonly isFound: boolean
}

/** What can be told before anything is read: which files there are, and what is wrong with the names. */
export interface Inputs {
  readonly files: readonly File[]
  readonly faults: readonly string[]
}

export interface File {
  readonly path: string
  readonly isFound: boolean
}

export function filesOf(names: readonly string[]): Inputs {
  const files: File[] = []
  const faults: string[] = []
  for (const name of names) {
    try {
      if (name === '-' || !statSync(name).isDirectory()) files.push({ path: name, isFound: false })
      else for (const path of filesIn(name, /\.(json|ndjson|xml)$/i)) files.push({ path, isFound: true })
    } catch {
      faults.push(`${name} cannot be read`)
    }
  }
  if (files.length === 0 && faults.length === 0) faults.push('there is no .json, .ndjson or .xml file in these folders')
  return { files, faults }
}

/** Rejects when the file cannot be read. */
export async function* inputsIn({ path, isFound }: File): AsyncGenerator<Input> {
  const named = { source: path, isFound }
  if (path === '-') yield* standardInput()
  else if (/\.ndjson$/i.test(path)) yield* lines(path, isFound, createReadStream(path))
  else {
    const bytes = readFileSync(path)
    yield { ...named, bytes, isXml: !/\.json$/i.test(path) && isMarkup(bytes) }
  }
}

/** A folder that was entered is not entered again: links may lead in a circle. What is no file (a pipe, say) would hold us up. */
export function filesIn(folder: string, kinds: RegExp, entered = new Set<string>()): readonly string[] {
  const real = realpathSync(folder)
  if (entered.has(real)) return []
  entered.add(real)
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name)
      const kind = statSync(path, { throwIfNoEntry: false })
      if (kind?.isDirectory()) return isForeign(name) ? [] : filesIn(path, kinds, entered)
      // A link that leads nowhere is told when it is read.
      return kinds.test(name) && (kind?.isFile() ?? true) ? [path] : []
    })
}

/** What tools keep for themselves. */
const isForeign = (folder: string): boolean => folder === 'node_modules' || folder.startsWith('.')

/** One resource, or one to each line: what begins with a whole object on its first line and goes on is of the second kind. */
async function* standardInput(): AsyncGenerator<Input> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const [first = '', ...others] = new TextDecoder()
    .decode(bytes)
    .split('\n', 10_000)
    .filter((line) => line.trim() !== '')
  const source = 'standard input'
  if (first === '') return
  if (others.length > 0 && isWhole(first)) yield* lines(source, false, [bytes])
  else yield { source, bytes, isXml: isMarkup(bytes), isFound: false }
}

function isWhole(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

const isMarkup = (bytes: Uint8Array): boolean => /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 1_000)))

/** Cut at the bytes of line feeds, so that what is no UTF-8 stays to be found. */
async function* lines(name: string, isFound: boolean, chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Input> {
  let number = 0
  let rest: Buffer[] = []
  const input = (): Input => ({ source: `${name}:${(number += 1)}`, bytes: Buffer.concat(rest), isXml: false, isFound })
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      rest.push(chunk.subarray(start, end))
      const line = input()
      if (!isBlank(line)) yield line
      rest = []
      start = end + 1
    }
    rest.push(chunk.subarray(start))
  }
  const last = input()
  if (!isBlank(last)) yield last
}

const lineFeed = 10

const isBlank = ({ bytes }: Input): boolean => bytes.every((byte) => byte === 32 || byte === 9 || byte === 13)
