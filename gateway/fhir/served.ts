// What a request's address names, and whether an interaction is offered there.

import type { Ask } from '../handler.ts'
import { isKnownType, resourceTypes, type Interaction, type TypeName } from '../types.ts'
import { notFound } from './answer.ts'

/** The type and id of the address; refused in the words for an unknown id when they can name nothing. */
export function namedResource(ask: Ask, interaction: Interaction): { type: TypeName; id: string } {
  const { type, id } = ask.params
  if (type === undefined || !isKnownType(type) || !offers(type, interaction)) throw notFound()
  if (id === undefined || !isId(id)) throw notFound()
  return { type, id }
}

export function offers(type: TypeName, interaction: Interaction): boolean {
  const { interactions }: { readonly interactions: readonly Interaction[] } = resourceTypes[type]
  return interactions.includes(interaction)
}

/** Whether the type's resources lie in the store to be found there: some types are printed or gathered when they are asked for. */
export function isSearched(type: string): type is TypeName {
  return isKnownType(type) && offers(type, 'search-type') && offers(type, 'vread')
}

export const isId = (text: string): boolean => /^[A-Za-z0-9\-.]{1,64}$/.test(text)

/** Whether a chain or `_has` can begin at the type: neither leads out of the audit, or from what comes with the gateway, into the store. */
export const canBeChained = (type: string): boolean => type !== 'AuditEvent' && !isDefinitionType(type)

/** Conformance resources (gateway/fhir/conformance.ts). */
export const isDefinitionType = (type: string): boolean => definitionTypes.some((one) => one === type)

const definitionTypes: readonly TypeName[] = [
  'StructureDefinition',
  'ValueSet',
  'CodeSystem',
  'ConceptMap',
  'NamingSystem',
  'SearchParameter',
  'OperationDefinition',
  'MessageDefinition',
  'CapabilityStatement',
  'ImplementationGuide',
]
