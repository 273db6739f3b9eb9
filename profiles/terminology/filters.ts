// Filters of a value set's include: the hierarchy, a property, or the code itself (R4 ValueSet.compose.include.filter).

import { type CodeSystemIndex, type ConceptRow, reach } from './code-system.ts'
import { type Node, lazily, textOf } from './reading.ts'
import { regexOf } from './regex.ts'
import { and, not, or, type Truth } from './truth.ts'

/** Whether a code (in the system's own spelling) passes. */
export type Passes = (code: string) => Truth

export interface Filter {
  readonly passes: Passes
  /** Codes that the filter itself names as its members: they are taken to be in a system that is not here. */
  readonly named: ReadonlySet<string>
  /** Why some codes cannot be told, in words for a person. */
  readonly reason?: string
  /** What is wrong with the filter itself. */
  readonly fault?: { readonly id: string; readonly text: string }
}

/** `index` is undefined when the code system is not here: then only what the code alone shows is told. */
export function filterOf(node: Node, system: string, index: CodeSystemIndex | undefined): Filter {
  const property = textOf(node, 'property')
  const op = textOf(node, 'op')
  const value = textOf(node, 'value')
  if (property === undefined || op === undefined || value === undefined) {
    return untold('a filter lacks property, op or value', { id: 'filter-invalid', text: 'must have property, op and value' })
  }
  const parts = { property, op, value }
  return Object.hasOwn(hierarchy, op) ? hierarchyFilter(parts, system, index) : propertyFilter(parts, system, index)
}

interface Parts {
  readonly property: string
  readonly op: string
  readonly value: string
}

/** Properties that are the code itself: what they ask needs no list of the system. */
const byCode: ReadonlySet<string> = new Set(['code', 'concept'])
/** Properties that link concepts, when the system does not define them otherwise. */
const links: Readonly<Record<string, 'parents' | 'children'>> = { parent: 'parents', subsumedBy: 'parents', child: 'children' }

function untold(reason: string, fault?: Filter['fault']): Filter {
  return { passes: () => undefined, named: none, reason, ...(fault && { fault }) }
}

const none: ReadonlySet<string> = new Set()

type Hierarchy = (code: string, value: string, index: CodeSystemIndex | undefined, below: () => ReadonlySet<string>) => Truth

const hierarchy: Readonly<Record<string, Hierarchy>> = {
  'is-a': (code, value, index, below) => or(code === value, isBelow(code, value, index, below)),
  'descendent-of': (code, value, index, below) => isBelow(code, value, index, below),
  'is-not-a': (code, value, index, below) => not(or(code === value, isBelow(code, value, index, below))),
  generalizes: (code, value, index) => or(code === value, index ? told(reach(index.parents, value).has(code), index) : undefined),
}

function hierarchyFilter({ property, op, value }: Parts, system: string, index: CodeSystemIndex | undefined): Filter {
  const rule = hierarchy[op]
  if (!rule || !(byCode.has(property) || Object.hasOwn(links, property)))
    return untold(`the filter ${property} ${op} is not evaluated here`)
  const below = lazily(() => (index ? reach(index.children, value) : new Set<string>()))
  const passes: Passes = (code) => rule(code, value, index, below)
  // On a system that is not here all but the code itself needs its hierarchy.
  const reason = index?.isComplete ? undefined : `the filter ${op} ${value} needs the hierarchy of ${system}, which is not here`
  const isMissing = index?.isComplete === true && !index.rows.has(value)
  return {
    passes,
    named: new Set(passes(value) ? [value] : []),
    ...(reason !== undefined && { reason }),
    ...(isMissing && { fault: { id: 'filter-code-unknown', text: `the code system has no code ${value}` } }),
  }
}

/** A code stands below another, never below itself, even where a hierarchy turns back. */
function isBelow(code: string, value: string, index: CodeSystemIndex | undefined, below: () => ReadonlySet<string>): Truth {
  if (code === value) return false
  return index ? told(below().has(code), index) : undefined
}

/** What a list that is not whole does not show may still be so. */
function told(isShown: boolean, index: CodeSystemIndex): Truth {
  return isShown || (index.isComplete ? false : undefined)
}

type Compare = (values: readonly string[]) => Truth

