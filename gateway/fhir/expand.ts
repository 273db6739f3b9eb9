// ValueSet/$expand over the packaged value sets. https://hl7.org/fhir/R4/valueset-operation-expand.html

import { wholeTerminology } from '../../profiles/definitions-own.ts'
import type { Answer, Ask, House } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import { conceptIn, designationsOf, displayOf, isInactive } from './concepts.ts'
import { parametersIn, resourceAnswer, type Asked } from './operation.ts'
import { packagedByUrl } from './packaged.ts'
import { at, isRecord, type FhirResource } from './resource.ts'
import { valueSetAsked } from './value-set.ts'

export const expandTable = {
  url: { takes: 'text', says: 'canonical of the value set' },
  valueSetVersion: { takes: 'text', says: 'its version' },
  filter: { takes: 'text', says: 'a part of a code or of its words' },
  offset: { takes: 'whole', says: 'how many to pass over' },
  count: { takes: 'whole', says: 'how many to give, 1000 at most' },
  activeOnly: { takes: 'boolean', says: 'true: without codes that are no longer used' },
  includeDesignations: { takes: 'boolean', says: 'true: with other words for each code' },
  includeDefinition: { takes: 'boolean', says: 'true: with the compose of the value set' },
  excludeNested: { takes: 'boolean', says: 'the answer is flat anyway' },
  displayLanguage: { takes: 'text', says: 'a language for the words, where they are known in it' },
} as const

/** Codes in one answer; who wants a longer list takes it in pages. */
const mostCodes = 1_000

/** Route parameter: `id`, when one is asked by its address. The answer is flat: hierarchy is the code system's to tell. */
export async function expand(ask: Ask, { newId }: Pick<House, 'newId'>): Promise<Answer> {
  const asked = parametersIn(ask, expandTable)
  const { canonical, resource } = valueSetAsked(asked, ask.params['id'])
  const all = membersOf(canonical).map((member) => entryOf(member, resource, asked.text('displayLanguage')))
  const wanted = all.filter((entry) => isWanted(entry, asked))
  const [offset, count] = [asked.whole('offset') ?? 0, Math.min(asked.whole('count') ?? mostCodes, mostCodes)]
  if (asked.whole('count') === undefined && wanted.length - offset > mostCodes)
    throw tooCostly(`it has more than ${mostCodes} codes: ask with count and offset, or with a filter`)
  const contains = wanted.slice(offset, offset + count).map((entry) => told(entry, asked.flag('includeDesignations') ?? false))
  const expansion = {
    identifier: `urn:uuid:${newId()}`,
    timestamp: ask.at,
    total: wanted.length,
    offset,
    parameter: parametersOf(asked, all),
    ...(contains.length > 0 && { contains }),
  }
  return resourceAnswer({ ...headOf(canonical, resource, asked.flag('includeDefinition') ?? false), expansion }, ['ValueSet'])
}

interface Member {
  readonly system: string
  readonly code: string
}

/** 422, where not every member can be told from what is here: half a list would look like a whole one. */
function membersOf(canonical: string): readonly Member[] {
  const codes = wholeTerminology().codesOf(canonical)
  if (codes) return [...codes].flatMap(([system, list]) => [...list].map((code) => ({ system, code })))
  const membership = wholeTerminology().membership(canonical)
  const reasons = membership && ('notEvaluable' in membership ? [membership.notEvaluable] : membership.reasons)
  if (reasons && reasons.length > 0) {
    const text = 'the value set cannot be expanded from the code systems that are here'
    throw new Refusal('unprocessable', { id: 'expansion-not-supported', text, code: 'not-supported' })
  }
  throw tooCostly('its codes have no end, or are too many to list')
}

const tooCostly = (text: string): Refusal =>
  new Refusal('unprocessable', { id: 'expansion-too-costly', text, code: 'too-costly' })

interface Entry extends Member {
  readonly display?: string
  readonly designations: readonly Record<string, unknown>[]
  readonly inactive: boolean
}

/** A value set may word its codes itself. */
function entryOf(member: Member, valueSet: FhirResource | undefined, language: string | undefined): Entry {
  const concept = conceptIn(member.system, member.code)
  const own = ownWords(valueSet).get(`${member.system}|${member.code}`)
  const display = displayOf({ ...concept, ...own }, language)
  return {
    ...member,
    ...(display !== undefined && { display }),
    designations: [...designationsOf(concept), ...designationsOf(own)],
    inactive: isInactive(concept),
  }
}

const wordings = new WeakMap<FhirResource, ReadonlyMap<string, Record<string, unknown>>>()

function ownWords(valueSet: FhirResource | undefined): ReadonlyMap<string, Record<string, unknown>> {
  if (!valueSet) return new Map()
  const known = wordings.get(valueSet)
  if (known) return known
  const found = at(valueSet, 'compose.include').flatMap((include) =>
    at(include, 'concept')
      .filter(isRecord)
      .map(({ code, ...words }) => [`${isRecord(include) ? String(include['system']) : ''}|${String(code)}`, words] as const),
  )
  const words = new Map(found)
  wordings.set(valueSet, words)
  return words
}

function isWanted({ code, display = '', designations, inactive }: Entry, asked: Asked): boolean {
  if (inactive && asked.flag('activeOnly') === true) return false
  const filter = asked.text('filter')?.trim().toLowerCase()
  if (filter === undefined) return true
  const texts = [code, display, ...designations.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))]
  return texts.some((text) => text.toLowerCase().includes(filter))
}

function told({ designations, inactive, ...entry }: Entry, withDesignations: boolean): object {
  return {
    ...entry,
    ...(inactive && { inactive }),
    ...(withDesignations && designations.length > 0 && { designation: designations }),
  }
}

/** R4: "all the parameters that affect the contents", and the versions of the code systems that it drew from. */
function parametersOf(asked: Asked, all: readonly Entry[]): readonly object[] {
  const texts = ['filter', 'displayLanguage'].flatMap((name) => {
    const value = asked.text(name)
    return value === undefined ? [] : [{ name, ...(name === 'filter' ? { valueString: value } : { valueCode: value }) }]
  })
  const flags = ['activeOnly', 'includeDesignations', 'excludeNested'].flatMap((name) => {
    const value = asked.flag(name)
    return value === undefined ? [] : [{ name, valueBoolean: value }]
  })
  const numbers = ['offset', 'count'].flatMap((name) => {
    const value = asked.whole(name)
    return value === undefined ? [] : [{ name, valueInteger: value }]
  })
  return [...texts, ...flags, ...numbers, ...versionsOf(all)]
}

function versionsOf(all: readonly Entry[]): readonly object[] {
  return [...new Set(all.map(({ system }) => system))].flatMap((system) => {
    const version = packagedByUrl('CodeSystem', system)?.['version']
    return typeof version === 'string' ? [{ name: 'version', valueUri: `${system}|${version}` }] : []
  })
}

/** An implicit value set (of a code system's `valueSet`, or of SNOMED CT's addresses) is no resource: it has its url alone. */
function headOf(canonical: string, resource: FhirResource | undefined, withDefinition: boolean): object {
  if (!resource) return { resourceType: 'ValueSet', url: canonical.split('|')[0], status: 'active' }
  const { compose, text: _, expansion: __, contained: ___, ...head } = resource
  return { ...head, status: head['status'] ?? 'unknown', ...(withDefinition && compose !== undefined && { compose }) }
}
