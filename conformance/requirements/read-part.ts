// Reads of a part, of what has gone, and of what the client has: each on condition, or shortened.

import { holds, refusal, same, status } from '../expect.ts'
import { at, isRecord, textAt, textsAt } from '../json.ts'
import { Omitted } from '../outcome.ts'
import { area } from '../requirement.ts'
import { created, readOf } from '../scenes/fhir.ts'
import { observationOf, patientOf, type Resource } from '../scenes/resources.ts'
import { fhir, rfc } from '../sources.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read'] } as const
const removes = { ...needs, capability: [...needs.capability, 'Patient.delete'] }

const rich = (t: Trial): Resource => ({
  ...patientOf(t.person()),
  text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">A person</div>' },
  maritalStatus: { text: 'Widowed' },
})

/** A subset says that it is one. */
function subsetOf(answer: Answer, what: string): Readonly<Record<string, unknown>> {
  status(answer, 200, what)
  holds(textsAt(answer.json, 'meta.tag.code').includes('SUBSETTED'), what, 'the tag SUBSETTED', at(answer.json, 'meta.tag'))
  return isRecord(answer.json) ? answer.json : {}
}

const membersOf = (resource: object, ...names: readonly string[]) => names.filter((name) => name in resource)

async function removed(t: Trial): Promise<string> {
  const reference = await created(t.as('acute'), patientOf(t.person()))
  await readOf(t.as('acute'), reference)
  status(await t.as('acute').ask('DELETE', reference), [200, 202, 204], 'a delete')
  return reference
}

