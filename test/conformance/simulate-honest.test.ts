// The simulator held against honest ways of sending that are not the usual ones, and against dishonest ways to a good verdict.

import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { publicOf } from '../../conformance/scenes/keys.ts'
import { nowMs } from '../../conformance/simulate/clock.ts'
import { judgeAssertion, readKeys } from '../../conformance/simulate/assertion.ts'
import { readHl7 } from '../../conformance/simulate/hl7.ts'
import { sentinels, type Behaviour, type Pack } from '../../conformance/simulate/sentinels.ts'
import { startSimulator, type Simulator } from '../../conformance/simulate/simulator.ts'
import { clientSuite } from '../../conformance/simulate/suite.ts'
import { requirementsFor } from '../../conformance/simulate/verdicts.ts'
import { verdictOf } from '../../conformance/verdict.ts'
import { jwt } from '../../conformance/wire/jwt.ts'
import { nhsNumber } from '../../profiles/canonical.ts'
import { keysOfClients } from './clients/fhir-client.ts'
import { optionsFor, simulated } from './clients/watched.ts'

const hl7 = (behaviour: Behaviour, control = randomUUID().slice(0, 20), more = '') =>
  `MSH|^~\\&|EPR|TRUST1|HOMEFIRST|HUB|20260101120000||ADT^A01^ADT_A01|${control}|P|2.4\rPID|1||${sentinels[behaviour].nhsNumber}^^^NHS^NH\r${more}`
const framed = (text: string) => `\u000b${text}\u001c\r`

/** All that comes back until the other side closes, or `ms` have gone. */
function spoken({ mllpPort }: Simulator, say: (socket: ReturnType<typeof connect>) => void, ms = 3000): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(mllpPort, '127.0.0.1', () => say(socket))
    socket.on('data', (chunk) => (heard += chunk.toString()))
    socket.on('error', () => undefined)
    socket.once('close', () => resolve(heard))
    setTimeout(() => socket.destroy(), ms).unref()
  })
}

const outcomeOf = (simulator: Simulator, id: string, afterMs = 0) =>
  simulator.verdicts(nowMs() + afterMs).find(({ requirement }) => requirement.id === id)

async function withSimulator(packs: readonly Pack[], act: (simulator: Simulator) => Promise<void>): Promise<void> {
  const simulator = await simulated(...packs)
  try {
    await act(simulator)
  } finally {
    await simulator.close()
  }
}

async function tokenOf({ tokenUrl }: Simulator): Promise<string> {
  const claims = { iss: 'v', sub: 'v', aud: tokenUrl, exp: Math.floor(Date.now() / 1000) + 240, jti: randomUUID() }
  const client_assertion = jwt({ alg: 'ES384', kid: 'k1', typ: 'JWT' }, claims, { alg: 'ES384', key: keysOfClients.key })
  const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
  const form = { grant_type: 'client_credentials', scope: 'system/Task.rus', client_assertion_type, client_assertion }
  const answer = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(form) })
  return ((await answer.json()) as { access_token: string }).access_token
}

describe.concurrent('the simulator over MLLP', () => {
  it('acknowledges a sender that ends its side as soon as it has sent, as nc -N does', () =>
    withSimulator(['hl7v2'], async (simulator) => {
      const both = `${framed(hl7('accepted', 'A1'))}`
      expect(await spoken(simulator, (socket) => socket.end(both))).toMatch(/^\u000bMSH[^]*MSA\|AA\|A1\r\u001c\r$/)
      expect(await spoken(simulator, (socket) => socket.end(framed(hl7('slow', 'A2'))))).toContain('MSA|AA|A2')
      expect(outcomeOf(simulator, 'HF-SND-009')?.outcome).toBe('pass')
      expect(outcomeOf(simulator, 'HF-SND-004', 60_000)?.outcome).toBe('pass')
    }))

  it('sees that a sender went away before its acknowledgement', () =>
    withSimulator(['hl7v2'], async (simulator) => {
      await spoken(simulator, (socket) => socket.write(framed(hl7('slow'))), 250)
      await vi.waitFor(() => expect(outcomeOf(simulator, 'HF-SND-009')?.outcome).toBe('fail'), 4000)
    }))

  it('sees bytes behind the last frame, and blames nobody for a frame that was broken off', () =>
    withSimulator(['hl7v2'], async (simulator) => {
      await spoken(simulator, (socket) => socket.end(`${framed(hl7('accepted'))}\u000b${hl7('paged')}`))
      expect(outcomeOf(simulator, 'HF-SND-001')?.outcome).toBe('pass')
      await spoken(simulator, (socket) => socket.end(`\u000b${hl7('paged')}\u001c`))
      expect(outcomeOf(simulator, 'HF-SND-001')?.outcome).toBe('fail')
    }))

  it('takes two messages in one packet on two connections, and byte by byte, for what they are', () =>
    withSimulator(['hl7v2'], async (simulator) => {
      const [one, other] = [framed(hl7('accepted', 'B1')), framed(hl7('accepted', 'B2', 'ZZZ|1\r'))]
      const drip = async (socket: ReturnType<typeof connect>) => {
        socket.setNoDelay(true)
        for (const sign of one) {
          socket.write(sign)
          await wait(1)
        }
        socket.end()
      }
      const heard = await Promise.all([
        spoken(simulator, (socket) => void drip(socket)),
        spoken(simulator, (socket) => socket.end(other)),
      ])
      expect(heard.map((text) => /MSA\|\w+\|\w+/.exec(text)?.[0])).toEqual(['MSA|AA|B1', 'MSA|AA|B2'])
      expect(simulator.verdicts().filter(({ outcome }) => outcome === 'fail')).toEqual([])
    }))
})

