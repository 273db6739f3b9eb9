// What was decided for Ada, and by whom: each decision is its owner's to state.

import { codeSystem, structureDefinition } from '../../profiles/canonical.ts'
import type { SystemName } from './cast.ts'
import { create, hidden, learned, must, read, type Stage } from './stage.ts'

const coded = (system: string, code: string, display: string) => ({ coding: [{ system: codeSystem(system), code, display }] })

const because = (text: string) => ({
  extension: [{ url: structureDefinition('decision-reason'), valueCodeableConcept: { text } }],
})

interface Decision {
  readonly by: SystemName
  readonly organization: string
  readonly code: string
  readonly display: string
  readonly value: object
}

const decisions: readonly Decision[] = [
  {
    by: 'hub',
    organization: 'hub1',
    code: 'pathway',
    display: 'Pathway',
    value: {
      ...because('Needs help twice a day at first; lives alone, key safe.'),
      valueCodeableConcept: coded('pathway', '1', 'Pathway 1'),
    },
  },
  {
    by: 'community',
    organization: 'community1',
    code: 'provider-acceptance',
    display: 'Acceptance by a provider',
    value: {
      valueCodeableConcept: coded('provider-acceptance', 'can-take-from', 'Can take from a date'),
      component: [
        {
          code: coded('task-output', 'planned-start', 'Planned start'),
          valueDateTime: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
        },
      ],
    },
  },
  {
    by: 'council',
    organization: 'council1',
    code: 'eligibility',
    display: 'Eligibility',
    value: {
      valueCodeableConcept: coded('eligibility', 'not-assessed', 'Not yet assessed'),
      component: [
        { code: coded('decision', 'funding', 'Funding'), valueCodeableConcept: coded('funding', 'undecided', 'Undecided') },
      ],
    },
  },
]

/** Posts each in its owner's name, and tries one in another's. */
export async function decide(stage: Stage): Promise<string> {
  for (const decision of decisions) {
    const made = await create(stage.systems[decision.by], 'Observation', bodyOf(stage, decision))
    stage.known.set(`ada.${decision.code}`, `Observation/${made['id']}`)
  }
  const [pathway] = decisions
  const other = await stage.systems.council.ask('POST', '/fhir/R4/Observation', pathway && bodyOf(stage, pathway))
  must(other.status === 403, '403: the pathway is the hub’s to decide', other.status)
  await read(stage.systems.epr, learned(stage, 'ada.pathway'))
  await hidden(stage.systems.epr, learned(stage, 'ada.eligibility'))
  return 'pathway by the hub, start by community health, funding undecided by the council; the ward reads the first two'
}

function bodyOf(stage: Stage, { organization, code, display, value }: Decision): object {
  return {
    resourceType: 'Observation',
    status: 'final',
    code: coded('decision', code, display),
    subject: { reference: learned(stage, 'ada.patient') },
    basedOn: [{ reference: learned(stage, 'ada.referral') }],
    effectiveDateTime: new Date().toISOString(),
    performer: [{ reference: `Organization/${organization}` }],
    ...value,
  }
}
