// Resources drawn at random from R4's definitions, read here from the snapshots themselves and not from the tables under test.

import fc from 'fast-check'
import { readJsonFile } from '../../../profiles/definitions.ts'

interface Row {
  readonly path: string
  readonly max?: string
  readonly contentReference?: string
  readonly type?: readonly { readonly code: string; readonly extension?: readonly { readonly valueUrl: string }[] }[]
}
interface Definition {
  readonly name: string
  readonly kind: string
  readonly abstract?: boolean
  readonly derivation?: string
  readonly snapshot?: { readonly element: readonly Row[] }
}
type Json = Record<string, unknown>

const definitions = ['definitions.json', 'further-definitions.json']
  .flatMap((file) => readJsonFile<readonly Definition[]>(file))
  .filter(({ derivation, kind }) => derivation !== 'constraint' && kind !== 'primitive-type')
const rowsByOwner = new Map<string, Row[]>()
for (const row of definitions.flatMap(({ snapshot }) => snapshot?.element ?? [])) {
  const owner = row.path.slice(0, row.path.lastIndexOf('.'))
  if (row.max !== '0') rowsByOwner.set(owner, [...(rowsByOwner.get(owner) ?? []), row])
}

/** Every resource type of R4 that is not abstract. */
export const resourceNames: readonly string[] = definitions
  .filter(({ kind, abstract }) => kind === 'resource' && abstract !== true)
  .map(({ name }) => name)
  .filter((name) => !['CatalogEntry', 'MetadataResource', 'DomainResource', 'Resource'].includes(name) || name === 'CatalogEntry')

const piece = fc.constantFrom(
  ...[
    'a',
    'Zoë',
    '1',
    ' ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '<',
    '>',
    '&',
    '"',
    "'",
    '&amp;',
    '&#10;',
    ']]>',
    '<!--',
    '--',
    '{',
    '\\',
    '😀',
  ],
  ...['\ufffd', '\u00a0', '\u0085', '\u2028', '\ufeff', 'xmlns=', '<b/>', '𝒳'],
)
const words = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join(''))
  .filter((text) => /[^ \t\r\n]/.test(text))
const exact = ['1.50', '1E2', '-0', '0.10', '12345678901234567890', '1e-400', '0.1234567890123456789'].map((text) =>
  JSON.rawJSON(text),
)
const decimal = fc.oneof(
  fc.constantFrom<unknown>(...exact),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
)
const narrative = fc.constantFrom(
  '<div xmlns="http://www.w3.org/1999/xhtml"><p>A &amp; B &lt; C</p><br/></div>',
  '<div xmlns="http://www.w3.org/1999/xhtml" lang="en">one\r\n<!-- two --> <b id=\'x\'>three</b><![CDATA[four]]>&#233;</div>',
  '<div  xmlns=\'http://www.w3.org/1999/xhtml\' ><img src="#a" alt="&quot;"/></div >',
)

type Draw = <T>(arbitrary: () => fc.Arbitrary<T>) => T

/** One resource: any elements, in any order, with ids and extensions beside values and nulls where a list has none. */
export const resource = (names = resourceNames): fc.Arbitrary<Json> =>
  fc.gen().map((g) => {
    const draw: Draw = (arbitrary) => g(arbitrary)
    return drawResource(
      draw,
      draw(() => fc.constantFrom(...names)),
      0,
    )
  })

function drawResource(draw: Draw, name: string, depth: number): Json {
  return { resourceType: name, ...drawObject(draw, name, depth) }
}

function drawObject(draw: Draw, owner: string, depth: number): Json {
  const json: Json = {}
  const rows = rowsByOwner.get(owner) ?? []
  const most = Math.min(rows.length, depth === 0 ? 8 : depth < 3 ? 4 : 2)
  const chosen = draw(() => fc.subarray([...rows], { maxLength: most }))
  const isReversed = draw(() => fc.boolean())
  if (owner === 'Extension') chosen.push(...rows.filter((row) => row.path === 'Extension.url' && !chosen.includes(row)))
  for (const row of isReversed ? chosen.toReversed() : chosen) drawElement(draw, json, row, depth)
  return json
}

