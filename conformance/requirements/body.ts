// Bodies that come in: their type, their letters, and what is no JSON of FHIR.

import { holds, refusal, same, status } from '../expect.ts'
import { textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { byLocal, created, found, readOf, referenceIn } from '../scenes/fhir.ts'
import { patientOf } from '../scenes/resources.ts'
import { fhir, rfc } from '../sources.ts'

const needs = {
  systems: ['acute'],
  capability: ['Patient.create', 'Patient.read', 'Patient.search-type', 'Patient?identifier'],
} as const
const json = { 'content-type': 'application/fhir+json' }

export const bodies = area('negotiation', [
  {
    id: 'HF-NEG-010',
    level: 'SHOULD',
    title: 'refuses a body that does not say of what type it is',
    statement: fhir('http#mime-type', '415 Unsupported Media Type'),
    assertions: ['NEG-08'],
    needs,
    kills: ['http-untyped'],
    async run(t) {
      const [good, bad] = [t.person(), t.person()]
      await created(t.as('acute'), patientOf(good))
      refusal(await t.as('acute').ask('POST', 'Patient', JSON.stringify(patientOf(bad))), [400, 415], 'no Content-Type')
      same((await found(t.as('acute'), byLocal(good.local))).length, 1, 'what was sent with its type')
      same(await found(t.as('acute'), byLocal(bad.local)), [], 'what was sent without')
    },
  },
  {
    id: 'HF-NEG-011',
    level: 'MUST',
    title: 'gives every letter back as it was sent, and counts bytes',
    statement: fhir('http#mime-type', 'The character encoding … SHALL be UTF-8'),
    assertions: ['NEG-13'],
    needs,
    kills: ['http-normalises'],
    async run(t) {
      const names = ['Zażółć', 'Zaz\u0307o\u0301łc\u0301', '🏡 𝔐 Ω', 'أحمد', '李']
      const sent = { ...patientOf(t.person()), name: names.map((text) => ({ text })) }
      const reference = await created(t.as('acute'), sent)
      const answer = await t.as('acute').get(reference)
      status(answer, 200, 'a read')
      same(textsAt(answer.json, 'name.text'), names, 'the names')
      const { 'content-length': length } = answer.headers
      if (length !== undefined) same(Number(length), answer.bytes.length, 'Content-Length, in bytes')
    },
  },
  {
    id: 'HF-NEG-012',
    level: 'MUST',
    title: 'refuses with 400 what FHIR’s JSON cannot hold: null, and empty texts, lists and objects',
    statement: fhir('json', 'there is no empty object, array or string … null values only in arrays'),
    assertions: ['NEG-18'],
    needs,
    kills: ['body-empty'],
    async run(t) {
      await created(t.as('acute'), patientOf(t.person()))
      for (const element of ['"gender":null', '"gender":""', '"maritalStatus":{}', '"name":[]', '"name":null'])
        refusal(await t.as('acute').post('Patient', `{"resourceType":"Patient",${element}}`), 400, element)
    },
  },
  {
    id: 'HF-NEG-013',
    level: 'GATE',
    title: 'refuses with 400, and soon, bytes that are no JSON in UTF-8',
    statement: rfc(
      '8259 8.1',
      'JSON text exchanged between systems … MUST be encoded using UTF-8 … MUST NOT add a byte order mark',
    ),
    assertions: ['NEG-19'],
    needs,
    timeoutMs: 10_000,
    kills: ['body-invalid-utf8'],
    async run(t) {
      const good = JSON.stringify(patientOf(t.person()))
      await created(t.as('acute'), JSON.parse(good))
      const bytes = {
        'bytes that are no UTF-8': Buffer.concat([
          Buffer.from('{"resourceType":"Patient","name":[{"text":"'),
          Buffer.from([0xc3, 0x28, 0xff]),
          Buffer.from('"}]}'),
        ]),
        'a byte order mark': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(good)]),
        NaN: Buffer.from('{"resourceType":"Patient","multipleBirthInteger":NaN}'),
        'a key twice': Buffer.from('{"resourceType":"Patient","active":true,"active":false}'),
        'ten thousand levels': Buffer.from(`{"resourceType":"Patient","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`),
      }
      for (const [what, body] of Object.entries(bytes)) refusal(await t.as('acute').ask('POST', 'Patient', body, json), 400, what)
    },
  },
  {
    id: 'HF-NEG-014',
    level: 'MUST',
    title: 'tells what is no JSON as a fault of structure',
    statement: fhir('http#create', '400 Bad Request - resource could not be parsed'),
    assertions: ['NEG-20'],
    needs,
    kills: ['body-fault-code'],
    async run(t) {
      const answer = await t.as('acute').post('Patient', patientOf(t.person()))
      status(answer, 201, 'a good one')
      await readOf(t.as('acute'), referenceIn(answer, 'Patient'))
      for (const body of ['{', '{"resourceType":"Patient",}', 'no JSON']) {
        const refused = await t.as('acute').post('Patient', body)
        refusal(refused, 400, `the body ${body}`)
        const codes = textsAt(refused.json, 'issue.code')
        holds(
          codes.every((code) => ['structure', 'invalid'].includes(code)),
          'issue.code',
          'structure or invalid',
          codes,
        )
        same(textAt(refused.json, 'resourceType'), 'OperationOutcome', 'the body')
      }
    },
  },
])
