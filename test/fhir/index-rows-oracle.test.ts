// The printed paths against R4's own expressions: a FHIRPath engine that is not ours finds the same values by both.

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { placesOf, walk } from '../../gateway/store/index-places.ts'
import { searchParameters, type SearchParameter } from '../../gateway/store/search-parameters.ts'
import { readJsonFile } from '../../profiles/definitions.ts'
import { chances, resourceOf, type Json } from '../profiles/fhirpath/examples.ts'
import type { Definition } from '../profiles/fhirpath/schema.ts'

type Evaluate = (value: Json) => unknown[]

const peers = new URL('../peers/package.json', import.meta.url)
const isThere = existsSync(new URL('node_modules/fhirpath/package.json', peers))

if (!isThere) console.warn('Search paths are not held against fhirpath.js: it is not installed (npm ci --prefix test/peers).')

function compilerOf(): (expression: string) => Evaluate {
  const require = createRequire(peers)
  const oracle = require('fhirpath') as {
    compile(expression: string, model: unknown): (value: unknown, variables: unknown) => unknown[]
  }
  const model: unknown = require('fhirpath/fhir-context/r4')
  return (expression) => {
    const compiled = oracle.compile(expression, model)
    return (value) => compiled(value, {}).map(plain)
  }
}

/** What has values of its own to compare. */
const hasValues = ({ type, within }: SearchParameter): boolean => type !== 'composite' && within === undefined

/** Where the paths find less, and why. A key that no longer differs fails the test. */
const explained: Readonly<Record<string, string>> = {
  'Procedure.date': 'the type of performed[x] is left open: a date is searched in no string, Age or Range (R4 §3.1.1.5.8)',
  'Consent.source-reference': 'the type of source[x] is left open: an Attachment is no reference',
  'ConceptMap.source-uri': 'a canonical is a uri to FHIRPath; it is what the parameter `source` is for',
  'ConceptMap.target-uri': 'a canonical is a uri to FHIRPath; it is what the parameter `target` is for',
}

describe('the paths of a search parameter', () => {
  it.skipIf(!isThere)("find what an engine of others finds by R4's expressions and by ours", () => {
    const compile = compilerOf()
    const different = new Set<string>()
    const compared = new Set<string>()
    let values = 0
    for (const [type, parameters] of Object.entries(searchParameters)) {
      const pairs = Object.entries(parameters).flatMap(([code, parameter]) => {
        const expression = expressionOf(parameter.definition, type)
        if (expression === undefined || !hasValues(parameter)) return []
        return [[`${type}.${code}`, parameter.paths, compile(expression), parameter] as const]
      })
      for (const example of examplesOf(type)) {
        for (const [key, paths, theirs, { asPresence }] of pairs) {
          const [ours, others] = [found(example, paths), theirs(example)]
          values += ours.length
          if (ours.length > 0) compared.add(key)
          const isSame = asPresence
            ? ours.some((value) => value !== false) === (others[0] === true)
            : JSON.stringify(sorted(ours)) === JSON.stringify(sorted(others))
          if (!isSame) different.add(key)
        }
      }
    }
    console.log(`search paths: ${values} values by ${compared.size} parameters of ${Object.keys(searchParameters).length} types`)
    expect([...different].toSorted()).toEqual(Object.keys(explained).toSorted())
    expect(compared.size).toBeGreaterThan(600)
  })
})

/** The terms that begin at the type; `resolve()` needs other resources, and is told here by the reference's own text. */
function expressionOf(definition: string, type: string): string | undefined {
  const { expression } = definitions.get(definition) ?? {}
  const terms = expression?.split(' | ').filter((term) => /^\(*(\w+)/.exec(term)?.[1] === type || /^\(*Resource\./.test(term))
  return terms
    ?.join(' | ')
    .replaceAll(/\.where\(resolve\(\) is (\w+)\)/g, (_all, target: string) => refersTo(target))
    .replaceAll(/\bResource\.meta/g, 'meta')
}

const refersTo = (type: string): string =>
  `.where(reference.matches('(^|.*/)${type}/[^/]+$') or (reference.exists().not() and type = '${type}'))`

interface Conformance {
  readonly url: string
  readonly expression?: string
}

const exchange = new URL('../../profiles/built/exchange/', import.meta.url)
const definitions = new Map(
  [
    ...readJsonFile<Conformance[]>('search-parameters.json'),
    ...readdirSync(exchange)
      .filter((name) => name.startsWith('SearchParameter-'))
      .map((name) => JSON.parse(readFileSync(new URL(name, exchange), 'utf8')) as Conformance),
  ].map((one) => [one.url, one] as const),
)

const byName = new Map(
  [...readJsonFile<Definition[]>('definitions.json'), ...readJsonFile<Definition[]>('further-definitions.json')]
    .filter(({ derivation }) => derivation !== 'constraint')
    .map((definition) => [definition.name, definition]),
)

const words = ['phone', 'email', 'pathway', 'delay', 'criteria-to-reside']

function* examplesOf(type: string): Generator<Json> {
  for (let round = 0; round < 12; round++) {
    const chance = chances(round * 104_729 + type.length * 13 + 7)
    yield { ...resourceOf({ definitions: byName, words, chance }, type, [0.3, 0.6, 0.9][round % 3] ?? 0.5), resourceType: type }
  }
  for (const example of ownExamples) if (example['resourceType'] === type) yield example
}

const built = new URL('../../profiles/built/examples/', import.meta.url)
const ownExamples = readdirSync(built).map((name) => JSON.parse(readFileSync(new URL(name, built), 'utf8')) as Json)

function found(resource: Json, paths: readonly string[]): unknown[] {
  const values: unknown[] = []
  walk(resource, placesOf([[paths, (value: unknown, into: unknown[]) => void into.push(value)]]), values)
  return values
}

/** As a set of texts: an engine may give the same value once. */
const sorted = (values: readonly unknown[]): readonly string[] =>
  [...new Set(values.map((value) => JSON.stringify(value)))].toSorted()

/** Times come back as objects of theirs. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'asStr' in value ? value.asStr : value
}
