// An organisation of the registry as a FHIR resource of the directory.

import type { Organization as OrganizationResource } from '@medplum/fhirtypes'
import { codeSystem } from '../../profiles/canonical.ts'
import type { Organization } from './registry.ts'

/** `partOf` is the accountable host; who works in a hub is its agreement's business, not part of the hierarchy. */
export function organizationResource(organization: Organization): OrganizationResource {
  const { id, name, kind, host, identifiers } = organization
  return {
    resourceType: 'Organization',
    id,
    ...(identifiers.length > 0 && {
      identifier: identifiers.map(({ system, value }) => ({ system, value })),
    }),
    active: true,
    type: [{ coding: [{ system: codeSystem('organization-kind'), code: kind }] }],
    name,
    ...(host !== undefined && { partOf: { reference: `Organization/${host}` } }),
  }
}
