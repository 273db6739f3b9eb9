// The expansion that a value set may carry: codes that somebody once worked out.

import { type CodeSet } from './compose.ts'
import { type Node, nodesOf, textOf } from './reading.ts'

/** What the expansion lists, by system; abstract entries only group others and are no members. */
export function expandedCodes(expansion: Node): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map<string, Set<string>>()
  const stack = [...nodesOf(expansion, 'contains')]
  for (let node = stack.pop(); node; node = stack.pop()) {
    stack.push(...nodesOf(node, 'contains'))
    const system = textOf(node, 'system')
    const code = textOf(node, 'code')
    if (system === undefined || code === undefined || node['abstract'] === true) continue
    const list = codes.get(system)
    if (list) list.add(code)
    else codes.set(system, new Set([code]))
  }
  return codes
}

/** A value set that is nothing but its expansion. A page of one, or one that says it was cut short, leaves the rest untold. */
export function expandedSet(expansion: Node): CodeSet {
  const codes = expandedCodes(expansion)
  const rest = isWhole(expansion, codes) ? false : undefined
  const listed = [...codes].flatMap(([system, list]) => [...list].map((code) => [system, code] as const))
  return {
    has: (system, code) => codes.get(system)?.has(code) || rest,
    systems: new Set(codes.keys()),
    isOpen: rest !== false,
    candidates: () => (rest === false ? listed : undefined),
    reasons: rest === false ? [] : ['the expansion is not whole'],
  }
}

/** What is listed in an expansion was a member when it was made; what is not may have become one since. */
export function withExpansion(set: CodeSet, expansion: Node): CodeSet {
  if (set.reasons.length === 0) return set
  const codes = expandedCodes(expansion)
  return {
    ...set,
    has: (system, code) => set.has(system, code) ?? (codes.get(system)?.has(code) || undefined),
    systems: new Set([...set.systems, ...codes.keys()]),
  }
}

const cutShort: readonly string[] = [
  'http://hl7.org/fhir/StructureDefinition/valueset-unclosed',
  'http://hl7.org/fhir/StructureDefinition/valueset-toocostly',
]
/** Parameters that narrow what an expansion shows. */
const narrowing: ReadonlySet<string> = new Set(['filter', 'activeOnly', 'limitedExpansion', 'excludeNested', 'excludeNotForUI'])

function isWhole(expansion: Node, codes: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const count = [...codes.values()].reduce((sum, list) => sum + list.size, 0)
  const total = expansion['total']
  if (typeof total === 'number' && total > count) return false
  if (typeof expansion['offset'] === 'number' && expansion['offset'] > 0) return false
  if (nodesOf(expansion, 'extension').some(({ url }) => typeof url === 'string' && cutShort.includes(url))) return false
  return !nodesOf(expansion, 'parameter').some(({ name }) => typeof name === 'string' && narrowing.has(name))
}