describe('an HL7 v2 message', () => {
  it('is about the number that may be somebody’s, whichever identifier has it', () => {
    const text = hl7('accepted').replace('^^^NHS^NH', '^^^NHS^NH~943 476 5919^^^NHS^NH')
    expect(readHl7(Buffer.from(text)).nhsNumber).toBe('9434765919')
    expect(readHl7(Buffer.from(hl7('lost'))).nhsNumber).toBe(sentinels.lost.nhsNumber)
  })
})

describe.concurrent('a verdict of the simulator', () => {
  it('still waits for the last message where an earlier one was right', () =>
    withSimulator(['hl7v2'], async (simulator) => {
      await spoken(simulator, (socket) => socket.write(framed(hl7('lost', 'C1'))))
      await spoken(simulator, (socket) => socket.end(framed(hl7('lost', 'C1'))))
      expect(outcomeOf(simulator, 'HF-SND-005')).toMatchObject({ outcome: 'pass' })
      expect(outcomeOf(simulator, 'HF-SND-005')?.finding.isWaiting).toBeUndefined()
      await spoken(simulator, (socket) => socket.write(framed(hl7('silent', 'C2'))))
      expect(outcomeOf(simulator, 'HF-SND-005')).toMatchObject({ outcome: 'pass', finding: { isWaiting: true } })
      expect(outcomeOf(simulator, 'HF-SND-005', 60_000)?.outcome).toBe('fail')
    }))

  it('is not had sooner by less patience', async () => {
    const options = optionsFor(['hl7v2'])
    const times = { ...options.times, patienceMs: 1000 }
    const simulator = await startSimulator({ ...options, times }, requirementsFor(clientSuite, ['hl7v2']))
    await spoken(simulator, (socket) => socket.end(framed(hl7('accepted'))))
    const soon = outcomeOf(simulator, 'HF-SND-004', 50_000)?.outcome
    const late = outcomeOf(simulator, 'HF-SND-004', 60_000)?.outcome
    await simulator.close()
    expect([soon, late]).toEqual(['not seen', 'pass'])
  })

  it('is not whole where only some were asked for', async () => {
    const few = requirementsFor(clientSuite, ['hl7v2']).filter(({ id }) => id === 'HF-SND-001')
    const simulator = await startSimulator(optionsFor(['hl7v2']), few)
    await spoken(simulator, (socket) => socket.end(framed(hl7('accepted'))))
    const report = simulator.report(false)
    await simulator.close()
    expect(report.suite?.requirements).toBe(requirementsFor(clientSuite, ['hl7v2']).length)
    expect(verdictOf(report)).toMatchObject({ word: 'passed', isWhole: false })
  })

  it.each(['GET', 'POST'])('names a token that came to the other host by %s, where one part alone is watched', (method) =>
    withSimulator(['message'], async (simulator) => {
      await fetch(simulator.elsewhere, { method, headers: { authorization: 'Bearer abcdefghijklmnop' } })
      expect(outcomeOf(simulator, 'HF-SND-113')?.outcome).toBe('fail')
    }),
  )

  it('is none for ES384 with another curve than P-384, or for RSA below 2048 bits', () => {
    const judge = (alg: string, key: Parameters<typeof publicOf>[0]) => {
      const claims = { iss: 'v', sub: 'v', aud: 'u', exp: 300, jti: 'j' }
      const keys = readKeys({ keys: [publicOf(key, 'k')] }) ?? []
      return judgeAssertion(jwt({ alg, kid: 'k', typ: 'JWT' }, claims, { alg, key }), {
        ...{ keys, tokenUrl: 'u', nowSeconds: 100, isUsed: () => false },
      }).faults
    }
    const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey
    expect(judge('ES384', ec('P-384'))).toEqual([])
    expect(judge('ES384', ec('P-256'))).toEqual(['signature'])
    expect(judge('RS384', generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey)).toEqual(['signature'])
  })
})

describe.concurrent('the simulator over HTTP', () => {
  const secret = '9434765919'

  it('keeps nothing about a real person who is only referred to, who is in an update, or in what it cannot read', () =>
    withSimulator(['message', 'puller'], async (simulator) => {
      const authorization = `Bearer ${await tokenOf(simulator)}`
      const subject = { identifier: { system: nhsNumber, value: secret }, display: 'SECRETNAME' }
      const resource = { resourceType: 'ServiceRequest', subject }
      const send = async (path: string, method: string, type: string, body: string) =>
        (await fetch(`${simulator.base}${path}`, { method, headers: { authorization, 'content-type': type }, body })).status
      const bundle = JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry: [{ resource }] })
      const task = JSON.stringify({ resourceType: 'Task', id: 'task-accepted', status: 'accepted', for: subject })
      const statuses = [
        await send('', 'POST', 'application/fhir+json', bundle),
        await send('/Task/task-accepted', 'PUT', 'application/fhir+json', task),
        await send('', 'POST', 'application/fhir+xml', `<Patient><name value="SECRETNAME"/><value value="${secret}"/></Patient>`),
      ]
      expect(statuses).toEqual([422, 422, 415])
      expect(JSON.stringify(simulator.report(false))).not.toMatch(/SECRETNAME|9434765919/)
      expect(outcomeOf(simulator, 'HF-SND-058')?.outcome).toBe('fail')
    }))

  it('does not take two messages that it cannot read for one', () =>
    withSimulator(['message'], async (simulator) => {
      const send = (body: string) =>
        fetch(`${simulator.base}/$process-message`, {
          method: 'POST',
          headers: { 'x-request-id': randomUUID(), 'x-correlation-id': randomUUID(), 'content-type': 'application/fhir+xml' },
          body,
        })
      await send('<a/>')
      await send('<b/>')
      expect(outcomeOf(simulator, 'HF-SND-054')?.outcome).toBe('not seen')
    }))
})
