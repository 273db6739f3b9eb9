// Instances of any type, filled from its definition and then spoilt, the same ones at every run.

import type { Definition, ElementRow } from './schema.ts'

export type Json = Record<string, unknown>

export interface Filler {
  readonly definitions: ReadonlyMap<string, Definition>
  /** Words that invariants look for: codes and urls that stand as literals in them. */
  readonly words: readonly string[]
  readonly chance: () => number
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function literalsIn(expressions: Iterable<string>): readonly string[] {
  const found = new Set<string>()
  for (const expression of expressions) for (const [, word] of expression.matchAll(/'([^'\\]{1,80})'/g)) if (word) found.add(word)
  return [...found]
}

/** `fullness`: the chance of each element to be there. */
export function resourceOf(filler: Filler, type: string, fullness: number): Json {
  return { resourceType: type, ...valueOf(filler, type, fullness, 0) }
}

const deepest = 5

export function valueOf(filler: Filler, path: string, fullness: number, depth: number): Json {
  const definition = filler.definitions.get(path.split('.')[0] ?? '')
  const rows = definition?.snapshot?.element ?? []
  const found: Json = {}
  for (const row of rows) {
    const name = row.path.slice(path.length + 1)
    if (!row.path.startsWith(`${path}.`) || name.includes('.') || skipped(name, depth, filler)) continue
    const isWanted = filler.chance() < (depth === 0 ? fullness : fullness / (1 + depth / 3)) || (row.min ?? 0) > 0
    if (isWanted && row.max !== '0') addElement(found, filler, row, rows, fullness, depth)
  }
  return found
}

function skipped(name: string, depth: number, { chance }: Filler): boolean {
  return (
    depth > deepest ||
    ((name === 'extension' || name === 'modifierExtension' || name === 'contained') && (depth > 1 || chance() < 0.7))
  )
}

function addElement(
  found: Json,
  filler: Filler,
  row: ElementRow,
  rows: readonly ElementRow[],
  fullness: number,
  depth: number,
): void {
  const { chance } = filler
  const inner = row.contentReference?.slice(1) ?? (rows.some((r) => r.path.startsWith(`${row.path}.`)) ? row.path : undefined)
  const type = inner ?? pick(row.type ?? [], chance)?.code.replace('http://hl7.org/fhirpath/System.String', 'string')
  if (type === undefined) return
  const last = row.path.split('.').at(-1) ?? ''
  const name = last.endsWith('[x]') ? last.slice(0, -3) + type.charAt(0).toUpperCase() + type.slice(1) : last
  const isPrimitive = /^[a-z]/.test(type)
  const one = () => (isPrimitive ? primitiveOf(type, filler) : complexOf(filler, type, fullness, depth))
  const isList = row.max === '*'
  if (isPrimitive && chance() < 0.1) addSibling(found, name, isList)
  if (isPrimitive && !isList && chance() < 0.03 && found[`_${name}`]) return
  found[name] = isList ? Array.from({ length: 1 + Math.floor(chance() * 2.4) }, one) : one()
}

function addSibling(found: Json, name: string, isList: boolean): void {
  const sibling = { extension: [{ url: 'http://example.org/why', valueCode: 'unknown' }] }
  found[`_${name}`] = isList ? [sibling] : sibling
}

function complexOf(filler: Filler, type: string, fullness: number, depth: number): Json {
  if (type !== 'Resource') return valueOf(filler, type, fullness, depth + 1)
  const resource = pick(['Patient', 'Composition', 'MessageHeader', 'Practitioner', 'Observation'], filler.chance) ?? 'Patient'
  return { resourceType: resource, ...valueOf(filler, resource, fullness / 3, depth + 2) }
}

const texts = ['A', 'b', 'Home First', 'a.b', '#1', '1', '*', 'Name_1']
const moments = ['2024-02-01T10:00:00Z', '2024-02-01T11:00:00+01:00', '2024-02-01T09:30:00.250Z', '2023-12-31T23:59:59-05:00']
const pools: Readonly<Record<string, readonly unknown[]>> = {
  boolean: [true, false],
  integer: [0, 1, 2, 7, -3],
  positiveInt: [1, 2, 3],
  unsignedInt: [0, 1, 2],
  decimal: [0, 1, 2.5, -1, 99.5, 101],
  date: ['2024-02-01', '2024-01-31', '2024-02', '2023'],
  dateTime: [...moments, '2024-02-01', '2024'],
  instant: moments,
  time: ['10:00:00', '23:59:59'],
  id: ['1', '2', 'a'],
  base64Binary: ['SG9tZQ=='],
  xhtml: [
    '<div xmlns="http://www.w3.org/1999/xhtml"><p>Home</p></div>',
    '<div xmlns="http://www.w3.org/1999/xhtml"><script>x</script></div>',
  ],
  uri: ['urn:uuid:00000000-0000-4000-8000-000000000001', 'http://example.org/1', '#1', 'http://unitsofmeasure.org'],
  url: ['http://example.org/1', '#1'],
  canonical: ['http://example.org/ValueSet/1', '#1', '#2'],
}

function primitiveOf(type: string, { chance, words }: Filler): unknown {
  const pool = pools[type]
  if (pool && (type !== 'uri' || chance() < 0.6)) return pick(pool, chance)
  return chance() < 0.7 ? pick(words, chance) : pick(texts, chance)
}

function pick<T>(list: readonly T[], chance: () => number): T | undefined {
  return list[Math.floor(chance() * list.length)]
}
