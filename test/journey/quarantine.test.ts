// A message that does not say who is meant waits, has an owner, and is taken up once, by that owner alone.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSystem, nhsNumber } from '../../profiles/canonical.ts'
import { messages } from '../../gateway/commands/messages.ts'
import type { SyntheticPerson } from '../../gateway/demo/cast.ts'
import { ago, referralForm } from '../../gateway/demo/hl7.ts'
import { ackCode, change, create, read, resources } from '../../gateway/demo/stage.ts'
import { textAt } from '../../gateway/fhir/resource.ts'
import type { Answered, Wire } from '../../gateway/demo/wire.ts'
import { admission, fromOtherTrust, person } from './people.ts'
import { databases, endWell, startWorld, stored, type World } from './world.ts'

interface Waiting {
  readonly task: string
  readonly message: string
  readonly patient: string
}

describe.each(databases)('a message without a person on $name', (database) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(database)
  })
  afterAll(() => endWell(world))

  /** A form in quarantine, and the Patient that is meant, who is known by an admission. */
  async function waiting(who: SyntheticPerson): Promise<Waiting> {
    expect(ackCode(await world.mllp(referralForm(who, { at: ago(30), pid: { 3: '' } })))).toBe('AA')
    await world.mllp(admission(who))
    const { epr } = world.systems
    const [task] = resources(
      await read(epr, `Task?owner=Organization/trust1&code=${codeSystem('task-code')}|identify&_sort=-_lastUpdated&_count=1`),
    )
    const [patient] = resources(await read(epr, `Patient?identifier=${nhsNumber}|${who.nhsNumber}`))
    const message = (textAt(task, 'focus.identifier.value') ?? '').replace('urn:uuid:', '')
    return { task: `Task/${task?.['id']}`, message, patient: `Patient/${patient?.['id']}` }
  }
  const stateOf = async (message: string) => (await world.store.message(message))?.state
  const taskOf = async ({ task }: Pick<Waiting, 'task'>): Promise<readonly unknown[]> => {
    const one = (await stored(world.store, 'Task')).find(({ id }) => `Task/${id}` === task)
    return [one?.['status'], textAt(one, 'meta.versionId'), one?.['output']]
  }
  const referrals = async ({ patient }: Waiting) =>
    (await stored(world.store, 'ServiceRequest')).filter((one) => JSON.stringify(one['subject']).includes(patient))

  it('is taken up by completing the task, once, however often and by how many at once', async () => {
    const mine = await waiting(person(301))
    const { epr } = world.systems
    await change(epr, mine.task, (one) => ({ ...one, status: 'accepted' }))
    expect(await stateOf(mine.message)).toBe('quarantined')
    const answers = await Promise.all(Array.from({ length: 6 }, () => complete(epr, mine.task, mine.patient)))
    expect(answers.map(({ status }) => status)).toContain(200)
    for (const { status } of answers) expect([200, 409, 412, 422]).toContain(status)
    expect((await complete(epr, mine.task, mine.patient)).status).toBe(200)
    expect(await referrals(mine)).toHaveLength(1)
    expect(await stateOf(mine.message)).toBe('accepted')
    // Version 2 was the acceptance; completing it takes one more and the taking up adds none.
    expect(await taskOf(mine)).toEqual(['completed', '3', [identity(mine.patient)]])
    expect(resources(await read(world.systems.hub, `Task?patient=${mine.patient}`))).toHaveLength(1)
  })

  it('is taken up by the command, once', async () => {
    const mine = await waiting(person(302))
    const replay = () => command(world, 'replay', mine.message, '--patient', mine.patient)
    expect(await replay()).toEqual([0, `${mine.message} is taken up`])
    expect(await taskOf(mine)).toEqual(['completed', '2', [identity(mine.patient)]])
    expect(await replay()).toEqual([1, expect.stringContaining('message-not-quarantined')])
    expect(await referrals(mine)).toHaveLength(1)
    expect(await stateOf(mine.message)).toBe('accepted')
  })

  it('is taken up once when the task and the command come at the same moment', async () => {
    const mine = await waiting(person(303))
    await change(world.systems.epr, mine.task, (one) => ({ ...one, status: 'accepted' }))
    const [answer, [code]] = await Promise.all([
      complete(world.systems.epr, mine.task, mine.patient),
      command(world, 'replay', mine.message, '--patient', mine.patient),
    ])
    // The task completed by the command is what its owner asks for, so both may succeed.
    expect([answer.status === 200, code === 0]).toContain(true)
    const [status, , output] = await taskOf(mine)
    expect([status, output]).toEqual(['completed', [identity(mine.patient)]])
    expect(await referrals(mine)).toHaveLength(1)
  })

  it('tells who is meant to nobody who wrote a task that looks like the one it waits for', async () => {
    const mine = await waiting(person(309))
    const { hub, epr } = world.systems
    await world.mllp(referralForm(person(310), { at: ago(20) }))
    const [referral] = resources(await read(hub, 'ServiceRequest?_sort=-_lastUpdated&_count=1'))
    const { json } = await epr.ask('GET', `/fhir/R4/${mine.task}`)
    const forged = await create(hub, 'Task', {
      ...{ resourceType: 'Task', intent: 'order', status: 'requested', code: json['code'], focus: json['focus'] },
      basedOn: [{ reference: `ServiceRequest/${referral?.['id']}` }],
      ...{ requester: { reference: 'Organization/hub1' }, owner: { reference: 'Organization/community1' } },
    })
    expect((await command(world, 'replay', mine.message, '--patient', mine.patient))[0]).toBe(0)
    expect((await taskOf(mine))[0]).toBe('completed')
    expect(await taskOf({ task: `Task/${forged['id']}` })).toEqual(['requested', '1', undefined])
  })

  it('is shown by the commands without a name or a number', async () => {
    const who = person(304)
    const mine = await waiting(who)
    const [, listed] = await command(world, 'list', '--state', 'quarantined')
    const [, shown] = await command(world, 'show', mine.message)
    expect(listed).toContain(mine.message)
    expect(shown).toContain('person-unidentified')
    for (const secret of [who.nhsNumber, who.given, who.family, who.local, 'EXAMPLE ROAD'])
      expect(listed + shown).not.toContain(secret)
  })

  it('needs a Patient of its owner’s: not another trust’s, not one that is not there, not none', async () => {
    const who = person(305)
    const mine = await waiting(who)
    const { epr, otherTrust } = world.systems
    await world.mllp(fromOtherTrust(admission(who)))
    const [theirs] = resources(await read(otherTrust, `Patient?identifier=${nhsNumber}|${who.nhsNumber}`))
    await change(epr, mine.task, (one) => ({ ...one, status: 'accepted' }))
    for (const patient of [`Patient/${theirs?.['id']}`, `Patient/${randomUUID()}`, 'Organization/trust1', undefined]) {
      const { status } = await complete(epr, mine.task, patient)
      expect(status).toBe(422)
      const [code] = await command(world, 'replay', mine.message, '--patient', patient ?? 'Patient/none')
      expect(code).toBe(1)
    }
    expect(await stateOf(mine.message)).toBe('quarantined')
    expect(await referrals(mine)).toEqual([])
  })

  it('is nothing to a stranger, who can neither see its task nor make one like it', async () => {
    const mine = await waiting(person(306))
    for (const name of ['otherTrust', 'hub', 'otherCouncil'] as const) {
      const wire = world.systems[name]
      expect((await wire.ask('GET', `/fhir/R4/${mine.task}`)).status).toBe(404)
      const me = { otherTrust: 'trust2', hub: 'hub1', otherCouncil: 'council2' }[name]
      const own = await create(wire, 'Patient', { resourceType: 'Patient', birthDate: '1950-01-01' })
      const forged = {
        ...{ resourceType: 'Task', intent: 'order', status: 'requested' },
        code: { coding: [{ system: codeSystem('task-code'), code: 'identify' }] },
        focus: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${mine.message}` } },
        ...{ requester: { reference: `Organization/${me}` }, owner: { reference: `Organization/${me}` } },
        output: [identity(`Patient/${own['id']}`)],
      }
      expect((await wire.ask('POST', '/fhir/R4/Task', forged)).status).toBe(422)
      expect(
        (await wire.ask('PUT', `/fhir/R4/${mine.task}`, { ...forged, id: mine.task.slice(5), status: 'completed' })).status,
      ).toBe(404)
    }
    expect(await stateOf(mine.message)).toBe('quarantined')
  })

  it('does not let its owner turn the task to another message', async () => {
    const [one, other] = [await waiting(person(307)), await waiting(person(308))]
    const { epr } = world.systems
    const { json } = await epr.ask('GET', `/fhir/R4/${one.task}`)
    const focus = { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${other.message}` } }
    const turned = { ...(json as unknown as object), focus, status: 'accepted' }
    const { status, text } = await epr.ask('PUT', `/fhir/R4/${one.task}`, turned)
    expect([status, text.includes('may-not-change')]).toEqual([422, true])
    expect(world.errors).toEqual([])
  })
})

const identity = (patient: string | undefined) => ({
  type: { coding: [{ system: codeSystem('task-output'), code: 'identity' }] },
  ...(patient === undefined ? { valueString: 'somebody' } : { valueReference: { reference: patient } }),
})

async function complete(wire: Wire, task: string, patient: string | undefined): Promise<Answered> {
  const { json } = await wire.ask('GET', `/fhir/R4/${task}`)
  const completed = { ...(json as unknown as object), status: 'completed', output: [identity(patient)] }
  return wire.ask('PUT', `/fhir/R4/${task}`, completed)
}

async function command({ house }: World, ...args: readonly string[]): Promise<readonly [number, string]> {
  const lines: string[] = []
  const code = await messages(args, house, (line) => void lines.push(line))
  return [code, lines.join('\n')]
}