function propertyFilter(parts: Parts, system: string, index: CodeSystemIndex | undefined): Filter {
  const { property, op, value } = parts
  if (property === 'constraint' && system === 'http://snomed.info/sct') return expressionFilter(value)
  const compare = comparison(op, value)
  if (!compare) {
    const text = op === 'regex' ? 'the regular expression is not understood' : `the operator ${op} is not one of R4`
    return untold(`the filter ${property} ${op} is not evaluated here`, { id: 'filter-invalid', text })
  }
  if (byCode.has(property)) return codeFilter(parts, compare, index)
  if (!index) return untold(`the filter ${property} ${op} needs properties of ${system} that are not here`)
  const valuesOf = reader(property, index)
  if (!valuesOf) {
    const fault = { id: 'filter-property-unknown', text: `the code system has no property ${property}` }
    return untold(`${system} has no property ${property} here`, index.isComplete ? fault : undefined)
  }
  const passes: Passes = (code) => {
    const row = index.rows.get(code)
    return row ? compare(valuesOf(row)) : index.isComplete ? false : undefined
  }
  if (index.isComplete) return { passes, named: none }
  return { passes, named: none, reason: `the filter ${property} ${op} needs codes of ${system} that are not here` }
}

function comparison(op: string, value: string): Compare | undefined {
  if (op === '=') return (values) => values.includes(value)
  if (op === 'exists') return (values) => values.length > 0 === (value.toLowerCase() === 'true')
  if (op === 'in' || op === 'not-in') {
    const list = new Set(items(value))
    return (values) => values.some((item) => list.has(item)) === (op === 'in')
  }
  const matches = op === 'regex' ? regexOf(value) : undefined
  return matches && ((values) => values.map(matches).reduce(or, false))
}

/**
 * `concept in X` on a large terminology may name a reference set (SNOMED CT does): one that is not listed cannot be told, and one
 * value without a comma is no list of codes.
 */
function codeFilter({ property, op, value }: Parts, compare: Compare, index: CodeSystemIndex | undefined): Filter {
  const isList = op === '=' || op === 'in'
  if (property === 'concept' && (op === 'in' || op === 'not-in') && !value.includes(',') && !index?.isComplete) {
    return untold(`membership of ${value} is not known here`)
  }
  const named = isList ? new Set(op === '=' ? [value] : items(value)) : none
  const reason = isList || index?.isComplete ? undefined : `the filter ${property} ${op} needs a list of codes that is not here`
  return { passes: (code) => compare([code]), named, ...(reason !== undefined && { reason }) }
}

function items(value: string): readonly string[] {
  return value.split(',').map((item) => item.trim())
}

function reader(property: string, index: CodeSystemIndex): ((row: ConceptRow) => readonly string[]) | undefined {
  if (property === 'display') return (row) => (row.display === undefined ? [] : [row.display])
  const link = Object.hasOwn(links, property) ? links[property] : undefined
  if (link) return (row) => index[link].get(row.code) ?? []
  // FHIR: a concept that does not say otherwise may be selected, and is active.
  if (property === 'notSelectable' || property === 'inactive') return (row) => row.properties.get(property) ?? ['false']
  return index.properties.has(property) ? (row) => row.properties.get(property) ?? [] : undefined
}

/** Of SNOMED CT's expression constraints only lists of concepts joined by OR can be told; in others only what is named. */
function expressionFilter(expression: string): Filter {
  const clauses = expression
    .replace(/\|[^|]{0,300}\|/g, ' ')
    .replace(/^\s*\(([^()]*)\)\s*$/, '$1')
    .split(/\bOR\b/i)
    .map((clause) => clause.trim())
  const isPlain = clauses.every((clause) => /^[^():{},]+$/.test(clause) && !/\b(?:AND|MINUS)\b/i.test(clause))
  if (!isPlain) return untold('a SNOMED CT expression constraint is not evaluated here')
  const rules = clauses.map(clauseRule)
  const passes: Passes = (code) => rules.map((rule) => rule(code)).reduce(or, false)
  const named = new Set(clauses.flatMap((clause) => clauseForm.exec(clause)?.[2] ?? []))
  if (clauses.every((clause) => sctid.test(clause))) return { passes, named }
  return { passes, named, reason: 'a SNOMED CT expression constraint is not evaluated here' }
}

const sctid = /^\d{6,18}$/
const clauseForm = /^(<<|descendantOrSelfOf\b)?\s*(\d{6,18})$/i

function clauseRule(clause: string): Passes {
  const match = clauseForm.exec(clause)
  if (!match) return () => undefined
  const isAlone = match[1] === undefined
  return (code) => code === match[2] || (isAlone ? false : undefined)
}

/** All of them. */
export function allOf(filters: readonly Filter[]): Passes {
  return (code) => filters.map(({ passes }) => passes(code)).reduce(and, true)
}
