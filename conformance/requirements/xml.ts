// XML: the same resource in FHIR's other representation, strictly read.

import { holds, refusal, same, status } from '../expect.ts'
import { at, textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { byLocal, created, found, readOf, referenceIn } from '../scenes/fhir.ts'
import { localSystem, patientOf } from '../scenes/resources.ts'
import { fhir } from '../sources.ts'

const needs = {
  systems: ['acute'],
  capability: ['format:xml', 'Patient.create', 'Patient.read', 'Patient.search-type', 'Patient?identifier'],
} as const
const xml = { accept: 'application/fhir+xml' }
const sends = { 'content-type': 'application/fhir+xml', accept: 'application/fhir+json' }

const patientIn = (local: string, inner = ''): string =>
  `<Patient xmlns="http://hl7.org/fhir"><identifier><system value="${localSystem}"/><value value="${local}"/></identifier>${inner}<birthDate value="1940-02-29"/></Patient>`

export const xmlArea = area('xml', [
  {
    id: 'HF-XML-001',
    level: 'MUST',
    title: 'sends XML of FHIR to who asks for it, by Accept or _format, and JSON to others',
    statement: fhir('http#mime-type', 'The correct mime type SHALL be used by clients and servers: XML application/fhir+xml'),
    needs,
    kills: ['xml-never'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      for (const [path, headers] of [
        [reference, xml],
        [`${reference}?_format=xml`, {}],
      ] as const) {
        const answer = await t.as('acute').get(path, headers)
        status(answer, 200, 'a read in XML')
        holds(
          answer.headers['content-type']?.startsWith('application/fhir+xml') === true,
          'its type',
          'application/fhir+xml',
          answer.headers,
        )
        holds(
          /<Patient [^>]*xmlns="http:\/\/hl7\.org\/fhir"/.test(answer.text),
          'its root',
          'Patient in the namespace of FHIR',
          '',
        )
        holds(/<id value="/.test(answer.text), 'its id', 'an element with a value', '')
      }
      same(textAt((await t.as('acute').get(reference)).json, 'resourceType'), 'Patient', 'the same in JSON')
    },
  },
  {
    id: 'HF-XML-002',
    level: 'MUST',
    title: 'takes XML, and gives it back in JSON with every value',
    statement: fhir('xml#xml', 'The XML format for a resource follows a simple format'),
    needs,
    kills: ['xml-not-taken', 'xml-numbers'],
    async run(t) {
      const { local } = t.person()
      const inner = '<multipleBirthInteger value="2"/>'
      const body = patientIn(local).replace('</Patient>', `${inner}</Patient>`)
      const answer = await t.as('acute').ask('POST', 'Patient', body, sends)
      status(answer, 201, 'a create in XML')
      const stored = await readOf(t.as('acute'), referenceIn(answer, 'Patient'))
      same(stored['birthDate'], '1940-02-29', 'birthDate')
      same(stored['multipleBirthInteger'], 2, 'multipleBirthInteger, a number')
      same(textAt(stored, 'identifier.value'), local, 'identifier.value')
    },
  },
  {
    id: 'HF-XML-003',
    level: 'GATE',
    title: 'refuses XML that is no FHIR, a document type first of all, and keeps nothing of it',
    statement: fhir('security#input', 'Ensure that XML parsers … do not process DTDs or external entities'),
    needs,
    kills: ['xml-doctype'],
    async run(t) {
      const [good, unknown, doctype] = [t.id(), t.id(), t.id()]
      status(await t.as('acute').ask('POST', 'Patient', patientIn(good), sends), 201, 'a right one')
      const entity = `<!DOCTYPE Patient [<!ENTITY e "1940">]>${patientIn(doctype)}`
      refusal(await t.as('acute').ask('POST', 'Patient', entity, sends), [400, 422], 'a document type')
      const answer = await t.as('acute').ask('POST', 'Patient', patientIn(unknown, '<banana value="1"/>'), sends)
      refusal(answer, [400, 422], 'an unknown element')
      holds(at(answer.json, 'issue').length > 0, 'its issues', 'one', answer.json)
      for (const local of [unknown, doctype]) same(await found(t.as('acute'), byLocal(local)), [], 'what is stored of it')
    },
  },
])