export const readPart = area('read', [
  {
    id: 'HF-REA-009',
    level: 'MUST',
    title: 'gives the resource that is asked for, and in an ETag its version',
    statement: fhir('http#read', 'The returned resource SHALL have an id element with a value that is the [id]'),
    assertions: ['READ-01', 'READ-03'],
    needs,
    kills: ['read-etag-other'],
    async run(t) {
      const [one, other] = [t.person(), t.person()]
      const references = [await created(t.as('acute'), patientOf(one)), await created(t.as('acute'), patientOf(other))]
      for (const [i, reference] of references.entries()) {
        const answer = await t.as('acute').get(reference)
        status(answer, 200, 'a read')
        same(`${textAt(answer.json, 'resourceType')}/${textAt(answer.json, 'id')}`, reference, 'type and id')
        same(textAt(answer.json, 'name.family'), [one, other][i]?.family, 'name.family')
        const { etag } = answer.headers
        if (etag !== undefined) same(etag.replaceAll(/^W\/|"/g, ''), textAt(answer.json, 'meta.versionId'), 'the ETag')
      }
    },
  },
  {
    id: 'HF-REA-010',
    level: 'SHOULD',
    title: 'answers 410 for what was deleted',
    statement: fhir('http#read', '410 … if the resource is deleted'),
    assertions: ['READ-06'],
    needs: removes,
    kills: ['read-gone-404'],
    async run(t) {
      const answer = await t.as('acute').get(await removed(t))
      refusal(answer, 410, 'a read of what was deleted')
      same(textsAt(answer.json, 'issue.code'), ['deleted'], 'issue.code')
    },
  },
  {
    id: 'HF-REA-011',
    level: 'SHOULD',
    title: 'answers 410 for the version that ends a resource, and gives those before it',
    statement: fhir('http#vread', 'if the version referred to is … one where the resource was deleted, 410'),
    assertions: ['READ-14'],
    needs: { ...removes, capability: [...removes.capability, 'Patient.vread', 'Patient.history-instance'] },
    kills: ['vread-gone-404'],
    async run(t) {
      const reference = await removed(t)
      const history = await t.as('acute').get(`${reference}/_history`)
      status(history, 200, 'its history')
      const end = at(history.json, 'entry').find((entry) => textAt(entry, 'request.method') === 'DELETE')
      const version = textAt(end, 'response.etag').replaceAll(/^W\/|"/g, '')
      if (version === '') throw new Omitted('the history gives the version that ends a resource no ETag')
      refusal(await t.as('acute').get(`${reference}/_history/${version}`), 410, 'the version that ends it')
      const [first] = textsAt(history.json, 'entry.resource.meta.versionId')
      const before = await t.as('acute').get(`${reference}/_history/${first}`)
      status(before, 200, 'the version before')
      same(`Patient/${textAt(before.json, 'id')}`, reference, 'the version before')
    },
  },
  {
    id: 'HF-REA-012',
    level: 'MAY',
    title: 'sends again what has changed since the client last looked, and need not send what has not',
    statement: rfc('9110 13.1.3', 'If-Modified-Since … conditional on the representation’s modification date being more recent'),
    assertions: ['READ-10'],
    needs,
    kills: ['read-since-always'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const before = await t.as('acute').get(reference, { 'if-modified-since': new Date(0).toUTCString() })
      status(before, 200, 'If-Modified-Since 1970')
      same(`Patient/${textAt(before.json, 'id')}`, reference, 'If-Modified-Since 1970')
      const later = new Date((t.now() + 60) * 1000).toUTCString()
      const after = await t.as('acute').get(reference, { 'if-modified-since': later })
      status(after, [200, 304], 'If-Modified-Since a minute ahead')
      if (after.status === 304) same(after.text, '', 'the body of a 304')
      else same(`Patient/${textAt(after.json, 'id')}`, reference, 'If-Modified-Since a minute ahead')
    },
  },
  {
    id: 'HF-REA-013',
    level: 'SHOULD',
    title: 'gives the summary, the text or the data alone, and says that it is not all',
    statement: fhir('search#summary', '_summary … resources … SUBSETTED'),
    assertions: ['READ-11'],
    needs,
    kills: ['read-summary', 'read-untagged'],
    async run(t) {
      const reference = await created(t.as('acute'), rich(t))
      const whole = await readOf(t.as('acute'), reference)
      same(membersOf(whole, 'text', 'name', 'maritalStatus').length, 3, 'the whole')
      const parts = { true: ['name'], text: ['text'], data: ['name', 'maritalStatus'] }
      for (const [summary, kept] of Object.entries(parts)) {
        const part = subsetOf(await t.as('acute').get(`${reference}?_summary=${summary}`), `_summary=${summary}`)
        same(membersOf(part, 'text', 'name', 'maritalStatus'), kept, `_summary=${summary}`)
        same(`Patient/${textAt(part, 'id')}`, reference, `_summary=${summary}`)
      }
    },
  },
  {
    id: 'HF-REA-014',
    level: 'SHOULD',
    title: 'gives the elements that are asked for, and those without which they would be misread',
    statement: fhir('search#elements', 'Servers … should always include mandatory elements … [and] modifier elements'),
    assertions: ['READ-12'],
    needs: { ...needs, capability: [...needs.capability, 'Observation.create', 'Observation.read'] },
    kills: ['read-elements-all', 'read-elements-bare', 'read-untagged'],
    async run(t) {
      const patient = await created(t.as('acute'), patientOf(t.person()))
      const reference = await created(t.as('acute'), observationOf(patient, undefined, 'weight'))
      same(membersOf(await readOf(t.as('acute'), reference), 'valueString', 'subject').length, 2, 'the whole')
      const part = subsetOf(await t.as('acute').get(`${reference}?_elements=subject`), '_elements=subject')
      same(membersOf(part, 'subject', 'valueString'), ['subject'], '_elements=subject')
      same(membersOf(part, 'status', 'code'), ['status', 'code'], 'the mandatory elements, one of which modifies')
    },
  },
  {
    id: 'HF-REA-015',
    level: 'MUST',
    title: 'gives no version to what it keeps no versions of',
    statement: fhir('http#versions', 'no-version: VersionId meta-property is not supported (or not allowed)'),
    assertions: ['READ-17'],
    needs: { systems: ['acute'] },
    kills: ['read-version-of-none'],
    async run(t) {
      const types = at(t.run.capability, 'rest.resource')
        .filter((one) => textAt(one, 'versioning') === 'no-version' && textsAt(one, 'interaction.code').includes('read'))
        .filter((one) => textsAt(one, 'interaction.code').includes('search-type'))
        .map((one) => textAt(one, 'type'))
      if (types.length === 0) throw new Omitted('the CapabilityStatement does not declare versioning no-version for a type')
      let count = 0
      for (const type of types) {
        const answer = await t.as('acute').get(`${type}?_count=1`)
        status(answer, 200, `a search for ${type}`)
        for (const id of textsAt(answer.json, 'entry.resource.id').slice(0, 1)) {
          const resource = await readOf(t.as('acute'), `${type}/${id}`)
          same(textAt(resource, 'meta.versionId'), '', `meta.versionId of a ${type}`)
          count += 1
        }
      }
      holds(count > 0, 'what could be read', 'a resource of one of the types', types)
    },
  },
])
