// What is wrong with the code systems and value sets of the sources.

import { type CodeSystemIndex, indexOf } from './code-system.ts'
import { type Node, kept, textOf } from './reading.ts'
import { type State, type TerminologyFault, setOf } from './value-sets.ts'

/** All of them, in a fixed order: repeated definitions, code systems, value sets. */
export function faultsOf(state: State): readonly TerminologyFault[] {
  for (const resource of state.valueSets.all) setOf(state, addressOf(resource))
  return [...repeatedFaults(state), ...systemFaults(state), ...state.faults]
}

/** With its version, so that each of several is looked at. */
function addressOf(resource: Node): string {
  const version = textOf(resource, 'version')
  const url = textOf(resource, 'url') ?? ''
  return version === undefined ? url : `${url}|${version}`
}

function repeatedFaults({ codeSystems, valueSets }: State): readonly TerminologyFault[] {
  const text = 'is there more than once; the first is used'
  return [...codeSystems.repeated, ...valueSets.repeated].map((url) => ({ url, path: 'url', id: 'definition-repeated', text }))
}

function systemFaults(state: State): readonly TerminologyFault[] {
  return state.codeSystems.all.flatMap((resource) => {
    const index = kept(state.indexes, resource, () => indexOf(resource))
    const cyclic = cyclicCode(index)
    return [
      ...index.repeated.map((code) => systemFault(index, 'code-repeated', `the code ${code} is listed twice`)),
      ...(cyclic === undefined ? [] : [systemFault(index, 'hierarchy-cycle', `the code ${cyclic} stands below itself`)]),
    ]
  })
}

function systemFault({ url }: CodeSystemIndex, id: string, text: string): TerminologyFault {
  return { url, path: 'concept', id, text }
}

/** Codes that nothing stands above are taken away until none is left: what remains stands above itself. */
function cyclicCode({ rows, children, parents }: CodeSystemIndex): string | undefined {
  const above = new Map(
    [...rows.keys()].map((code) => [code, (parents.get(code) ?? []).filter((parent) => rows.has(parent)).length]),
  )
  const queue = [...above].flatMap(([code, count]) => (count === 0 ? [code] : []))
  for (let code = queue.pop(); code !== undefined; code = queue.pop()) {
    above.delete(code)
    for (const child of children.get(code) ?? []) {
      const left = (above.get(child) ?? 0) - 1
      if (!above.has(child)) continue
      above.set(child, left)
      if (left === 0) queue.push(child)
    }
  }
  return above.keys().next().value
}
