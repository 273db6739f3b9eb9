// Client-level data over the wire: whose rows, of which period, with whose record of the person.

import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSystem, nhsNumber } from '../../profiles/canonical.ts'
import { assignTo, finishWith, receiveAndAccept, setStatus } from '../../gateway/demo/acts.ts'
import { create } from '../../gateway/demo/stage.ts'
import { person } from '../journey/people.ts'
import { admit, refer } from '../journey/scene.ts'
import { databases, startWorld, type World } from '../journey/world.ts'

const councilIds = 'https://council1.example/person'
const who = person(310)

describe.each(databases)('client-level data on $name', (database) => {
  let world: World
  const named = new Map<string, string>()
  beforeAll(async () => {
    world = await startWorld(database, {
      sources: { 'council1-care': { identifierSystems: { LA_Person_Unique_Identifier: councilIds } } },
    })
    await admit(world, who, named)
    await refer(world, who, named)
    world.stage.known
      .set('p.patient', named.get('patient') ?? '')
      .set('p.referral', named.get('referral') ?? '')
      .set('p.task', named.get('hub task') ?? '')
  })
  afterAll(() => world.close())

  const extract = async (query = '', system: 'council' | 'otherCouncil' = 'council') => {
    const answer = await world.systems[system].ask('GET', `/extract/client-level-data.csv${query}`)
    return { ...answer, rows: answer.status === 200 ? (parse(answer.text, { columns: true }) as Record<string, string>[]) : [] }
  }

  it('holds nothing before the council was asked', async () => {
    expect((await extract()).rows).toEqual([])
  })

  it('holds the request and, when the council plans a service of the return, the service', async () => {
    const task = await assignTo(world.stage, 'p', 'council', 'arrange-care')
    await receiveAndAccept(world.stage, 'council', task)
    const label = (system: string, code: string) => ({ coding: [{ system: codeSystem(system), code }] })
    await create(world.systems.council, 'CarePlan', {
      resourceType: 'CarePlan',
      status: 'active',
      intent: 'plan',
      subject: { reference: named.get('patient') },
      supportingInfo: [{ reference: named.get('referral') }],
      category: [label('cld-service-type', 'short-term-support-st-max')],
      period: { start: '2026-11-01' },
      activity: [{ detail: { status: 'scheduled', code: label('cld-service-component', 'reablement') } }],
    })
    await setStatus(world.stage, 'council', task, 'in-progress')
    await finishWith(world.stage, 'council', task, label('cld-event-outcome', 'progress-to-reablement-st-max'))
    const { rows } = await extract()
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      LA_Code: 'COUNCIL1',
      NHS_Number: who.nhsNumber,
      Event_Type: 'Request',
      Event_Reference: task.replace('Task/', ''),
      Request_Route_of_Access: 'Discharge from Hospital',
      Event_Outcome: 'Progress to reablement/ST-Max',
    })
    expect(rows[1]).toMatchObject({
      Event_Type: 'Service',
      Service_Type: 'Short term support: ST-Max',
      Service_Component: 'Reablement',
      Event_Start_Date: '2026-11-01',
    })
    expect((await extract('', 'otherCouncil')).rows).toEqual([])
  })

  it('takes the council’s own record of the person first, and fills it from the trust’s', async () => {
    await create(world.systems.council, 'Patient', {
      resourceType: 'Patient',
      identifier: [
        { system: councilIds, value: 'C-77' },
        { system: nhsNumber, value: who.nhsNumber },
      ],
      birthDate: '1941-11-05',
      gender: 'male',
      managingOrganization: { reference: 'Organization/council1' },
    })
    const [row] = (await extract()).rows
    expect(row).toMatchObject({
      LA_Person_Unique_Identifier: 'C-77',
      Gender: 'Male',
      Postcode: 'ZZ99 9ZZ',
      NHS_Number: who.nhsNumber,
    })
  })

  it('goes by the days of the council’s clock, which in summer begin an hour before those of UTC', async () => {
    const authored = (at: string) =>
      create(world.systems.hub, 'Task', {
        ...{ resourceType: 'Task', status: 'requested', intent: 'order', authoredOn: at },
        code: { coding: [{ system: codeSystem('task-code'), code: 'arrange-care' }] },
        focus: { reference: named.get('referral') },
        for: { reference: named.get('patient') },
        requester: { reference: 'Organization/hub1' },
        owner: { reference: 'Organization/council1' },
      })
    const june = await authored('2026-06-30T22:59:59Z')
    const july = await authored('2026-06-30T23:00:00Z')
    const told = async (query: string) =>
      (await extract(query)).rows
        .filter((row) => row['Event_Type'] === 'Request')
        .map((row) => [row['Event_Reference'], row['Event_Start_Date']])
    expect(await told('?start=2026-04-01&end=2026-06-30')).toEqual([[june['id'], '2026-06-30']])
    expect(await told('?start=2026-07-01&end=2026-07-01')).toEqual([[july['id'], '2026-07-01']])
  })

  it('keeps to the period, and refuses one that is none', async () => {
    expect((await extract('?start=2020-01-01&end=2020-03-31')).rows).toEqual([])
    for (const query of [
      '?start=2026-13-01&end=2026-12-31',
      '?start=2026-02-01&end=2026-01-01',
      '?start=yesterday',
      '?start=2026-02-29&end=2026-03-31',
      '?quarter=3',
    ]) {
      expect((await extract(query)).status, query).toBe(400)
    }
  })
})
