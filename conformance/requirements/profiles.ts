// Profiles: a resource claims one exactly when it conforms, and a message is held to the use case that it names.

import { codeSystem, messageDefinition, structureDefinition } from '../../profiles/canonical.ts'
import { ownValidator } from '../../profiles/own-validator.ts'
import { holds, names, refusal, same, status } from '../expect.ts'
import { at, isRecord, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { changed, created, found, byLocal, readOf } from '../scenes/fhir.ts'
import { journeyNeeds, referred } from '../scenes/journey.ts'
import { messageIds, messageOf, processMessage } from '../scenes/message.ts'
import { patientOf, type Resource } from '../scenes/resources.ts'
import { fhir, homeFirst } from '../sources.ts'

const needs = {
  systems: ['acute'],
  capability: ['Patient.create', 'Patient.read', 'Patient.update', 'Patient.search-type', 'Patient?identifier'],
} as const
const own = structureDefinition('HomeFirstPatient')
const claims = (resource: Resource) => textsAt(resource, 'meta.profile')
const exactly = homeFirst('operate', 'A resource claims its Home First profile exactly when it conforms')

export const profiles = area('profiles', [
  {
    id: 'HF-PRO-001',
    level: 'GATE',
    title: 'lets a resource claim its Home First profile when it conforms, and not when it falls short',
    statement: exactly,
    needs,
    kills: ['claims-none', 'claims-always'],
    async run(t) {
      const good = await created(t.as('acute'), patientOf(t.person()))
      same(claims(await readOf(t.as('acute'), good)), [own], 'what conforms claims')
      const bad = await created(t.as('acute'), { resourceType: 'Patient', identifier: [{ value: t.uuid() }] })
      same(claims(await readOf(t.as('acute'), bad)), [], 'what falls short claims')
    },
  },
  {
    id: 'HF-PRO-002',
    level: 'GATE',
    title: 'takes the claim away with a change that breaks the profile, and takes the change',
    statement: exactly,
    needs,
    kills: ['claims-kept', 'claims-refused'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      holds(claims(await readOf(t.as('acute'), reference)).includes(own), 'its claims at first', own, reference)
      await changed(t.as('acute'), reference, (patient) => ({ ...patient, identifier: [{ value: t.uuid() }] }))
      same(claims(await readOf(t.as('acute'), reference)), [], 'its claims afterwards')
    },
  },
  {
    id: 'HF-PRO-003',
    level: 'MUST',
    title: 'refuses what claims a profile that it does not keep, names the place, and keeps nothing',
    statement: fhir('resource#Meta', 'profile … an assertion that the content conforms to a resource profile'),
    needs,
    kills: ['profile-not-enforced'],
    async run(t) {
      const person = t.person()
      const meta = { profile: [own] }
      const right = await t.as('acute').post('Patient', { ...patientOf(t.person()), meta })
      status(right, 201, 'a claim that holds')
      const { identifier: _, ...body } = patientOf(person)
      const answer = await t.as('acute').post('Patient', { ...body, meta })
      refusal(answer, 422, 'a claim that does not hold')
      names(answer, /^Patient\.identifier/, 'a claim that does not hold')
      same(await found(t.as('acute'), byLocal(person.local)), [], 'what is stored of it')
    },
  },
  {
    id: 'HF-PRO-004',
    level: 'MUST',
    title: 'makes every resource of a journey valid against the profiles that it claims',
    statement: fhir('profiling#resources', 'Resources … conform to the profile'),
    needs: journeyNeeds,
    kills: ['journey-profile'],
    async run(t) {
      const { patient, spell, referral, task } = await referred(t)
      for (const reference of [patient, spell, referral, task]) {
        const resource = await readOf(t.as('hub'), reference)
        const type = textAt(resource, 'resourceType')
        holds(claims(resource).length > 0, `the profiles of a ${type}`, 'at least one', resource['meta'])
        const errors = ownValidator()
          .validate(resource)
          .filter(({ severity }) => severity === 'error')
        same(errors, [], `the faults of a ${type}`)
      }
    },
  },
  {
    id: 'HF-PRO-005',
    level: 'GATE',
    title: 'holds a message to the use case that it names, and refuses it where it falls short',
    statement: homeFirst('operate', 'A message that names a Home First use case is held to it'),
    needs: { systems: ['acute', 'hub'], capability: ['$process-message', 'Patient.search-type', 'Patient?identifier'] },
    kills: ['message-definition'],
    async run(t) {
      const [right, wrong] = [t.person(), t.person()]
      const definition = messageDefinition('home-first-acute-to-hub')
      const kind = { type: [{ coding: [{ system: codeSystem('organization-kind'), code: 'acute' }] }] }
      const edit = {
        MessageHeader: (header: Resource) => ({ ...header, definition }),
        Organization: (organization: Resource) => ({ ...organization, ...kind }),
      }
      const good = await t.as('acute').post(processMessage, messageOf(t, { person: right, edit }), messageIds(t))
      status(good, 200, 'a whole message')
      same((await found(t.as('acute'), byLocal(right.local))).length, 1, 'its person')
      const dateless = { ...edit, ServiceRequest: ({ authoredOn: _, ...referral }: Resource) => referral as Resource }
      const bad = await t.as('acute').post(processMessage, messageOf(t, { person: wrong, edit: dateless }), messageIds(t))
      refusal(bad, 422, 'a message without the date of its referral')
      names(bad, /authoredOn/, 'a message without the date of its referral')
      same(await found(t.as('acute'), byLocal(wrong.local)), [], 'what is stored of it')
    },
  },
  {
    id: 'HF-PRO-006',
    level: 'MUST',
    title: 'answers a message with a message whose references lead somewhere',
    statement: fhir('bundle#references', 'If the reference is … a relative URL … If the fullUrl of the entry … is a RESTful one'),
    needs: { systems: ['acute', 'hub'], capability: ['$process-message'] },
    kills: ['message-answer-focus'],
    async run(t) {
      const message = messageOf(t, { person: t.person() })
      const answer = await t.as('acute').post(processMessage, message, messageIds(t))
      status(answer, 200, 'a message')
      const fullUrls = textsAt(answer.json, 'entry.fullUrl')
      const header = at(answer.json, 'entry.resource').find((one) => textAt(one, 'resourceType') === 'MessageHeader')
      same(textAt(header, 'response.identifier'), message['id'], 'response.identifier')
      const focus = isRecord(header) ? textsAt(header, 'focus.reference') : []
      holds(focus.length > 0 && focus.every((one) => fullUrls.includes(one)), 'focus', `one of ${fullUrls.join(', ')}`, focus)
    },
  },
])
