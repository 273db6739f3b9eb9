// The table of search parameters: per resource type what may be searched by, and where in the resource it stands.

import { createHash } from 'node:crypto'
import { base, codeSystem, structureDefinition } from '../../profiles/canonical.ts'
import { searchPaths, type PrintedParameter, type SearchComponent } from '../../profiles/search-paths.ts'
import { resourceTypes } from '../types.ts'

export { indexRows } from './index-rows.ts'

export type { SearchComponent }
export type SearchType = PrintedParameter['type']

export interface SearchParameter extends PrintedParameter {
  /** In whose journeys the resource is, which no element says: the store knows, and a clause on `journey` asks. It has no rows. */
  readonly byMembership?: boolean
}

type Parameters = Readonly<Record<string, SearchParameter>>

/** The parameter of a type by its code; undefined when it is not served. */
export function searchParameterOf(type: string, code: string): SearchParameter | undefined {
  const ofType = Object.hasOwn(searchParameters, type) ? searchParameters[type] : undefined
  return ofType && Object.hasOwn(ofType, code) ? ofType[code] : undefined
}

/** `http://hl7.org/fhir/SearchParameter/…` or our own, whose definitions are in profiles/fsh/exchange/operations.fsh. */
const own = (name: string): string => `${base}/SearchParameter/${name}`

const extension = (id: string): string => `extension[url=${structureDefinition(id)}]`
const coded = (system: string, code: string): string => `[code=${codeSystem(system)}|${code}]`

const fact = (definition: string, type: SearchType, datatypes: readonly string[], paths: readonly string[]): SearchParameter => ({
  definition: own(`Observation-${definition}`),
  type,
  paths,
  datatypes,
})

/** Ours, and what we read in another way than R4's expression has it. */
const ours: Readonly<Record<string, Parameters>> = {
  ServiceRequest: {
    'work-type': {
      definition: own('ServiceRequest-work-type'),
      type: 'token',
      paths: [`${extension('work-type')}.valueCodeableConcept`],
      datatypes: ['CodeableConcept'],
    },
  },
  Observation: {
    'responsible-council': {
      ...fact('responsible-council', 'reference', ['Reference'], [`${extension('responsible-council')}.valueReference`]),
      targets: ['Organization'],
    },
    pathway: fact('pathway', 'token', ['CodeableConcept'], [`${coded('decision', 'pathway')}.valueCodeableConcept`]),
    readiness: {
      ...fact(
        'readiness',
        'token',
        ['boolean', 'CodeableConcept'],
        [
          `${coded('observation', 'medically-fit')}.valueBoolean`,
          `${coded('observation', 'criteria-to-reside')}.valueCodeableConcept`,
        ],
      ),
      codeSystem: 'http://terminology.hl7.org/CodeSystem/special-values',
    },
    'discharge-ready-date': fact(
      'discharge-ready-date',
      'date',
      ['dateTime'],
      [
        `${coded('observation', 'discharge-ready-date')}.valueDateTime`,
        `component${coded('observation', 'discharge-ready-date')}.valueDateTime`,
      ],
    ),
    'delay-reason': fact(
      'delay-reason',
      'token',
      ['CodeableConcept'],
      [
        `${coded('decision', 'delay')}.valueCodeableConcept`,
        `component${coded('task-output', 'delay-reason')}.valueCodeableConcept`,
      ],
    ),
  },
}

const journey: SearchParameter = {
  definition: own('resource-journey'),
  type: 'reference',
  paths: [],
  datatypes: ['Reference'],
  targets: ['EpisodeOfCare'],
  byMembership: true,
}

/** R4's value set takes one code more than this system has (`unknown`), so that the printed row names neither. */
const intentSystem = 'http://hl7.org/fhir/request-intent'

/**
 * By type and code. Codes and meanings are those of FHIR R4's own SearchParameter resources (profiles/r4/search-paths.json, which
 * also says what is not served and why), but for ours.
 */
export const searchParameters: Readonly<Record<string, Parameters>> = Object.fromEntries(
  Object.entries(resourceTypes).map(([type, row]) => [type, parametersOf(type, row.journey.length > 0)]),
)

function parametersOf(type: string, hasJourney: boolean): Parameters {
  const { parameters } = searchPaths()
  const printed = { ...parameters['Resource'], ...parameters[type] }
  const rows = Object.entries({ ...printed, ...ours[type], ...(hasJourney && { journey }) })
  return Object.fromEntries(rows.map(([code, row]) => [code, completed(type, code, row)]))
}

function completed(type: string, code: string, row: SearchParameter): SearchParameter {
  if (type === 'Task' && code === 'intent') return { ...row, codeSystem: intentSystem }
  return row.type === 'reference' && !row.targets ? { ...row, targets: Object.keys(resourceTypes) } : row
}

/** Counts up when rows are read in another way although the table is the same. */
const reading = 3

/**
 * What the index rows of a database were made by: where it differs from the one that the store keeps, all rows are to be made
 * again, by `indexRows` from each current version.
 */
export const searchIndexVersion: string = createHash('sha256')
  .update(JSON.stringify([reading, searchParameters]))
  .digest('hex')
