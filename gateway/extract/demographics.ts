// Who a person is, for one reader: its own record first, then the record of the source that referred them.

import { at, isRecord, isResource, referencesAt, type FhirResource } from '../fhir/resource.ts'
import type { House } from '../handler.ts'
import type { Access } from '../store/store.ts'

/**
 * The Patient as the reader may know it. Of the Patients that are joined in one Person, the reader's own comes first, because it
 * answers for it; what it leaves open is filled from the Patient that the referral names. Nothing that the reader may not see is
 * used. Undefined when it may not see that Patient any more.
 */
export async function demographicsFor(access: Access, patient: string, house: House): Promise<FhirResource | undefined> {
  const referred = await readPatient(access, patient, house)
  if (!referred || access.as !== 'organization') return referred
  const own = await ownRecord(access, patient, house)
  if (!own) return referred
  return {
    ...referred,
    ...own,
    identifier: [...at(own, 'identifier'), ...at(referred, 'identifier').filter((one) => !isAmong(own, one))],
  }
}

/** The record that the reader itself wrote of the same Person: it is the managing organisation of it. */
async function ownRecord(
  access: Access & { as: 'organization' },
  patient: string,
  house: House,
): Promise<FhirResource | undefined> {
  const person = await house.store.holder('person-of', patient)
  const [type = '', id = ''] = person?.split('/') ?? []
  const joined = person ? await house.store.read({ as: 'gateway', why: 'which Patients are one person' }, type, id) : undefined
  const links = joined && !joined.deleted ? referencesAt(JSON.parse(joined.text), 'link.target') : []
  for (const link of links) {
    const record = link === patient ? undefined : await readPatient(access, link, house)
    if (record && referencesAt(record, 'managingOrganization').includes(`Organization/${access.organization}`)) return record
  }
  return undefined
}

async function readPatient(access: Access, reference: string, { store }: House): Promise<FhirResource | undefined> {
  const [type = '', id = ''] = reference.split('/')
  const version = type === 'Patient' ? await store.read(access, type, id) : undefined
  const resource: unknown = version && !version.deleted ? JSON.parse(version.text) : undefined
  return isResource(resource) ? resource : undefined
}

const isAmong = (patient: FhirResource, identifier: unknown): boolean =>
  at(patient, 'identifier').some((one) => isRecord(one) && isRecord(identifier) && one['system'] === identifier['system'])
