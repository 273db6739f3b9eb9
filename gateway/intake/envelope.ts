// What is wrong with the form of a batch or transaction around its resources, which are judged when they are written.

import type { Issue } from '../../profiles/compiler/issue.ts'
import type { Validator } from '../../profiles/compiler/validator.ts'
import { isRecord, isResource, type FhirResource } from '../fhir/resource.ts'
import type { Fault } from '../refusal.ts'
import { structural } from './shape.ts'

/** Of the Bundle besides its entries. */
export function headFaults({ entry, ...head }: FhirResource, validator: Validator): readonly Fault[] {
  // A list of none is no JSON of FHIR's, but clients with nothing to do send it, and nothing is lost by it.
  const isList = entry === undefined || Array.isArray(entry)
  return faultsOf(isList ? head : { ...head, entry }, validator)
}

/**
 * Of one entry: what is misspelt, or no text, would be passed over, and the guard that it is with it. Each is judged in a Bundle of its
 * own, so that one that is full of faults hides no others.
 */
export function entryFaults(entry: unknown, i: number, validator: Validator): readonly Fault[] {
  const alone = { resourceType: 'Bundle', type: 'batch', entry: [withoutResource(entry)] }
  return faultsOf(alone, validator).map((fault) => ({
    ...fault,
    expression: fault.expression?.replace('Bundle.entry[0]', `Bundle.entry[${i}]`) ?? '',
  }))
}

/** An entry that held nothing else would be empty without it. */
const standIn = { resourceType: 'Parameters', id: 'judged-when-written' }

const withoutResource = (entry: unknown): unknown =>
  isRecord(entry) && isResource(entry['resource']) ? { ...entry, resource: standIn } : entry

/** That each entry has its request, which no other has, and the like, is told in words of its own (bundle-request.ts). */
function faultsOf(bundle: unknown, validator: Validator): readonly Fault[] {
  if (validator.isValid(bundle)) return []
  return validator.validate(bundle).filter(isOfForm).map(faultOf)
}

const isOfForm = ({ severity, id }: Issue): boolean =>
  severity === 'error' && (structural.includes(id) || id === 'modifier-extension-unknown')

const faultOf = ({ id, text, expression }: Issue): Fault => ({ id, text, expression, code: 'structure' })
