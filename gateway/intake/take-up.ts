// A quarantined message, taken up again once somebody has said who is meant.

import { mapHl7 } from '../../mappings/acute/hl7v2/map.ts'
import { readHl7 } from '../../mappings/acute/hl7v2/reader.ts'
import { Refusal } from '../refusal.ts'
import { writeMapped } from './hl7v2.ts'
import { tellSource } from './message-provenance.ts'
import type { Planning } from './planning.ts'
import { answerIdentifyTask } from './quarantine.ts'
import type { IntakeHouse } from './receive.ts'

/** A quarantined message again, with the person that somebody named; 422 when it is not there to be taken up. */
export async function takeUp(planning: Planning, id: string, patient: string, house: IntakeHouse): Promise<void> {
  const stored = await house.store.message(id)
  const refused = (fault: string, text: string) =>
    new Refusal('unprocessable', { id: fault, text, expression: 'Task.focus', code: 'business-rule' })
  if (!stored || stored.state !== 'quarantined' || stored.owner !== planning.caller.organization) {
    throw refused('message-not-quarantined', 'there is no such message in quarantine that is yours')
  }
  const read = readHl7(stored.bytes)
  if (stored.channel !== 'hl7v2' || !read.ok)
    throw refused('message-not-replayable', 'this message cannot be taken up; send it again with an identifier')
  const person = await planning.see(patient)
  if (person?.origin !== planning.caller.organization) throw refused('patient-unknown', 'the Patient is not one of your own')
  const mapped = mapHl7(read.message, house.source(stored.client))
  const drafts = mapped.drafts.filter(({ type }) => type !== 'Patient')
  const before = planning.mine()
  await writeMapped(planning, { ...mapped, drafts }, house, { patient })
  await tellSource(planning, stored, 'hl7v2', before)
  await answerIdentifyTask(planning, id, patient)
  planning.resolve({ id, from: 'quarantined', to: 'accepted' })
}
