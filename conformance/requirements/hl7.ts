// HL7 v2: an acknowledgement for whatever comes, over HTTP and MLLP.

import { A01, mllpNeeds, patients } from '../scenes/hl7.ts'
import { nhsNumber } from '../../profiles/canonical.ts'
import { header, holds, same, status } from '../expect.ts'
import { textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { found, readOf } from '../scenes/fhir.ts'
import { accepted, ackIn, hl7, hl7Needs, posted } from '../scenes/hl7.ts'
import { hl7v2, homeFirst } from '../sources.ts'

export const hl7Area = area('hl7v2', [
  {
    id: 'HF-HL7-001',
    level: 'MUST',
    title: 'acknowledges an admission over HTTP with AA to its control id, and has stored it',
    statement: hl7v2('2.9.2', 'MSA-2: the message control ID of the message sent by the sending system'),
    needs: hl7Needs,
    kills: ['ack-control-id', 'ack-addresses', 'hl7-not-stored'],
    async run(t) {
      const [person, control] = [t.person(), t.id()]
      const answer = await posted(t, hl7(t, A01, person, { control }))
      status(answer, 200, 'an A01')
      header(answer, 'content-type', /hl7-v2/i, 'an A01')
      const ack = ackIn(answer, 'an A01')
      const sender = t.system('acute').hl7v2
      same([ack.code, ack.control], ['AA', control], 'MSA-1 and MSA-2')
      same(
        ack.addresses,
        ['HOMEFIRST', 'HUB', sender?.application, sender?.facility],
        'MSH-3 to MSH-6, the sender’s turned round',
      )
      same(ack.version, '2.4', 'MSH-12')
      const [patient = ''] = await patients(t, person.local)
      same(textAt(await readOf(t.as('acute'), patient), 'birthDate'), person.birthDate, 'the Patient')
    },
  },
  {
    id: 'HF-HL7-002',
    level: 'MUST',
    title: 'acknowledges over MLLP what a declared sender sends, and has stored it',
    statement: hl7v2('C.4.3', 'Minimal Lower Layer Protocol: <SB>dddd<EB><CR>'),
    needs: mllpNeeds,
    kills: ['ack-control-id', 'hl7-not-stored'],
    async run(t) {
      const [person, control] = [t.person(), t.id()]
      const [ack] = await t.mllp(hl7(t, A01, person, { control }))
      same([ack?.code, ack?.control], ['AA', control], 'MSA-1 and MSA-2')
      same((await patients(t, person.local)).length, 1, 'patients')
    },
  },
  {
    id: 'HF-HL7-008',
    level: 'MUST',
    title: 'takes a date that does not exist for none, says where, and makes up no other',
    statement: hl7v2('2.8.15', 'DT: YYYY[MM[DD]]'),
    needs: hl7Needs,
    kills: ['map-month-13', 'ack-no-warning'],
    async run(t) {
      const [good, bad] = [t.person(), t.person()]
      await accepted(t, hl7(t, A01, good))
      const ack = await accepted(t, hl7(t, A01, bad, { pid: { 7: '19401301' } }), 'a birth in month 13')
      holds(
        ack.errors.some((error) => /PID\^1?\^?7/.test(error)),
        'its acknowledgement',
        'an ERR that names PID-7',
        ack.text,
      )
      const births = await Promise.all(
        [good, bad].map(async ({ local }) =>
          textAt(await readOf(t.as('acute'), (await patients(t, local))[0] ?? 'Patient/none'), 'birthDate'),
        ),
      )
      same(births, [good.birthDate, ''], 'dates of birth')
    },
  },
  {
    id: 'HF-HL7-009',
    level: 'MUST',
    title: 'answers AE to what cannot be read and AR to what it does not take',
    statement: hl7v2('2.9.2', 'AE: Application Error · AR: Application Reject'),
    needs: hl7Needs,
    kills: ['hl7-any-type', 'hl7-control-optional'],
    async run(t) {
      const person = t.person()
      await accepted(t, hl7(t, A01, person))
      const codes: Record<string, string> = {}
      const attempts = {
        'no control id': hl7(t, A01, t.person()).replace(/^((?:[^|]*\|){9})[^|]*/, '$1'),
        'a message of another kind': hl7(t, 'DFT^P03^DFT_P03', t.person()),
        'an event that does not exist': hl7(t, 'ADT^A99^ADT_A99', t.person()),
        'another version': hl7(t, A01, t.person(), { version: '3.0' }),
      }
      for (const [what, body] of Object.entries(attempts)) codes[what] = ackIn(await posted(t, body), what).code
      same(Object.values(codes), ['AE', 'AR', 'AR', 'AR'], Object.keys(codes).join(', '))
      const garbage = ackIn(await posted(t, 'this is no message'), 'garbage')
      same(garbage.code, 'AE', 'garbage')
    },
  },
  {
    id: 'HF-HL7-010',
    level: 'GATE',
    title: 'answers AR to a sender that nobody declared, and keeps nothing of it',
    statement: homeFirst('operate', 'An HL7 v2 sender that no client declares gets AR, and nothing of it is kept'),
    needs: { systems: ['acute'], hl7v2: ['mllp', 'http'] },
    tags: ['access'],
    kills: ['hl7-any-sender'],
    async run(t) {
      const [good, one, other] = [t.person(), t.person(), t.person()]
      await accepted(t, hl7(t, A01, good))
      const [ack] = await t.mllp(hl7(t, A01, one, { application: 'STRANGER' }))
      same(ack?.code, 'AR', 'over MLLP')
      same(ackIn(await posted(t, hl7(t, A01, other, { application: 'STRANGER' })), 'over HTTP').code, 'AR', 'over HTTP')
      same(
        await Promise.all([good, one, other].map(async ({ local }) => (await patients(t, local)).length)),
        [1, 0, 0],
        'patients',
      )
    },
  },
  {
    id: 'HF-HL7-011',
    level: 'MUST',
    title: 'takes HL7 v2 by its media types, with a token, and nothing else',
    statement: homeFirst('operate', '/hl7v2 takes application/hl7-v2, x-application/hl7-v2+er7 and text/plain'),
    needs: hl7Needs,
    kills: ['hl7-any-media-type', 'http-401-no-challenge'],
    async run(t) {
      for (const type of ['application/hl7-v2', 'x-application/hl7-v2+er7', 'text/plain; charset=utf-8'])
        same(ackIn(await posted(t, hl7(t, A01, t.person()), { 'content-type': type }), type).code, 'AA', type)
      for (const type of ['application/json', 'text/html'])
        status(await posted(t, hl7(t, A01, t.person()), { 'content-type': type }), 415, type)
      const { http = '' } = t.run.config.hl7v2
      const body = hl7(t, A01, t.person())
      const answer = await t.anyone.ask('POST', http, body, { 'content-type': 'application/hl7-v2' })
      status(answer, 401, 'without a token')
      header(answer, 'www-authenticate', /^Bearer/i, 'without a token')
    },
  },
  {
    id: 'HF-HL7-012',
    level: 'MUST',
    title: 'reads frames that come in pieces, and two on one connection, in their order',
    statement: hl7v2('C.4.3', 'the receiver reads until the End Block character'),
    needs: mllpNeeds,
    kills: ['mllp-one-read'],
    async run(t) {
      const [one, two, three] = [t.person(), t.person(), t.person()]
      same((await t.mllpInPieces(hl7(t, A01, one))).code, 'AA', 'a frame in pieces')
      const controls = [t.id(), t.id()]
      const acks = await t.mllp(
        hl7(t, A01, two, { control: controls[0] ?? '' }),
        hl7(t, A01, three, { control: controls[1] ?? '' }),
      )
      same(
        acks.map(({ control, code }) => `${code} ${control}`),
        controls.map((control) => `AA ${control}`),
        'two frames',
      )
    },
  },
  {
    id: 'HF-HL7-013',
    level: 'GATE',
    title: 'wants for a feed the scopes of all that it writes',
    statement: homeFirst(
      'operate',
      'Scopes of message, import and HL7 v2 routes: each resource that is written needs its own scope',
    ),
    needs: hl7Needs,
    kills: ['scope-feed'],
    async run(t) {
      const [good, bad] = [t.person(), t.person()]
      await accepted(t, hl7(t, A01, good))
      const { http = '' } = t.run.config.hl7v2
      await t.as('acute', 'system/Patient.rs').ask('POST', http, hl7(t, A01, bad), { 'content-type': 'application/hl7-v2' })
      same([(await patients(t, good.local)).length, (await patients(t, bad.local)).length], [1, 0], 'patients')
    },
  },
  {
    id: 'HF-HL7-016',
    level: 'GATE',
    title: 'does not take an NHS number with a wrong check digit for one',
    statement: homeFirst('map', 'PID-3 NHS: modulus 11, or kept aside as what it is not'),
    needs: hl7Needs,
    kills: ['map-any-nhs-number'],
    async run(t) {
      const [good, bad] = [t.person(), t.person()]
      const wrong = bad.nhsNumber.slice(0, 9) + String((Number(bad.nhsNumber[9]) + 1) % 10)
      await accepted(t, hl7(t, A01, good))
      const facility = t.system('acute').hl7v2?.facility ?? ''
      await accepted(
        t,
        hl7(t, A01, bad, { pid: { 3: `${wrong}^^^NHS^NH~${bad.local}^^^${facility}^PI` } }),
        'a wrong check digit',
      )
      same((await patients(t, good.local)).length, 1, 'the good one')
      same((await patients(t, bad.local)).length, 1, 'the other, by its local number')
      same(await found(t.as('acute'), `Patient?identifier=${nhsNumber}|${wrong}`), [], 'patients with the wrong number')
    },
  },
])
