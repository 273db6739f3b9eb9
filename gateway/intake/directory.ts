// Entries of the directory: everybody reads them, so everybody writes only of itself.

import type { Registry } from '../auth/registry.ts'
import { at, isRecord, textAt, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { kindOf, writersOf } from '../types.ts'
import { isOwn, isWriter, organizationsAt } from './anchors.ts'
import type { Planning } from './planning.ts'

/** Elements that say whose the entry is. Of an affiliation one side is enough: the other is whom it is with. */
const ownersAt: Readonly<Record<string, readonly string[]>> = {
  Organization: ['partOf'],
  PractitionerRole: ['organization'],
  HealthcareService: ['providedBy'],
  Location: ['managingOrganization'],
  OrganizationAffiliation: ['organization', 'participatingOrganization'],
}

/**
 * 403 for who has no part in anybody's care; 422 for an entry in another organisation's name, or for an organisation that the
 * gateway knows already: it would be found under that one's codes.
 */
export async function checkEntry(planning: Planning, resource: FhirResource, registry: Registry): Promise<void> {
  if (kindOf(resource) !== 'directory') return
  const type = resource.resourceType
  if (!isWriter(planning, writersOf(resource))) {
    throw new Refusal('forbidden', {
      id: 'not-a-role',
      text: 'organisations of this kind write no directory entries',
      expression: type,
    })
  }
  const faults = [...(await foreignOwners(planning, resource, registry)), ...knownCodes(resource, registry)]
  if (faults.length > 0) throw new Refusal('unprocessable', faults)
}

async function foreignOwners(planning: Planning, resource: FhirResource, registry: Registry): Promise<readonly Fault[]> {
  const type = resource.resourceType
  const paths = ownersAt[type] ?? []
  const named = paths.flatMap((path) => organizationsAt(resource, path))
  const isMine = await Promise.all(named.map((reference) => isOfCaller(planning, reference, registry)))
  if (type === 'Organization' ? isMine.includes(true) : named.length === 0 || isMine.every(Boolean)) return []
  if (type === 'OrganizationAffiliation' && isMine.includes(true)) return []
  return paths.slice(0, 1).map((path) => ({
    id: 'not-the-caller',
    text: 'names the organisation that sends it, its host, or a part of it that it wrote itself',
    expression: `${type}.${path}`,
    code: 'business-rule',
  }))
}

/** Itself, the host that answers for it, or what it wrote of its own parts. */
async function isOfCaller(planning: Planning, reference: string, registry: Registry): Promise<boolean> {
  const me = planning.caller.organization
  const id = reference.replace('Organization/', '')
  return id === me || registry.organization(me)?.host === id || isOwn(planning, reference)
}

function knownCodes(resource: FhirResource, registry: Registry): readonly Fault[] {
  if (resource.resourceType !== 'Organization') return []
  return at(resource, 'identifier').flatMap((identifier, i): readonly Fault[] => {
    const [system, value] = [textAt(identifier, 'system'), textAt(identifier, 'value')]
    if (!isRecord(identifier) || !system || !value || !registry.organizationBy(system, value)) return []
    return [
      {
        id: 'organization-known',
        text: 'an organisation with this identifier is kept by the gateway; refer to that one',
        expression: `Organization.identifier[${i}]`,
        code: 'duplicate',
      },
    ]
  })
}