function drawElement(draw: Draw, json: Json, row: Row, depth: number): void {
  const last = row.path.slice(row.path.lastIndexOf('.') + 1)
  const code = row.contentReference?.replace(/^.*#/, '') ?? typeOf(draw, row)
  const isInPlace = code === 'BackboneElement' || code === 'Element'
  const name = last.endsWith('[x]') ? last.slice(0, -3) + code.charAt(0).toUpperCase() + code.slice(1) : last
  const isAttribute =
    row.path === 'Extension.url' || (last === 'id' && !/^[A-Z][A-Za-z]*\.id$/.test(row.path)) || isDatatypeId(row.path)
  if (isAttribute) json[name] = draw(() => words)
  else if (/^[a-z]/.test(code) && code !== 'xhtml') drawPrimitive(draw, json, name, code, row.max === '*', depth)
  else if (depth < 5 || code === 'xhtml') {
    const make = () => (code === 'xhtml' ? draw(() => narrative) : drawComplex(draw, isInPlace ? row.path : code, depth + 1))
    const items = Array.from({ length: row.max === '*' ? draw(() => fc.integer({ min: 1, max: 3 })) : 1 }, make).filter(isFull)
    if (items.length > 0) json[name] = row.max === '*' ? items : items[0]
  }
}

function isDatatypeId(path: string): boolean {
  const [owner = '', step, ...more] = path.split('.')
  return step === 'id' && more.length === 0 && !resourceNames.includes(owner)
}

function typeOf(draw: Draw, { type }: Row): string {
  const found = draw(() => fc.constantFrom(...(type ?? [])))
  return found.code.includes('/') ? (found.extension?.[0]?.valueUrl ?? 'string') : found.code
}

function drawComplex(draw: Draw, type: string, depth: number): Json {
  if (type !== 'Resource') return drawObject(draw, type, depth)
  return drawResource(
    draw,
    draw(() => fc.constantFrom(...resourceNames)),
    depth + 1,
  )
}

/** An element is never empty, and its id alone does not fill it; a resource may be. */
function isFull(value: unknown): boolean {
  return typeof value === 'string' || Object.keys(value as Json).some((key) => key !== 'id' && key !== 'url')
}

function drawPrimitive(draw: Draw, json: Json, name: string, code: string, isList: boolean, depth: number): void {
  const count = isList ? draw(() => fc.integer({ min: 1, max: 3 })) : 1
  const values: unknown[] = []
  const besides: unknown[] = []
  for (let i = 0; i < count; i += 1) {
    const beside = depth < 4 && draw(() => fc.integer({ max: 5, min: 0 })) === 0 ? drawBeside(draw, depth) : null
    const isAbsent = beside !== null && 'extension' in beside && draw(() => fc.boolean())
    values.push(isAbsent ? null : draw(() => primitive(code)))
    besides.push(beside)
  }
  if (values.some((value) => value !== null)) json[name] = isList ? values : values[0]
  if (besides.some((beside) => beside !== null)) json[`_${name}`] = isList ? besides : besides[0]
}

function drawBeside(draw: Draw, depth: number): Json {
  const extension = [{ url: draw(() => words), ...drawValue(draw, depth) }]
  return draw(() => fc.constantFrom<Json>({ id: 'x' }, { extension }, { id: 'y', extension }))
}

function drawValue(draw: Draw, depth: number): Json {
  const json: Json = {}
  const value = rowsByOwner.get('Extension')?.find(({ path }) => path === 'Extension.value[x]')
  if (value) drawElement(draw, json, value, depth + 1)
  return Object.keys(json).length > 0 ? json : { valueBoolean: true }
}

function primitive(code: string): fc.Arbitrary<unknown> {
  if (code === 'boolean') return fc.boolean()
  if (code === 'decimal') return decimal
  return code === 'integer' || code === 'positiveInt' || code === 'unsignedInt' ? fc.integer() : words
}
