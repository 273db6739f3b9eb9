// The one change that breaks a constraint, for every kind of constraint: what is done to a good example, and what must be found then.

import { type Constraint, lastSegment, targetType, targetsOf } from './constraints.ts'
import { type Json, baseOf, elementAt, examples, isJson, lastStep, ownerOf } from './definitions.ts'
import { type Place, keysOf, placesOf, valueAt, valuesIn } from './places.ts'
import { type Row, rows } from './rows.ts'
import { barest, codeOutside, valueOf } from './samples.ts'

export interface Change {
  readonly broken: Json
  /** What was done, for a reader. */
  readonly words: string
  readonly issue: Expected
}

export interface Expected {
  readonly severity: 'error' | 'warning' | 'information'
  readonly id: string
  readonly expression: string
  /** How its text begins, where the same id may be found twice at one place. */
  readonly text?: string
}

/** All that may be tried on an example; the first that breaks this and nothing else is the proof. */
export function changesFor(constraint: Constraint, good: Json): readonly Change[] {
  const row =
    rows[`${constraint.definition.id} ${constraint.element} ${constraint.kind}`] ??
    rows[`${constraint.kind} ${constraint.detail}`]
  return row ? written(constraint, good, row) : makers[constraint.kind](constraint, good)
}

const makers: Readonly<Record<Constraint['kind'], (constraint: Constraint, good: Json) => readonly Change[]>> = {
  min: tooFew,
  max: tooMany,
  type: otherType,
  target: otherTarget,
  'target-profile': unfitTarget,
  profile: unfitResource,
  value: otherValue,
  slice: () => [],
  binding: otherCode,
  limit: beyond,
  invariant: () => [],
  context: elsewhere,
}

/** A hand-written row breaks what no general change can. */
function written({ definition, element, kind, detail }: Constraint, good: Json, row: Row): readonly Change[] {
  const places = placesOf(definition, row.isOfRoot === true ? (definition.type ?? '') : element, good)
  const rule = elementAt(definition, element)?.constraint?.find(({ key }) => key === detail)
  return places.slice(0, row.isAnywhere === true ? undefined : 1).flatMap((place) => {
    const broken = structuredClone(good)
    const changed = row.change(valueAt(broken, place.at) as Json)
    if (changed === false) return []
    if (changed !== undefined) put(broken, place.at, changed)
    const issue: Expected = {
      severity: rule?.severity ?? 'error',
      id: row.id ?? kind,
      expression: `${place.expression}${row.below ?? ''}`,
      text: row.text ?? (kind === 'invariant' ? `${detail}:` : ''),
    }
    return [{ broken, words: row.words, issue }]
  })
}

/** The element is taken away; what would be left empty gets something that says nothing. */
function tooFew({ definition, element }: Constraint, good: Json): readonly Change[] {
  const step = lastStep(element)
  const name = plainName(step)
  const slice = sliceName(step)
  return placesOf(definition, ownerOf(element), good).flatMap((owner) => {
    const values = valuesIn(definition, element, owner, good)
    if (values.length === 0) return []
    const broken = structuredClone(good)
    const parent = valueAt(broken, owner.at) as Json
    for (const key of keysOf(parent, step.split(':')[0] ?? '')) {
      const kept = listAt(parent, key).filter((_, index) => !values.some(({ at }) => at.at(-1) === index || at.at(-1) === key))
      if (Array.isArray(parent[key]) && kept.length > 0) parent[key] = kept
      else delete parent[key]
      delete parent[`_${key}`]
    }
    if (Object.keys(parent).length === 0) parent['extension'] = [nothing]
    const issue = required(`${owner.expression}.${name}`, slice)
    return [{ broken, words: `${pathWords(owner)} without ${slice === '' ? name : `${name} “${slice}”`}`, issue }]
  })
}

const nothing = { url: 'https://example.org/says-nothing', valueBoolean: true }

const required = (expression: string, slice: string): Expected => ({
  severity: 'error',
  id: 'required',
  expression,
  text: slice === '' ? '' : `slice ${slice}:`,
})

