// Operations: how they are asked, what is answered bare, and $everything and $document.

import { holds, refusal, same, status } from '../expect.ts'
import { at, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { created, hidden, readOf } from '../scenes/fhir.ts'
import { link } from '../scenes/pages.ts'
import { observationOf, patientOf } from '../scenes/resources.ts'
import { fhir } from '../sources.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read'] } as const
const validating = { ...needs, capability: [...needs.capability, '$validate'] }
const everything = {
  systems: ['acute'],
  capability: ['Patient$everything', 'Patient.create', 'Observation.create', 'Observation.read'],
} as const
const validate = 'Patient/$validate'

/** A person with so many Observations, and somebody else with one. */
async function known(t: Trial, count: number) {
  const patient = await created(t.as('acute'), patientOf(t.person()))
  const own: string[] = []
  for (let i = 0; i < count; i++) own.push(await created(t.as('acute'), observationOf(patient, undefined, `observation ${i}`)))
  const other = await created(t.as('acute'), patientOf(t.person()))
  await created(t.as('acute'), observationOf(other, undefined, 'of another'))
  return { patient, own }
}

function bundleOf(answer: Answer, what: string): readonly string[] {
  status(answer, 200, what)
  same([textAt(answer.json, 'resourceType'), textAt(answer.json, 'type')], ['Bundle', 'searchset'], what)
  return at(answer.json, 'entry.resource')
    .map((resource) => `${textAt(resource, 'resourceType')}/${textAt(resource, 'id')}`)
    .filter((reference) => !reference.startsWith('OperationOutcome/'))
}

const errorsIn = ({ json }: Answer) => at(json, 'issue').filter((issue) => /^(error|fatal)$/.test(textAt(issue, 'severity')))

