// Value sets that exist by their address alone: those of SNOMED CT, LOINC and UCUM (R4 §4.4.1.2, §4.4.2.2 and the systems' own pages).

import type { Node } from './reading.ts'

/** The compose that such an address stands for; undefined when it is none of them. */
export function implicitCompose(canonical: string): Node | undefined {
  const snomed = /^http:\/\/snomed\.info\/sct(?:\/\d+(?:\/version\/\d+)?)?\?fhir_vs(?:=(.*))?$/s.exec(canonical)
  if (snomed) return includeOf('http://snomed.info/sct', snomedFilter(snomed[1]))
  if (canonical === 'http://unitsofmeasure.org/vs') return includeOf('http://unitsofmeasure.org', undefined)
  if (canonical === 'http://loinc.org/vs') return includeOf('http://loinc.org', undefined)
  const loinc = /^http:\/\/loinc\.org\/vs\/(L[LP]\d+-\d)$/.exec(canonical)?.[1]
  return loinc === undefined ? undefined : includeOf('http://loinc.org', { property: 'parent', op: '=', value: loinc })
}

function includeOf(system: string, filter: Node | undefined): Node {
  return { include: [{ system, ...(filter && { filter: [filter] }) }] }
}

function snomedFilter(query: string | undefined): Node | undefined {
  if (query === undefined) return undefined
  const isA = /^isa\/(\d+)$/.exec(query)?.[1]
  if (isA !== undefined) return { property: 'concept', op: 'is-a', value: isA }
  const refset = /^refset\/(\d+)$/.exec(query)?.[1]
  if (refset !== undefined) return { property: 'concept', op: 'in', value: refset }
  const expression = query.startsWith('ecl/') ? decoded(query.slice(4)) : undefined
  return { property: 'constraint', op: '=', value: expression ?? '*' }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
