// If-None-Exist: finds what a conditional create asks for, within what the caller itself sent.

import { Refusal } from '../refusal.ts'
import type { Planning } from './planning.ts'

/**
 * The one resource of the caller's own that carries the identifier, or none; more than one is 412. The key is claimed, so that
 * two conditional creates at once make one resource. Served: `identifier=system|value` (part 5 widens it).
 */
export async function findByCriteria(planning: Planning, type: string, criteria: string): Promise<string | undefined> {
  const identifier = identifierOf(type, criteria)
  const space = `if-none-exist:${planning.caller.organization}:${type}`
  const key = `${identifier.system}|${identifier.code}`
  // Asked before the search: whoever claims the key after this makes our own claim fail, and the search is then made anew.
  const isClaimed = (await planning.holder(space, key)) !== undefined
  const { versions } = await planning.store.search(planning.access, {
    type,
    where: [{ on: 'token', key: `${type}.identifier`, any: [identifier] }],
    order: 'oldest',
    count: 50,
    total: false,
  })
  const own = []
  for (const { id } of versions) {
    const stored = await planning.see(`${type}/${id}`)
    if (stored?.origin === planning.caller.organization) own.push(`${type}/${id}`)
  }
  if (own.length > 1) {
    throw new Refusal('multiple-matches', {
      id: 'multiple-matches',
      text: 'If-None-Exist matches more than one resource',
      expression: `${type}.identifier`,
    })
  }
  const [found] = own
  if (!found && !isClaimed) planning.claim({ space, key, holder: `${type}` })
  return found
}

function identifierOf(type: string, criteria: string): { readonly system: string; readonly code: string } {
  const parameters = [...new URLSearchParams(criteria.replace(/^[^?]*\?/, ''))]
  const [first, ...more] = parameters
  const [system = '', code = '', ...rest] = first?.[1].split('|') ?? []
  if (first?.[0] !== 'identifier' || more.length > 0 || !system || !code || rest.length > 0) {
    throw new Refusal('invalid', {
      id: 'if-none-exist',
      text: 'If-None-Exist is served as identifier=system|value',
      expression: `${type}.identifier`,
      location: 'If-None-Exist',
    })
  }
  return { system, code }
}