/** The value is there once more than it may; where none may be there, one is. */
function tooMany({ definition, element }: Constraint, good: Json): readonly Change[] {
  const step = lastStep(element)
  const name = plainName(step)
  const slice = sliceName(step)
  const max = Number(elementAt(definition, element)?.max ?? '1')
  return placesOf(definition, ownerOf(element), good).flatMap((owner) => {
    const issue: Expected = {
      severity: 'error',
      id: 'too-many',
      expression: `${owner.expression}.${name}`,
      text: slice === '' ? (max === 0 ? 'must not' : 'at most') : `slice ${slice}:`,
    }
    const broken = structuredClone(good)
    const parent = valueAt(broken, owner.at) as Json
    if (max === 0) {
      const [key, value] = unwanted(step)
      if (key === '') return []
      parent[key] = value
      return [{ broken, words: `${pathWords(owner)} with ${name}`, issue }]
    }
    const [first] = valuesIn(definition, element, owner, good)
    const key = step.split(':')[0] ?? ''
    const one = first ? valueAt(good, first.at) : sectionOf(definition, element)
    if (one === undefined || (first && !Array.isArray(parent[key]))) return []
    const copies = Array.from({ length: first ? max : max + 1 }, () => structuredClone(one))
    parent[key] = [...listAt(parent, key), ...copies]
    return [{ broken, words: `${pathWords(owner)} with ${slice === '' ? name : `${name} “${slice}”`} ${max + 1} times`, issue }]
  })
}

/** A section that the story's documents do not have, as its code and words. */
function sectionOf(definition: Constraint['definition'], slice: string): Json | undefined {
  const code = elementAt(definition, `${slice}.code`)?.patternCodeableConcept
  if (!code || !slice.startsWith('Composition.section:')) return undefined
  return {
    title: 'other',
    code,
    text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>other</p></div>' },
  }
}

function unwanted(step: string): readonly [key: string, value: unknown] {
  if (step === 'extension') return ['extension', [nothing]]
  return step === 'value[x]' ? ['valueString', 'other'] : ['', undefined]
}

/** The value stands there in a type that R4 allows and ours does not. */
function otherType({ definition, element }: Constraint, good: Json): readonly Change[] {
  const step = lastStep(element)
  const name = plainName(step)
  const allowed = (elementAt(definition, element)?.type ?? []).map(({ code }) => code)
  const others = (baseOf(definition, element)?.type ?? []).flatMap(({ code }) =>
    code && !allowed.includes(code) && code in valueOf ? [code] : [],
  )
  const places = placesOf(definition, ownerOf(element), good)
  return places.flatMap((owner) =>
    valuesIn(definition, element, owner, good).length === 0
      ? []
      : preferred(others).map((type) => retyped(good, owner, step, name, type)),
  )
}

const preferred = (types: readonly string[]): readonly string[] =>
  [...types.filter((type) => ['string', 'boolean', 'dateTime', 'CodeableConcept'].includes(type)), ...types].slice(0, 3)

function retyped(good: Json, owner: Place, step: string, name: string, type: string): Change {
  const broken = structuredClone(good)
  const parent = valueAt(broken, owner.at) as Json
  for (const key of keysOf(parent, step.split(':')[0] ?? '')) delete parent[key]
  parent[`${name}${type.charAt(0).toUpperCase()}${type.slice(1)}`] = valueOf[type]
  const issue: Expected = { severity: 'error', id: 'type-not-allowed', expression: `${owner.expression}.${name}` }
  return { broken, words: `${owner.expression}.${name} as ${type}`, issue }
}

/** It points at another type of resource, which R4 allows there. */
function otherTarget({ definition, element }: Constraint, good: Json): readonly Change[] {
  const targets = targetsOf(elementAt(definition, element) ?? {})
  const allowed = targets.map(targetType)
  const wider = targetsOf(baseOf(definition, element) ?? {}).map(lastSegment)
  const anything = ['Device', 'Medication', 'Group'].filter((type) => !allowed.includes(type))
  const others = wider.length === 0 || wider.includes('Resource') ? anything : wider.filter((type) => !allowed.includes(type))
  const id =
    targets.length === allowed.filter((type, at) => targets[at]?.endsWith(`/${type}`)).length
      ? 'reference-target'
      : 'reference-profile'
  return placesOf(definition, element, good).flatMap((place) => {
    if (!isReference(valueAt(good, place.at))) return []
    return others.slice(0, 2).map((type) => {
      const broken = structuredClone(good)
      put(broken, place.at, { reference: `${type}/elsewhere` })
      return { broken, words: `${place.expression} points at a ${type}`, issue: refused(id, `${place.expression}.reference`) }
    })
  })
}

const isReference = (value: unknown): boolean =>
  isJson(value) && ['reference', 'display', 'identifier'].some((key) => key in value)

const refused = (id: string, expression: string): Expected => ({ severity: 'error', id, expression })

/** It points at a resource of the right type, contained, that does not conform to the profile. */
function unfitTarget({ definition, element, detail }: Constraint, good: Json): readonly Change[] {
  const type = targetType(detail)
  return placesOf(definition, element, good).flatMap((place) => {
    if (!isReference(valueAt(good, place.at)) || good['resourceType'] === 'Bundle') return []
    const broken = structuredClone(good)
    broken['contained'] = [...listAt(broken, 'contained'), { resourceType: type, id: 'unfit', ...barest[type] }]
    put(broken, place.at, { reference: '#unfit' })
    const words = `${place.expression} points at a ${type} that is no ${lastSegment(detail)}`
    return [
      { broken, words, issue: refused('reference-profile', `${place.expression}.reference`) },
      ...besideIt(good, place, broken, words),
    ]
  })
}

