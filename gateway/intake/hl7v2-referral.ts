// A referral that came as a form: to which hub it goes.

import type { MappedHl7 } from '../../mappings/acute/hl7v2/map.ts'
import type { Draft } from '../../mappings/mapped.ts'
import type { Registry } from '../auth/registry.ts'
import { Refusal } from '../refusal.ts'
import type { Planning } from './planning.ts'

/** The hub that the form or the source's settings name; else the only hub that the trust has an agreement with. */
export function referralOf(draft: Draft, { form }: MappedHl7, { caller }: Planning, registry: Registry): Draft {
  const hub = form?.hub ?? onlyHub(caller.organization, registry)
  if (!hub) {
    throw new Refusal('unprocessable', {
      id: 'hub-unknown',
      text: 'the form names no hub, and the trust has agreements with none or several',
      expression: 'ServiceRequest.performer',
      location: 'OBX',
    })
  }
  return {
    ...draft,
    assertions: [
      ...draft.assertions,
      { state: 'set', path: 'requester', value: { reference: `Organization/${caller.organization}` } },
      { state: 'set', path: 'performer', value: [{ reference: `Organization/${hub}` }] },
    ],
  }
}

function onlyHub(trust: string, registry: Registry): string | undefined {
  const hubs = registry.agreementsFrom(trust).filter((id) => registry.organization(id)?.kind === 'hub')
  return hubs.length === 1 ? hubs[0] : undefined
}
