// The import rules of the house: which room may look into which, and which dependency stands where.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Import {
  readonly file: string
  readonly to: string
}

const rooms: Readonly<Record<string, readonly string[]>> = {
  profiles: [],
  mappings: ['profiles'],
  conformance: ['profiles'],
  gateway: ['mappings', 'profiles'],
}

/** Inside the gateway: a room → the rooms it may import; files at the top of gateway/ are rooms named without `.ts`. */
const tables = ['types', 'facts', 'refusal', 'handler', 'route', 'config', 'ids', 'parameters']
const storePort = [
  'store/store',
  'store/causes',
  'store/search-parameters',
  'store/instants',
  'store/sortable',
  'store/index-rows',
  'store/row-test',
  'store/narrowed',
  'store/clock',
]
const inside: Readonly<Record<string, readonly string[]>> = {
  auth: [...tables, 'store/store', 'store/search-parameters', 'store/index-rows'],
  audit: [...tables, 'store/store', 'store/chain'],
  intake: [
    ...tables,
    ...storePort,
    'auth',
    'side-by-side',
    'fhir/resource',
    'fhir/answer',
    'fhir/body',
    'fhir/preference',
    'fhir/test-person',
  ],
  fhir: [...tables, ...storePort, 'auth'],
  extract: [...tables, ...storePort, 'auth', 'fhir/resource', 'fhir/answer', 'fhir/body', 'fhir/test-person'],
  delivery: [...tables, ...storePort, 'auth'],
  mllp: [],
  store: ['types'],
  types: ['facts', 'variants'],
  variants: ['types', 'fhir/resource'],
  facts: ['types'],
  refusal: [],
  config: [],
  parameters: ['refusal'],
  ids: [],
  'side-by-side': [],
}

/** Where a dependency may be imported. */
const places: Readonly<Record<string, RegExp>> = {
  hono: /^gateway\/app\.ts$/,
  '@hono/node-server': /^gateway\/serve\.ts$/,
  undici: /^gateway\/delivery\/send\.ts$/,
  jose: /^gateway\/auth\//,
  pino: /^gateway\/command-line\.ts$/,
  pg: /^gateway\/store\//,
  'node:sqlite': /^gateway\/store\//,
}

const pure = ['profiles', 'mappings']
const worldly = /^node:(fs|net|http|https|tls|dns|child_process|worker_threads|sqlite|timers)|^undici$|^pg$/

function filesOf(room: string): readonly string[] {
  if (!existsSync(room)) return []
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|js)$/.test(file) && !file.startsWith('authoring') && !file.includes('node_modules'))
    .map((file) => join(room, file))
}

/** Static and dynamic imports and re-exports alike. */
export function importsIn(file: string, text: string): readonly Import[] {
  const found = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)'([^']+)'/g)].map(([, to = '']) => to)
  return found.map((to) => ({ file, to: to.startsWith('.') ? normalize(join(dirname(file), to)) : to }))
}

const importsOf = (room: string): readonly Import[] =>
  filesOf(room).flatMap((file) => importsIn(file, readFileSync(file, 'utf8')))
const isOurs = ({ to }: Import): boolean => Object.keys(rooms).some((room) => to.startsWith(`${room}/`)) || to.startsWith('test/')

export const brokenRoomRules = (room: string, imports: readonly Import[]): readonly Import[] =>
  imports.filter((one) => isOurs(one) && ![room, ...(rooms[room] ?? [])].some((allowed) => one.to.startsWith(`${allowed}/`)))

export function brokenInside(imports: readonly Import[]): readonly Import[] {
  return imports.filter(({ file, to }) => {
    if (!to.startsWith('gateway/')) return false
    const [from, target] = [insideName(file), insideName(to)]
    const allowed = inside[from.split('/')[0] ?? '']
    if (!allowed || from.split('/')[0] === target.split('/')[0]) return false
    return !allowed.some((one) => target === one || target.startsWith(`${one}/`))
  })
}

const insideName = (path: string): string => path.replace(/^gateway\//, '').replace(/\.ts$/, '')

describe.each(Object.keys(rooms))('%s', (room) => {
  it('imports only the rooms that it may', () => {
    expect(brokenRoomRules(room, importsOf(room))).toEqual([])
  })
})

describe('gateway', () => {
  it('keeps its rooms apart inside', () => {
    expect(brokenInside(importsOf('gateway'))).toEqual([])
  })

  it('keeps each dependency in its place', () => {
    const misplaced = importsOf('gateway').filter(({ file, to }) => places[to] !== undefined && !places[to].test(file))
    expect(misplaced).toEqual([])
  })

  it('names the drivers of the store in main only', () => {
    const named = importsOf('gateway').filter(
      ({ file, to }) => /store\/(sqlite|postgres)\.ts$/.test(to) && !file.startsWith('gateway/store/'),
    )
    expect([...new Set(named.map(({ file }) => file))]).toEqual(['gateway/main.ts'])
  })

  it('reads the environment in main only', () => {
    const readers = ['gateway', 'mappings', 'profiles']
      .flatMap(filesOf)
      .filter((file) => readFileSync(file, 'utf8').includes('process.env'))
    expect(readers).toEqual(['gateway/main.ts'])
  })
})

describe('mappings and profiles', () => {
  it.each(pure)('%s touches neither network nor disk nor clock', (room) => {
    const imports = importsOf(room).filter(({ file, to }) => worldly.test(to) && !file.startsWith('profiles/definitions'))
    const clocks = filesOf(room).filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|randomUUID/.test(readFileSync(file, 'utf8')),
    )
    expect([...imports, ...clocks]).toEqual([])
  })
})

describe('these rules', () => {
  it('see a mapping that looks into the gateway, and a handler that calls the intake', () => {
    const mapping = importsIn('mappings/acute/pid.ts', "import { receive } from '../../gateway/intake/receive.ts'")
    expect(brokenRoomRules('mappings', mapping)).toHaveLength(1)
    const reader = importsIn('gateway/fhir/read.ts', "const { receive } = await import('../intake/receive.ts')")
    expect(brokenInside(reader)).toHaveLength(1)
    expect(
      brokenRoomRules('conformance', importsIn('conformance/run.ts', "import { map } from '../mappings/mapped.ts'")),
    ).toHaveLength(1)
  })
})
