// Content negotiation: which of FHIR's representations is sent, by Accept and by _format, and in which version of FHIR.

import { header, holds, refusal, same, status } from '../expect.ts'
import { textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { byLocal, created, found, readOf, referenceIn } from '../scenes/fhir.ts'
import { patientOf } from '../scenes/resources.ts'
import { fhir, rfc } from '../sources.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read'] } as const
const fhirJson = 'application/fhir+json'
const fhirXml = 'application/fhir+xml'

const patient = (t: Trial): Promise<string> => created(t.as('acute'), patientOf(t.person()))

const speaksXml = (t: Trial): boolean => textsAt(t.run.capability, 'format').some((format) => format.includes('xml'))

function isJson(answer: Answer, what: string): void {
  status(answer, 200, what)
  header(answer, 'content-type', /\bjson\b/, what)
  same(textAt(answer.json, 'resourceType'), 'Patient', what)
}

function isXml(answer: Answer, what: string): void {
  status(answer, 200, what)
  header(answer, 'content-type', /^application\/fhir\+xml\b/, what)
  holds(answer.text.includes('<Patient '), what, 'a Patient in XML', answer.text.slice(0, 100))
}

export const negotiation = area('negotiation', [
  {
    id: 'HF-NEG-001',
    level: 'MUST',
    title: 'weighs what Accept names by its q-values',
    statement: rfc('9110 12.5.1', 'assigning a relative "weight" to the preference for … that media range'),
    assertions: ['NEG-01', 'NEG-03'],
    needs,
    kills: ['http-weights-ignored'],
    async run(t) {
      const reference = await patient(t)
      for (const accept of [`${fhirXml};q=0.1, ${fhirJson};q=1`, `${fhirJson};q=0.9, ${fhirXml};q=0.2`])
        isJson(await t.as('acute').get(reference, { accept }), accept)
      if (!speaksXml(t)) return
      for (const accept of [`${fhirJson};q=0.1, ${fhirXml};q=1`, `${fhirJson};q=0, ${fhirXml}`])
        isXml(await t.as('acute').get(reference, { accept }), accept)
    },
  },
  {
    id: 'HF-NEG-002',
    level: 'SHOULD',
    title: 'takes the generic names of JSON for its own',
    statement: fhir('http#mime-type', 'servers SHOULD support … application/json … and text/json'),
    assertions: ['NEG-04'],
    needs,
    kills: ['http-406-json'],
    async run(t) {
      const reference = await patient(t)
      for (const accept of ['application/json', 'text/json', 'text/html;q=0.5, application/json'])
        isJson(await t.as('acute').get(reference, { accept }), `Accept: ${accept}`)
    },
  },
  {
    id: 'HF-NEG-003',
    level: 'MUST',
    title: 'sends FHIR to whoever says nothing of what they read, or that they read anything',
    statement: rfc(
      '9110 12.5.1',
      'A request without any Accept header field implies that the user agent will accept any media type',
    ),
    assertions: ['NEG-05'],
    needs,
    kills: ['http-406-any'],
    async run(t) {
      const reference = await patient(t)
      const authorization = `Bearer ${await t.run.tokens.get(t, 'acute')}`
      const url = `${t.run.config.target}/${reference}`
      const accepts = [{}, { accept: '*/*' }, { accept: 'text/html, */*;q=0.8' }, { accept: 'application/*' }]
      for (const accept of accepts) {
        const answer = await t.send({ method: 'GET', url, headers: { authorization, ...accept } })
        status(answer, 200, `with ${JSON.stringify(accept)}`)
        header(answer, 'content-type', /^application\/fhir\+(json|xml)\b/, `with ${JSON.stringify(accept)}`)
      }
    },
  },
  {
    id: 'HF-NEG-004',
    level: 'MUST',
    title: 'knows every name of JSON and of XML in _format',
    statement: fhir('http#parameters', 'the values json, text/json, application/json, and application/fhir+json SHALL be … JSON'),
    assertions: ['NEG-09'],
    needs,
    kills: ['http-format-short'],
    async run(t) {
      const reference = await patient(t)
      for (const format of ['json', 'text/json', 'application/json', 'application/fhir%2Bjson'])
        isJson(await t.as('acute').get(`${reference}?_format=${format}`, { accept: '*/*' }), `_format=${format}`)
      for (const format of ['xml', 'text/xml', 'application/xml', 'application/fhir%2Bxml']) {
        const answer = await t.as('acute').get(`${reference}?_format=${format}`, { accept: '*/*' })
        if (speaksXml(t)) isXml(answer, `_format=${format}`)
        else status(answer, 406, `_format=${format}`)
      }
    },
  },
  {
    id: 'HF-NEG-005',
    level: 'MUST',
    title: 'reads a body by its own type, whatever _format asks for',
    statement: fhir(
      'http#parameters',
      'the _format parameter does not override the Content-Type header for the body of the request',
    ),
    assertions: ['NEG-11'],
    needs: { systems: ['acute'], capability: ['format:xml', 'Patient.create', 'Patient.search-type', 'Patient?identifier'] },
    kills: ['http-format-reads'],
    async run(t) {
      const person = t.person()
      const answer = await t.as('acute').post('Patient?_format=xml', patientOf(person), { prefer: 'return=representation' })
      status(answer, 201, 'JSON sent, XML asked for')
      same((await found(t.as('acute'), byLocal(person.local))).length, 1, 'what is stored of it')
    },
  },
  {
    id: 'HF-NEG-006',
    level: 'SHOULD',
    title: 'takes R4 by its number, and no other version of FHIR for it',
    statement: fhir('http#version-parameter', 'fhirVersion … 406 when … the server does not support the requested version'),
    assertions: ['NEG-14'],
    needs,
    kills: ['http-any-version'],
    async run(t) {
      const reference = await patient(t)
      isJson(await t.as('acute').get(reference, { accept: `${fhirJson}; fhirVersion=4.0` }), 'fhirVersion=4.0')
      for (const version of ['3.0', '5.0'])
        refusal(await t.as('acute').get(reference, { accept: `${fhirJson}; fhirVersion=${version}` }), 406, version)
    },
  },
  {
    id: 'HF-NEG-007',
    level: 'MUST',
    title: 'refuses to be asked in one version of FHIR and to answer in another, and keeps nothing of it',
    statement: fhir('http#version-parameter', 'the server SHALL return an error … if the version … is different'),
    assertions: ['NEG-15'],
    needs: { systems: ['acute'], capability: ['Patient.create', 'Patient.search-type', 'Patient?identifier'] },
    kills: ['http-any-version'],
    async run(t) {
      const [good, bad] = [t.person(), t.person()]
      const sends = (version: string) => ({ 'content-type': `${fhirJson}; fhirVersion=${version}` })
      const accepts = (version: string) => ({ accept: `${fhirJson}; fhirVersion=${version}` })
      await created(t.as('acute'), patientOf(good), { ...sends('4.0'), ...accepts('4.0') })
      for (const [sent, asked] of [
        ['3.0', '4.0'],
        ['4.0', '5.0'],
      ] as const) {
        const answer = await t.as('acute').post('Patient', patientOf(bad), { ...sends(sent), ...accepts(asked) })
        refusal(answer, [400, 406, 415, 422], `${sent} sent, ${asked} asked for`)
      }
      same((await found(t.as('acute'), byLocal(good.local))).length, 1, 'what was sent and asked for in 4.0')
      same(await found(t.as('acute'), byLocal(bad.local)), [], 'what was refused')
    },
  },
  {
    id: 'HF-NEG-008',
    level: 'MAY',
    title: 'reads JSON also under the name that earlier versions had for it',
    statement: fhir('http#mime-type', 'application/json+fhir … DSTU2 … servers may choose to accept this'),
    assertions: ['NEG-16'],
    needs,
    kills: ['http-old-name'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person), { 'content-type': 'application/json+fhir' })
      same(textAt(await readOf(t.as('acute'), reference), 'name.family'), person.family, 'name.family')
    },
  },
  {
    id: 'HF-NEG-009',
    level: 'MAY',
    title: 'lays out for people what says the same',
    statement: fhir('http#parameters', '_pretty: Ask for a pretty printed response for human convenience'),
    assertions: ['NEG-17'],
    needs,
    kills: ['http-pretty-decimals'],
    async run(t) {
      const extension = [{ url: 'https://conformance.example/decimal', valueDecimal: 0 }]
      const body = JSON.stringify({ ...patientOf(t.person()), extension }).replace('"valueDecimal":0', '"valueDecimal":1.50')
      const answer = await t.as('acute').post('Patient', body)
      status(answer, 201, 'a Patient with a decimal')
      const reference = referenceIn(answer, 'Patient')
      const [plain, pretty] = [await t.as('acute').get(reference), await t.as('acute').get(`${reference}?_pretty=true`)]
      isJson(plain, 'without _pretty')
      isJson(pretty, 'with _pretty')
      same(pretty.text.replaceAll(/\s/g, ''), plain.text.replaceAll(/\s/g, ''), 'all but white space')
    },
  },
])
