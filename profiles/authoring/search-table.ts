// R4's search parameters as rows of paths, and those that are no paths with the reason.

import { readFileSync } from 'node:fs'
import type { PrintedParameter, PrintedTable } from '../search-paths.ts'
import { systemOf } from './search-elements.ts'
import { everyType, NoPath, pathsOf, type Path, type Paths } from './search-expression.ts'

interface Parameter {
  readonly url: string
  readonly code: string
  readonly base: readonly string[]
  readonly type: string
  readonly expression?: string
  readonly target?: readonly string[]
  readonly component?: readonly { readonly definition: string; readonly expression: string }[]
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../r4/${name}`, import.meta.url), 'utf8'))
const all = read('search-parameters.json') as readonly Parameter[]
const { stored, printed } = read('types.json') as { stored: readonly string[]; printed: readonly string[] }
const known: ReadonlySet<string> = new Set([...stored, ...printed])

/** Of all types that can be searched; what every type has stands under Resource. */
export function searchTable(): PrintedTable {
  const parameters: Record<string, Record<string, PrintedParameter>> = {}
  const notServed: Record<string, string> = {}
  for (const type of ['Resource', ...known].toSorted()) {
    const ofType: Record<string, PrintedParameter> = {}
    for (const parameter of all.filter(
      ({ base }) => base.includes(type) || (type === 'Resource' && base.includes('DomainResource')),
    )) {
      const row = rowOf(parameter, type)
      if (typeof row === 'string') notServed[`${type}.${parameter.code}`] = row
      else ofType[parameter.code] = row
    }
    if (Object.keys(ofType).length > 0) parameters[type] = withinOthers(ofType)
  }
  return { parameters, notServed }
}

/** Why those that have an expression are not served all the same. */
const refusedCodes: Readonly<Record<string, string>> = {
  'Resource._id': 'a column of its own',
  'Resource._lastUpdated': 'a column of its own',
  phonetic: 'R4 leaves open which sounds are alike, and no one rule is right for names from everywhere',
}

function rowOf(parameter: Parameter, type: string): PrintedParameter | string {
  const { code, expression, component, url } = parameter
  const refused = refusedCodes[`${type}.${code}`] ?? refusedCodes[code]
  if (refused !== undefined) return refused
  if (expression === undefined) return 'R4 gives no place in a resource'
  if (!isServedType(parameter.type)) return `a parameter of type ${parameter.type} has rules of its own`
  try {
    const found = pathsOf(expression, type)
    if (!component) return { definition: url, ...placesOf(parameter.type, found, parameter.target) }
    return {
      definition: url,
      type: 'composite',
      paths: unique(found.paths),
      components: component.map((one) => partOf(one, type, found, parameter)),
    }
  } catch (error) {
    if (error instanceof NoPath) return error.message
    throw error
  }
}

/** The components' expressions of DocumentReference.relationship stand the wrong way round in R4: `code` is no reference. */
const exchanged: Readonly<Record<string, string>> = { code: 'target', target: 'code' }

function partOf(
  { definition, expression }: { readonly definition: string; readonly expression: string },
  type: string,
  { paths }: Paths,
  of: Parameter,
): NonNullable<PrintedParameter['components']>[number] {
  const parameter = all.find(({ url }) => url === definition)
  if (!parameter || !isServedType(parameter.type)) throw new NoPath(`${definition} is not served`)
  const written = of.code === 'relationship' ? (exchanged[expression] ?? expression) : expression
  const inner = paths.flatMap(({ place }) => pathsOf(written, type, place).paths)
  const { type: kind, paths: places, datatypes = [] } = placesOf(parameter.type, { paths: inner, asPresence: false })
  return { param: parameter.code, type: kind, paths: places, datatypes }
}

function isServedType(type: string): type is PrintedParameter['type'] {
  return Object.hasOwn(searchable, type) || type === 'composite'
}

/** Datatypes that a parameter of each type is read from (R4 §3.1.1.5.6 to 14): of an open choice only these. */
const searchable: Readonly<Record<string, readonly string[]>> = {
  number: ['decimal', 'integer', 'positiveInt', 'unsignedInt', 'Range'],
  date: ['date', 'dateTime', 'instant', 'Period', 'Timing'],
  string: ['string', 'markdown', 'HumanName', 'Address', 'Annotation'],
  token: ['boolean', 'code', 'id', 'string', 'uri', 'Coding', 'CodeableConcept', 'Identifier', 'ContactPoint'],
  reference: ['Reference', 'canonical', 'uri'],
  quantity: ['Quantity', 'Age', 'Duration', 'Money', 'Range', 'SampledData'],
  uri: ['uri', 'url', 'canonical', 'oid', 'uuid'],
}

function placesOf(
  type: string,
  { paths, asPresence }: Paths,
  targets: readonly string[] = [],
): Pick<PrintedParameter, 'type' | 'paths' | 'datatypes' | 'targets' | 'codeSystem' | 'asPresence'> {
  if (!isServedType(type)) throw new NoPath(`a parameter of type ${type} has rules of its own`)
  const isSearchable = (datatype: string): boolean => asPresence || (searchable[type] ?? []).includes(datatype)
  const open = paths.flatMap((path) => everyType(path, isSearchable))
  if (open.length === 0) throw new NoPath('none of its places holds anything that it could be searched by')
  const codeSystem = asPresence ? specialValues : codeSystemOf(open)
  const system = type === 'token' && codeSystem !== undefined && { codeSystem }
  return {
    type,
    paths: unique(open),
    datatypes: [...new Set(open.flatMap(({ place }) => place.types))],
    ...(type === 'reference' && targetsOf(targets)),
    ...system,
    ...(asPresence && { asPresence }),
  }
}

/** None when all types that we know may be referred to. */
function targetsOf(targets: readonly string[]): { targets?: readonly string[] } {
  const narrowed = targets.filter((one) => known.has(one))
  return narrowed.length === known.size ? {} : { targets: narrowed.length > 0 ? narrowed : targets }
}

const unique = (paths: readonly Path[]): readonly string[] => [...new Set(paths.map(({ steps }) => steps))]

const specialValues = 'http://terminology.hl7.org/CodeSystem/special-values'

/** Of elements that carry no code system themselves, when all are from one. */
function codeSystemOf(paths: readonly Path[]): string | undefined {
  const systems = new Set(
    paths.map(({ place: { types, valueSet } }) =>
      types[0] === 'boolean' ? specialValues : valueSet && types[0] === 'code' ? systemOf(valueSet) : undefined,
    ),
  )
  return systems.size === 1 ? [...systems][0] : undefined
}

/** `patient` is `subject` narrowed to Patient: it needs no rows of its own where another parameter has them. */
function withinOthers(ofType: Readonly<Record<string, PrintedParameter>>): Record<string, PrintedParameter> {
  const rows = Object.entries(ofType)
  return Object.fromEntries(
    rows.map(([code, row]) => {
      const [narrowing, ...others] = new Set(row.paths.map((path) => / \w+(?=\]$)/.exec(path)?.[0].trim()))
      if (row.type !== 'reference' || narrowing === undefined || others.length > 0) return [code, row]
      const wide = row.paths.map((path) => path.replace(/\[is \w+\]$/, '')).join()
      const within = rows.find(([, other]) => other.type === 'reference' && other.paths.join() === wide)?.[0]
      return [code, within === undefined ? row : { ...row, paths: [], targets: [narrowing], within }]
    }),
  )
}
