// ConceptMap/$translate over the packaged maps. https://hl7.org/fhir/R4/conceptmap-operation-translate.html

import { wholeTerminology } from '../../profiles/definitions-own.ts'
import type { Answer, Ask } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import { codedIn, codedParameters, isOtherVersion, type Coded } from './coded.ts'
import { invalidParameter, notSupported, parametersIn, resourceAnswer, type Asked } from './operation.ts'
import { packaged, packagedById, packagedByUrl } from './packaged.ts'
import { at, isRecord, type FhirResource } from './resource.ts'
import { valueSetNamed } from './value-set.ts'

const { display: _, ...coded } = codedParameters
export const translateTable = {
  url: { takes: 'text', says: 'canonical of one map; without it, all of them' },
  conceptMapVersion: { takes: 'text', says: 'its version' },
  ...coded,
  version: { takes: 'text', says: 'the version of the code system' },
  source: { takes: 'text', says: 'a value set that the code was chosen from' },
  target: { takes: 'text', says: 'a value set that translations are wanted from' },
  targetsystem: { takes: 'text', says: 'a code system that translations are wanted from' },
  reverse: { takes: 'boolean', says: 'true: the codes that lead to this one' },
} as const

/** Route parameter: `id`, when one map is asked by its address. Any authenticated caller: the maps hold nobody's data. */
export async function translate(ask: Ask): Promise<Answer> {
  const asked = parametersIn(ask, translateTable)
  const maps = mapsAsked(asked, ask.params['id'])
  const codings = codedIn(asked, 'version')
  const isReverse = asked.flag('reverse') ?? false
  const [from, to] = isReverse ? (['target', 'source'] as const) : (['source', 'target'] as const)
  const isHere = codings.filter((coding) => !isOtherVersion(coding))
  const isChosenFrom = isHere.filter((coding) => isMember(asked.text(from), coding))
  const matches = isChosenFrom
    .flatMap((coding) => maps.flatMap((map) => matchesIn(map, coding, isReverse)))
    .filter((match) => isWanted(match, asked, to))
  if (isHere.length < codings.length && !isTranslated(matches))
    throw notSupported(
      'what a code means in another version of its system cannot be told from the lists that are here',
      'version',
    )
  return resourceAnswer(answerTo(distinct(matches)), ['ConceptMap'])
}

function mapsAsked(asked: Asked, id: string | undefined): readonly FhirResource[] {
  const [url, version] = [asked.text('url'), asked.text('conceptMapVersion')]
  if (id !== undefined && url !== undefined) throw invalidParameter('url', 'a map is asked by its address or by its url')
  const maps = mapsNamed(id, url).filter((map) => version === undefined || map['version'] === version)
  if (maps.length > 0) return maps
  throw new Refusal('not-found', { id: 'concept-map-unknown', text: 'no such concept map is here' })
}

function mapsNamed(id: string | undefined, url: string | undefined): readonly FhirResource[] {
  if (id === undefined && url === undefined) return packaged('ConceptMap')
  const map = id === undefined ? packagedByUrl('ConceptMap', url ?? '') : packagedById('ConceptMap', id)
  return map ? [map] : []
}

/** Whether a code is surely of the value set that is named; without one, every code is. */
function isMember(valueSet: string | undefined, { system, code }: Coded): boolean {
  if (valueSet === undefined) return true
  const membership = wholeTerminology().membership(valueSetNamed(valueSet).canonical)
  return membership !== undefined && 'has' in membership && membership.has(system, code) === true
}

interface Match {
  readonly equivalence: string
  readonly concept?: Coded
  readonly map: string
}

function matchesIn(map: FhirResource, coding: Coded, isReverse: boolean): readonly Match[] {
  const url = typeof map['url'] === 'string' ? map['url'] : ''
  return at(map, 'group').flatMap((group) => {
    if (!isRecord(group)) return []
    return (isReverse ? backwards(group, coding) : forwards(group, coding)).map((match) => ({ ...match, map: url }))
  })
}

type Found = Omit<Match, 'map'>

function forwards(group: Record<string, unknown>, { system, code }: Coded): readonly Found[] {
  if (group['source'] !== system) return []
  const elements = at(group, 'element').filter((element) => isRecord(element) && element['code'] === code)
  return elements.flatMap((element) => at(element, 'target')).flatMap((target) => foundIn(target, group['target']))
}

function foundIn(target: unknown, system: unknown): readonly Found[] {
  if (!isRecord(target) || typeof target['equivalence'] !== 'string') return []
  const concept = conceptOf(system, target)
  return [{ equivalence: target['equivalence'], ...(concept && { concept }) }]
}

/** Every code that leads to this one, and how it stands to this one: what was narrower is wider from the other side. */
function backwards(group: Record<string, unknown>, { system, code }: Coded): readonly Found[] {
  if (group['target'] !== system) return []
  return at(group, 'element').flatMap((element) =>
    at(element, 'target').flatMap((target) => {
      if (!isRecord(target) || target['code'] !== code || !isRecord(element)) return []
      const equivalence = String(target['equivalence'])
      const concept = conceptOf(group['source'], element)
      return concept ? [{ equivalence: inverse[equivalence] ?? equivalence, concept }] : []
    }),
  )
}

const inverse: Readonly<Record<string, string>> = {
  wider: 'narrower',
  narrower: 'wider',
  subsumes: 'specializes',
  specializes: 'subsumes',
}

function conceptOf(system: unknown, { code, display }: Record<string, unknown>): Coded | undefined {
  if (typeof system !== 'string' || typeof code !== 'string') return undefined
  const words = typeof display === 'string' ? display : wholeTerminology().lookup(system, code)?.display
  return { system, code, ...(words !== undefined && { display: words }) }
}

function isWanted({ concept }: Match, asked: Asked, side: 'source' | 'target'): boolean {
  const [system, valueSet] = [asked.text('targetsystem'), asked.text(side)]
  if (!concept) return system === undefined && valueSet === undefined
  return (system === undefined || concept.system === system) && isMember(valueSet, concept)
}

/** Two maps may say the same; each match names the map that it came from. */
function distinct(matches: readonly Match[]): readonly Match[] {
  return [...new Map(matches.map((match) => [JSON.stringify(match), match])).values()]
}

/** R4: a match that is none ("unmatched", "disjoint") is told too, and does not count as a translation. */
const noTranslation: readonly string[] = ['unmatched', 'disjoint']

function isTranslated(matches: readonly Match[]): boolean {
  return matches.some(({ equivalence, concept }) => concept && !noTranslation.includes(equivalence))
}

function answerTo(matches: readonly Match[]): object {
  const result = isTranslated(matches)
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: 'result', valueBoolean: result },
      ...(result ? [] : [{ name: 'message', valueString: 'No translation is known here.' }]),
      ...matches.map(({ equivalence, concept, map }) => ({
        name: 'match',
        part: [
          { name: 'equivalence', valueCode: equivalence },
          ...(concept ? [{ name: 'concept', valueCoding: concept }] : []),
          { name: 'source', valueUri: map },
        ],
      })),
    ],
  }
}
