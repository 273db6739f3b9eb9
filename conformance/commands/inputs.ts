// What `validate` is given: files, folders, newline-delimited JSON, standard input.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Input {
  readonly source: string
  readonly bytes: Uint8Array
}

export interface Inputs {
  readonly inputs: readonly Input[]
  readonly faults: readonly string[]
}

export async function inputsOf(names: readonly string[]): Promise<Inputs> {
  const inputs: Input[] = []
  const faults: string[] = []
  for (const name of names) {
    try {
      inputs.push(...(name === '-' ? lined('standard input', await standardInput()) : read(name)))
    } catch {
      faults.push(`${name} cannot be read`)
    }
  }
  if (inputs.length === 0 && faults.length === 0) faults.push('there is no .json or .ndjson file in these folders')
  return { inputs, faults }
}

function read(name: string): readonly Input[] {
  if (!statSync(name).isDirectory()) return file(name)
  const files = readdirSync(name, { recursive: true, encoding: 'utf8' }).filter((one) => /\.(json|ndjson)$/i.test(one))
  return files.toSorted().flatMap((one) => file(join(name, one)))
}

function file(name: string): readonly Input[] {
  const bytes = readFileSync(name)
  return /\.ndjson$/i.test(name) ? lines(name, bytes) : [{ source: name, bytes }]
}

/** One resource, or one to each line: what begins with a whole object on its first line and goes on is of the second kind. */
function lined(name: string, bytes: Uint8Array): readonly Input[] {
  const text = new TextDecoder().decode(bytes)
  const [first = '', ...others] = text.split('\n').filter((line) => line.trim() !== '')
  const isMany = others.length > 0 && isWhole(first)
  return isMany ? lines(name, bytes) : [{ source: name, bytes }]
}

function isWhole(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

function lines(name: string, bytes: Uint8Array): readonly Input[] {
  const text = new TextDecoder().decode(bytes)
  return text.split('\n').flatMap((line, i) => {
    const source = `${name}:${i + 1}`
    return line.trim() === '' ? [] : [{ source, bytes: new TextEncoder().encode(line) }]
  })
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