export const operations = area('operations', [
  {
    id: 'HF-OPS-001',
    level: 'SHOULD',
    title: 'says of every fault that it finds how grave, of what kind and where it is, in words, under an id that stays the same',
    statement: fhir('operationoutcome', 'issue: severity, code, details, diagnostics, expression'),
    assertions: ['OPS-03'],
    needs: validating,
    kills: ['validate-no-id'],
    async run(t) {
      await created(t.as('acute'), patientOf(t.person()))
      const ids: string[] = []
      for (const gender of ['banana', 'pear']) {
        const answer = await t.as('acute').post(validate, { ...patientOf(t.person()), gender })
        status(answer, 200, '$validate')
        const [issue, ...others] = errorsIn(answer)
        same(others, [], 'further errors')
        for (const path of ['severity', 'code', 'expression', 'details.coding.code'])
          holds(textAt(issue, path) !== '', `issue.${path}`, 'text', issue)
        holds((textAt(issue, 'details.text') || textAt(issue, 'diagnostics')) !== '', 'the words', 'some', issue)
        ids.push(textAt(issue, 'details.coding.code'))
      }
      same(ids[0], ids[1], 'the id of one and the same fault')
    },
  },
  {
    id: 'HF-OPS-002',
    level: 'MUST',
    title: 'looks at a resource as one to create, to update or to delete, as it is asked to',
    statement: fhir('resource-operation-validate', 'mode: create | update | delete'),
    assertions: ['OPS-06', 'OPS-04'],
    needs: validating,
    kills: ['validate-mode', 'validate-delete'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const ask = (path: string, mode: string, resource?: object) => {
        const parameter = [...(resource ? [{ name: 'resource', resource }] : []), { name: 'mode', valueCode: mode }]
        return t.as('acute').post(path, { resourceType: 'Parameters', parameter })
      }
      const stored = await readOf(t.as('acute'), reference)
      const good = [
        await ask(validate, 'create', patientOf(t.person())),
        await ask(`${reference}/$validate`, 'update', stored),
        await ask(`${reference}/$validate`, 'delete'),
      ]
      for (const [i, answer] of good.entries()) {
        status(answer, 200, `mode ${i + 1}`)
        same(textAt(answer.json, 'resourceType'), 'OperationOutcome', `mode ${i + 1}`)
        same(errorsIn(answer), [], `errors in mode ${i + 1}`)
      }
      const other = await ask(`${reference}/$validate`, 'update', { ...stored, id: 'another' })
      holds(other.status >= 400 || errorsIn(other).length > 0, 'an update under another id', 'an error', other.json)
      await readOf(t.as('acute'), reference)
    },
  },
  {
    id: 'HF-OPS-003',
    level: 'MUST',
    title: 'answers GET where an operation changes nothing and takes simple parameters, with the resource itself',
    statement: fhir('operations#request', 'GET … if the operation does not affect state and … primitive'),
    assertions: ['OPS-07', 'OPS-10'],
    needs: everything,
    kills: ['everything-no-get'],
    async run(t) {
      const { patient, own } = await known(t, 1)
      const [byGet, byPost] = [
        await t.as('acute').get(`${patient}/$everything?_count=50`),
        await t.as('acute').post(`${patient}/$everything`, {
          resourceType: 'Parameters',
          parameter: [{ name: '_count', valueInteger: 50 }],
        }),
      ]
      same(bundleOf(byGet, 'by GET').includes(own[0] ?? ''), true, 'what is about the person, by GET')
      same(bundleOf(byPost, 'by POST').toSorted(), bundleOf(byGet, 'by GET').toSorted(), 'the same by POST')
    },
  },
  {
    id: 'HF-OPS-004',
    level: 'MUST',
    title: 'refuses an operation that it does not know, and says so',
    statement: fhir('operations', 'not-supported'),
    assertions: ['OPS-09'],
    needs,
    kills: ['operation-unknown'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      await readOf(t.as('acute'), reference)
      for (const path of ['$no-such-operation', 'Patient/$no-such-operation', `${reference}/$no-such-operation`]) {
        const answer = await t.as('acute').post(path, { resourceType: 'Parameters' })
        refusal(answer, [400, 404, 501], 'an operation that does not exist')
        same(textsAt(answer.json, 'issue.code'), ['not-supported'], 'issue.code')
      }
    },
  },
  {
    id: 'HF-OPS-005',
    level: 'MUST',
    title: 'gives with $everything the person and what is about her, page by page, and nothing of others',
    statement: fhir('patient-operation-everything', 'return all the information related to one or more patients'),
    assertions: ['OPS-11'],
    needs: { ...everything, systems: ['acute', 'provider'] },
    tags: ['access'],
    kills: ['everything-others', 'everything-pages'],
    async run(t) {
      const { patient, own } = await known(t, 5)
      const seen: string[] = []
      let page = await t.as('acute').get(`${patient}/$everything?_count=2`)
      for (let i = 0; i < 10; i++) {
        seen.push(...bundleOf(page, 'a page'))
        const next = link(page, 'next')
        if (next === '') break
        page = await t.as('acute').get(next)
      }
      const found = [...new Set(seen)].filter((reference) => /^(Patient|Observation)\//.test(reference))
      same(found.toSorted(), [patient, ...own].toSorted(), 'the person and her Observations')
      refusal(await t.as('provider').get(`${patient}/$everything`), 404, 'for somebody who does not see her')
      await hidden(t.as('provider'), patient, 'the person')
    },
  },
  {
    id: 'HF-OPS-006',
    level: 'SHOULD',
    title: 'narrows $everything by type, time and number, and answers 404 for nobody',
    statement: fhir('patient-operation-everything', 'start · end · _since · _type · _count'),
    assertions: ['OPS-12'],
    needs: everything,
    kills: ['everything-types', 'everything-since'],
    async run(t) {
      const { patient, own } = await known(t, 2)
      const asked = async (query: string) => bundleOf(await t.as('acute').get(`${patient}/$everything?${query}`), query)
      const types = (found: readonly string[]) => [...new Set(found.map((one) => one.split('/')[0] ?? ''))].toSorted()
      same(types(await asked('_type=Observation')), ['Observation'], 'types with _type=Observation')
      same((await asked('_since=2999-01-01T00:00:00Z')).includes(own[0] ?? ''), false, 'what is stored since 2999')
      same((await asked('end=1999-01-01')).includes(own[0] ?? ''), false, 'care until 1999')
      const { json } = await t.as('acute').get(`${patient}/$everything?_count=1`)
      const matches = at(json, 'entry').filter((entry) => textAt(entry, 'search.mode') !== 'include')
      holds(matches.length <= 1, '_count=1', 'one match at most', matches.length)
      refusal(await t.as('acute').get(`Patient/${t.uuid()}/$everything`), 404, 'of a Patient that there is not')
    },
  },
  {
    id: 'HF-OPS-007',
    level: 'MUST',
    title: 'makes of a Composition a document: it first, all that it refers to, with identifier and timestamp',
    statement: fhir('documents', 'type document … first resource SHALL be a Composition … identifier and timestamp'),
    assertions: ['OPS-15'],
    needs: { ...needs, capability: [...needs.capability, 'Composition.create', 'Composition$document'] },
    kills: ['document-order', 'document-no-identifier'],
    async run(t) {
      const patient = await created(t.as('acute'), patientOf(t.person()))
      const composition = await created(t.as('acute'), {
        resourceType: 'Composition',
        status: 'final',
        type: { text: 'Discharge summary' },
        subject: { reference: patient },
        date: new Date().toISOString(),
        author: [{ display: 'Example Ward' }],
        title: 'Discharge summary',
      })
      const answer = await t.as('acute').get(`${composition}/$document`)
      status(answer, 200, '$document')
      same([textAt(answer.json, 'resourceType'), textAt(answer.json, 'type')], ['Bundle', 'document'], '$document')
      const types = at(answer.json, 'entry.resource').map((one) => textAt(one, 'resourceType'))
      same(types[0], 'Composition', 'the first entry')
      holds(types.includes('Patient'), 'the entries', 'the Patient', types)
      for (const path of ['identifier.value', 'identifier.system', 'timestamp'])
        holds(textAt(answer.json, path) !== '', `Bundle.${path}`, 'text', at(answer.json, path))
    },
  },
])
