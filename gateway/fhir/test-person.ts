// The mark of a person who does not exist: the security label HTEST of v3-ActReason.

import { at, isRecord } from './resource.ts'

export const testLabel = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  code: 'HTEST',
  display: 'test health data',
} as const

export const isTestPerson = (patient: unknown): boolean =>
  at(patient, 'meta.security').some(
    (label) => isRecord(label) && label['system'] === testLabel.system && label['code'] === testLabel.code,
  )