/** The same beside what stands there, where there may be several. */
function besideIt(good: Json, place: Place, broken: Json, words: string): readonly Change[] {
  const list = valueAt(good, place.at.slice(0, -1))
  if (!Array.isArray(list)) return []
  const added = { ...structuredClone(good), contained: broken['contained'] }
  put(added, place.at.slice(0, -1), [...(list as unknown[]), { reference: '#unfit' }])
  const expression = place.expression.replace(/\[\d+\]$/, `[${list.length}]`)
  return [{ broken: added, words, issue: refused('reference-profile', `${expression}.reference`) }]
}

/** The entry holds a resource of the right type that does not conform: an issue of that profile stands within it. */
function unfitResource(): readonly Change[] {
  return []
}

function otherValue({ definition, element }: Constraint, good: Json): readonly Change[] {
  return placesOf(definition, element, good).flatMap((place) => {
    const value = valueAt(good, place.at)
    if (!isJson(value)) return []
    const broken = structuredClone(good)
    put(broken, place.at, 'coding' in value ? { coding: [valueOf['Coding']] } : valueOf['Coding'])
    const issue: Expected = { severity: 'error', id: 'pattern-value', expression: place.expression }
    return [{ broken, words: `${place.expression} with another code`, issue }]
  })
}

/** A code that is in no list of ours; on a list that may be extended, the same is a warning. */
function otherCode({ definition, element, detail }: Constraint, good: Json): readonly Change[] {
  return placesOf(definition, element, good).flatMap((place) => {
    const value = valueAt(good, place.at)
    const broken = structuredClone(good)
    if (isJson(value)) put(broken, place.at, 'system' in value ? valueOf['Coding'] : { coding: [valueOf['Coding']] })
    else put(broken, place.at, codeOutside[element] ?? 'other')
    return [{ broken, words: `${place.expression} with a code that is in no list`, issue: ofBinding(detail, place.expression) }]
  })
}

function ofBinding(strength: string, expression: string): Expected {
  if (strength === 'required') return { severity: 'error', id: 'code-not-in-list', expression }
  return { severity: strength === 'extensible' ? 'warning' : 'information', id: 'code-not-preferred', expression }
}

function beyond({ definition, element, detail }: Constraint, good: Json): readonly Change[] {
  const limit = elementAt(definition, element) as Readonly<Record<string, unknown>> | undefined
  const value = Number(Object.entries(limit ?? {}).find(([key]) => key.startsWith(detail))?.[1])
  return placesOf(definition, element, good).map((place) => {
    const broken = structuredClone(good)
    const next = detail === 'minValue' ? value - 1 : value + 1
    put(broken, place.at, next)
    const id = detail === 'minValue' ? 'too-small' : 'too-large-value'
    return { broken, words: `${place.expression} is ${next}`, issue: refused(id, place.expression) }
  })
}

/** The same extension where it does not belong. */
function elsewhere({ definition }: Constraint, good: Json): readonly Change[] {
  const [place] = placesOf(definition, 'Extension', good)
  if (!place) return []
  const contexts = (definition.context ?? []).map(({ expression }) => expression)
  const hosts = ['Patient', 'Organization'].filter((type) => !contexts.includes(type))
  return hosts.map((type) => {
    const host = examples.find(({ bare }) => bare['resourceType'] === type)?.bare ?? {}
    const extensions = listAt(host, 'extension')
    const broken = { ...structuredClone(host), extension: [...extensions, valueAt(good, place.at)] }
    const issue = refused('extension-context', `${type}.extension[${extensions.length}]`)
    return { broken, words: `it stands in a ${type}`, issue }
  })
}

export function listAt(owner: Json, key: string): readonly unknown[] {
  const value = owner[key]
  return Array.isArray(value) ? value : []
}

function put(resource: Json, at: readonly (string | number)[], value: unknown): void {
  const owner = valueAt(resource, at.slice(0, -1)) as Record<string | number, unknown>
  const last = at.at(-1)
  if (last !== undefined) owner[last] = value
}

const plainName = (step: string): string => (step.split(':')[0] ?? '').replace('[x]', '')
const sliceName = (step: string): string => (step.includes(':') && !step.includes('[x]') ? (step.split(':')[1] ?? '') : '')
const pathWords = ({ expression }: Place): string => expression
