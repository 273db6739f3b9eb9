// The access rule: a party sees what its role needs of its journey, and nobody sees anything else.

import { wholeOf, seesNothing, sees } from '../scenes/sight.ts'
import { refusal, status } from '../expect.ts'
import { area } from '../requirement.ts'
import { created, hidden } from '../scenes/fhir.ts'
import { admitted, allParts, assigned, assignment, journeyNeeds, organizationOf, referred } from '../scenes/journey.ts'
import { carePlanOf, observationOf, patientOf, referralOf, spellOf } from '../scenes/resources.ts'
import { homeFirst } from '../sources.ts'

const statement = homeFirst(
  'access',
  'An organisation sees what its role needs in a journey to which it is a party, and nothing else',
)

export const access = area('access', [
  {
    id: 'HF-ACC-001',
    level: 'GATE',
    title: 'shows nobody a person before somebody refers her',
    statement,
    assertions: ['SCP-11'],
    needs: allParts,
    tags: ['access'],
    kills: ['access-everyone', 'access-kind-open'],
    async run(t) {
      const { patient, spell } = await admitted(t)
      await sees(t, 'acute', [patient, spell])
      for (const role of ['hub', 'community', 'council', 'provider'] as const)
        await seesNothing(t, role, [patient, spell], `${role} before the referral`)
    },
  },
  {
    id: 'HF-ACC-002',
    level: 'GATE',
    title: 'shows the hub person, spell and referral once it is asked, and what the trust adds later',
    statement: homeFirst('access', 'the hub by the trust’s referral under an agreement'),
    needs: { ...journeyNeeds, capability: [...journeyNeeds.capability, 'Observation.create'] },
    tags: ['access'],
    kills: ['access-hub-blind', 'access-no-following'],
    async run(t) {
      const stay = await admitted(t)
      const before = await created(t.as('acute'), observationOf(stay.patient, stay.spell, 'in bed'))
      await hidden(t.as('hub'), before, 'what hangs on the spell, before the referral')
      const journey = await referred(t, stay)
      await sees(t, 'hub', [...wholeOf(journey), before])
      const observation = await created(t.as('acute'), observationOf(journey.patient, journey.spell, 'able to stand'))
      await sees(t, 'hub', [observation])
      await sees(t, 'acute', [journey.task])
    },
  },
  {
    id: 'HF-ACC-003',
    level: 'GATE',
    title: 'shows a journey to those to whom work in it is assigned, from then on and not before',
    statement: homeFirst('access', 'everyone else by a Task from a party whose role may assign their kind'),
    needs: allParts,
    tags: ['access'],
    kills: ['access-everyone', 'access-not-granted'],
    async run(t) {
      const journey = await referred(t)
      await seesNothing(t, 'community', wholeOf(journey), 'community before its task')
      const task = await assigned(t, journey, 'community')
      await sees(t, 'community', [...wholeOf(journey), task])
      for (const role of ['council', 'otherCouncil', 'provider'] as const) await seesNothing(t, role, wholeOf(journey), role)
    },
  },
  {
    id: 'HF-ACC-004',
    level: 'GATE',
    title: 'shows a party its own journey of a person and not her others',
    statement: homeFirst('access', 'A journey is one person’s referral'),
    needs: allParts,
    tags: ['access'],
    kills: ['access-person-wide'],
    async run(t) {
      const stay = await admitted(t)
      const first = await referred(t, stay)
      const spell = await created(t.as('acute'), spellOf({ ...stay.person, visit: t.id() }, stay.patient))
      const second = await referred(t, { ...stay, spell })
      await assigned(t, first, 'community')
      await sees(t, 'community', [first.referral, first.spell])
      await seesNothing(t, 'community', [second.referral, second.spell, second.task], 'the other journey')
    },
  },
  {
    id: 'HF-ACC-005',
    level: 'GATE',
    title: 'makes nobody a party by naming itself',
    statement: homeFirst('access', 'Nobody becomes a party by naming itself'),
    needs: allParts,
    tags: ['access'],
    kills: ['access-everyone'],
    async run(t) {
      const journey = await referred(t)
      const own = organizationOf(t, 'council')
      const task = { ...assignment(t, journey, 'council', 'council'), owner: { reference: own }, requester: { reference: own } }
      refusal(await t.as('council').post('Task', task), [403, 404, 422], 'a task for itself')
      refusal(
        await t.as('council').post('CarePlan', carePlanOf(journey.patient, journey.referral, 'Mine')),
        [403, 404, 422],
        'a plan in it',
      )
      await seesNothing(t, 'council', wholeOf(journey), 'the council afterwards')
      await assigned(t, journey, 'council')
      await sees(t, 'council', [journey.patient])
    },
  },
  {
    id: 'HF-ACC-006',
    level: 'GATE',
    title: 'lets a trust refer its own people only, to a hub with which it has an agreement',
    statement: homeFirst('access', 'under an agreement between the two'),
    needs: { ...journeyNeeds, systems: ['acute', 'hub', 'otherAcute'] },
    tags: ['access'],
    kills: ['access-no-agreement'],
    async run(t) {
      const journey = await referred(t)
      const parts = { requester: organizationOf(t, 'otherAcute'), performer: organizationOf(t, 'hub') }
      const another = referralOf({ subject: journey.patient, encounter: journey.spell, ...parts })
      refusal(await t.as('otherAcute').post('ServiceRequest', another), [403, 404, 422], 'another trust’s person')
      const patient = await created(t.as('otherAcute'), patientOf(t.person()))
      refusal(
        await t.as('otherAcute').post('ServiceRequest', referralOf({ subject: patient, ...parts })),
        [403, 422],
        'its own person, without an agreement',
      )
      await hidden(t.as('hub'), patient, 'that person, for the hub')
      await seesNothing(t, 'otherAcute', wholeOf(journey), 'another trust')
    },
  },
  {
    id: 'HF-ACC-007',
    level: 'GATE',
    title: 'lets nobody ask in another’s name',
    statement: homeFirst('access', 'Nobody asks in another’s name'),
    needs: { ...journeyNeeds, systems: ['acute', 'hub', 'community'] },
    tags: ['access'],
    kills: ['access-other-name'],
    async run(t) {
      const journey = await referred(t)
      const task = { ...assignment(t, journey, 'community', 'hub'), requester: { reference: organizationOf(t, 'acute') } }
      refusal(await t.as('hub').post('Task', task), [403, 422], 'a task in the trust’s name')
      status(await t.as('hub').post('Task', assignment(t, journey, 'community', 'hub')), 201, 'a task in its own name')
    },
  },
  {
    id: 'HF-ACC-008',
    level: 'GATE',
    title: 'lets each role bring in whom it may, and nobody else',
    statement: homeFirst('access', 'Who may bring whom in'),
    needs: allParts,
    tags: ['access'],
    kills: ['access-any-assign', 'access-no-agreement-to-assign'],
    async run(t) {
      const journey = await referred(t)
      await assigned(t, journey, 'council')
      refusal(
        await t.as('council').post('Task', assignment(t, journey, 'community', 'council')),
        [403, 422],
        'community by the council',
      )
      refusal(
        await t.as('acute').post('Task', assignment(t, journey, 'community', 'acute')),
        [403, 422],
        'community by the trust',
      )
      refusal(
        await t.as('hub').post('Task', assignment(t, journey, 'provider', 'hub')),
        [403, 422],
        'a provider by a hub without an agreement',
      )
      await assigned(t, journey, 'provider', 'council')
      await sees(t, 'provider', [journey.patient])
      await seesNothing(t, 'community', [journey.patient], 'community afterwards')
    },
  },
  {
    id: 'HF-ACC-009',
    level: 'GATE',
    title: 'shows a provider the person and the plan, and not the stay, the referral or others’ work',
    statement: homeFirst('access', 'What a party sees of its journey, by role'),
    needs: { ...allParts, capability: [...allParts.capability, 'CarePlan.create', 'Observation.create'] },
    tags: ['access'],
    kills: ['access-provider-all'],
    async run(t) {
      const journey = await referred(t)
      await assigned(t, journey, 'council')
      const plan = await created(t.as('council'), carePlanOf(journey.patient, journey.referral, 'Care at home'))
      const observation = await created(t.as('acute'), observationOf(journey.patient, journey.spell, 'readiness'))
      const own = await assigned(t, journey, 'provider', 'council')
      await sees(t, 'provider', [journey.patient, plan, own])
      await seesNothing(t, 'provider', [journey.spell, journey.referral, journey.task, observation], 'the provider')
    },
  },
])
