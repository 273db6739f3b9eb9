// The CapabilityStatement held to its word: kinds of parameters, flags, operations, and what of it may be asked for.

import { declares } from '../capability.ts'
import { holds, refusal, same, status } from '../expect.ts'
import { at, isRecord, textAt, textsAt } from '../json.ts'
import { Omitted } from '../outcome.ts'
import { area } from '../requirement.ts'
import { created, readOf, referenceIn } from '../scenes/fhir.ts'
import { localSystem, observationOf, patientOf } from '../scenes/resources.ts'
import { fhir } from '../sources.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'

async function statementOf(t: Trial, query = ''): Promise<Answer> {
  const answer = await t.anyone.get(`metadata${query}`)
  status(answer, 200, 'metadata')
  same(textAt(answer.json, 'resourceType'), 'CapabilityStatement', 'metadata')
  return answer
}

/** Of R4's own search parameters those that most servers have; more would be a copy of the specification. */
const kindsOfR4: Readonly<Record<string, string>> = {
  _id: 'token',
  _lastUpdated: 'date',
  'Patient.identifier': 'token',
  'Patient.birthdate': 'date',
  'Patient.family': 'string',
  'Patient.gender': 'token',
  'Patient.general-practitioner': 'reference',
  'Patient.organization': 'reference',
  'Observation.code': 'token',
  'Observation.date': 'date',
  'Observation.subject': 'reference',
  'Observation.value-quantity': 'quantity',
  'Observation.code-value-quantity': 'composite',
  'Task.owner': 'reference',
  'Task.status': 'token',
  'Task.authored-on': 'date',
  'Encounter.subject': 'reference',
  'Encounter.length': 'quantity',
  'ValueSet.url': 'uri',
  'CodeSystem.url': 'uri',
}

const patientIn = (statement: unknown): unknown => at(statement, 'rest.resource').find((one) => textAt(one, 'type') === 'Patient')

export const metadataTrue = area('metadata', [
  {
    id: 'HF-MET-009',
    level: 'MUST',
    title: 'says of every parameter of R4 that it has the kind that it has in R4',
    statement: fhir('capabilitystatement', 'searchParam.type … SHALL match the definition'),
    assertions: ['CAP-03'],
    kills: ['http-metadata-kind'],
    async run(t) {
      const { json } = await statementOf(t)
      const told = at(json, 'rest.resource').flatMap((resource) =>
        at(resource, 'searchParam').map((one) => [textAt(resource, 'type'), textAt(one, 'name'), textAt(one, 'type')] as const),
      )
      const known = told.flatMap(([type, name, kind]) => {
        const expected = kindsOfR4[`${type}.${name}`] ?? kindsOfR4[name]
        return expected === undefined ? [] : [[`${type}?${name}`, kind, expected] as const]
      })
      holds(known.length > 0, 'rest.resource.searchParam', 'parameters of R4', told.slice(0, 10))
      same(
        known.filter(([, kind, expected]) => kind !== expected),
        [],
        'parameters of another kind than in R4',
      )
    },
  },
  {
    id: 'HF-MET-010',
    level: 'SHOULD',
    title: 'gives its statement an ETag by which a client sees that it has not changed',
    statement: fhir('http#capabilities', 'Servers SHOULD provide an ETag … that changes when the content changes'),
    assertions: ['CAP-04'],
    kills: ['http-metadata-etag'],
    async run(t) {
      const [one, other] = [await statementOf(t), await statementOf(t)]
      const { etag = '' } = one.headers
      holds(etag !== '', 'ETag', 'one', 'no ETag')
      if (one.text === other.text) same(other.headers['etag'], etag, 'the ETag of the same statement')
      const again = await t.anyone.get('metadata', { 'if-none-match': etag })
      status(again, [200, 304], 'If-None-Match with its ETag')
      if (again.status === 304) same(again.headers['etag'], etag, 'the ETag of a 304')
      status(await t.anyone.get('metadata', { 'if-none-match': 'W/"another"' }), 200, 'If-None-Match with another ETag')
    },
  },
  {
    id: 'HF-MET-011',
    level: 'MAY',
    title: 'honours mode or leaves it, and never breaks on it',
    statement: fhir('http#capabilities', 'mode: full | normative | terminology … Servers MAY ignore the mode parameter'),
    assertions: ['CAP-05'],
    kills: ['http-metadata-mode'],
    async run(t) {
      await statementOf(t)
      for (const mode of ['full', 'normative', 'terminology', 'nonsense']) {
        const answer = await t.anyone.get(`metadata?mode=${mode}`)
        if (mode === 'nonsense' && answer.status !== 200) refusal(answer, 400, 'mode=nonsense')
        else {
          status(answer, 200, `mode=${mode}`)
          const type = textAt(answer.json, 'resourceType')
          holds(/^(Capability|TerminologyCapabilities)/.test(type), `mode=${mode}`, 'a statement of capabilities', type)
        }
      }
    },
  },
  {
    id: 'HF-MET-012',
    level: 'MUST',
    title: 'creates on condition and by update as its flags say, and not otherwise',
    statement: fhir('capabilitystatement', 'conditionalCreate · updateCreate: a boolean … that the server supports'),
    assertions: ['CAP-09'],
    needs: { systems: ['acute'], capability: ['Patient.create', 'Patient.read', 'Patient.update'] },
    kills: ['update-creates-not', 'ccreate-ignored'],
    async run(t) {
      const [person, other] = [t.person(), t.person()]
      const reference = await created(t.as('acute'), patientOf(person))
      const condition = { 'if-none-exist': `identifier=${localSystem}|${person.local}` }
      const again = await t.as('acute').post('Patient', patientOf(person), condition)
      if (declares(t.run.capability, 'Patient:conditionalCreate')) {
        status(again, 200, 'a conditional create of what there is')
        same(referenceIn(again, 'Patient'), reference, 'what it found')
      } else holds(again.status !== 200, 'a conditional create that is not declared', 'not 200', again.status)
      const id = t.uuid()
      const put = await t.as('acute').put(`Patient/${id}`, { ...patientOf(other), id })
      if (declares(t.run.capability, 'Patient:updateCreate')) {
        status(put, 201, 'an update that creates')
        same(referenceIn(put, 'Patient'), `Patient/${id}`, 'what it created')
      } else refusal(put, [400, 404, 405, 409, 422], 'an update that would create')
    },
  },
  {
    id: 'HF-MET-013',
    level: 'SHOULD',
    title: 'names what it keeps to: a statement that it instantiates, and profiles of its types',
    statement: fhir('capabilitystatement', 'instantiates · supportedProfile'),
    assertions: ['CAP-11'],
    kills: ['http-metadata-profiles'],
    async run(t) {
      const { json } = await statementOf(t)
      const profiles = textsAt(json, 'rest.resource.supportedProfile')
      holds(profiles.length > 0, 'supportedProfile', 'at least one profile', profiles)
      const named = [...profiles, ...textsAt(json, 'instantiates'), ...textsAt(json, 'implementationGuide')]
      const bad = named.filter((url) => !URL.canParse(url))
      same(bad, [], 'canonicals that are no URL')
      holds(at(json, 'instantiates').length > 0, 'instantiates', 'a statement', 'none')
    },
  },
  {
    id: 'HF-MET-014',
    level: 'MUST',
    title: 'names of every operation a definition with its code, which can be had where it is the server’s own',
    statement: fhir('capabilitystatement', 'operation.definition: Where the formal definition can be found'),
    assertions: ['CAP-12'],
    needs: { systems: ['acute'] },
    kills: ['http-metadata-operation'],
    async run(t) {
      const { json } = await statementOf(t)
      const all = [...at(json, 'rest.operation'), ...at(json, 'rest.resource.operation')]
      if (all.length === 0) throw new Omitted('the CapabilityStatement does not declare an operation')
      const operations = new Map(all.map((one) => [`${textAt(one, 'name')} ${textAt(one, 'definition')}`, one]))
      for (const one of operations.values()) {
        const [name, definition] = [textAt(one, 'name').replace('$', ''), textAt(one, 'definition').split('|')[0] ?? '']
        holds(URL.canParse(definition), `the definition of ${name}`, 'a canonical URL', definition)
        if (definition.startsWith('http://hl7.org/fhir/')) {
          holds(definition.endsWith(`-${name}`), `the definition of ${name}`, 'the one of that code', definition)
          continue
        }
        const answer = await t.as('acute').get(`OperationDefinition?url=${encodeURIComponent(definition)}`)
        status(answer, 200, `the definition of ${name}`)
        same(textsAt(answer.json, 'entry.resource.code'), [name], `the definition of ${name}: its code`)
      }
    },
  },
  {
    id: 'HF-MET-015',
    level: 'SHOULD',
    title: 'gives a part of its statement to whoever asks for a part',
    statement: fhir('http#capabilities', '_summary and _elements … on the capabilities interaction'),
    assertions: ['CAP-15'],
    kills: ['http-metadata-whole'],
    async run(t) {
      const whole = await statementOf(t)
      holds(isRecord(whole.json) && 'rest' in whole.json, 'the whole', 'with rest', Object.keys(Object(whole.json)))
      for (const query of ['?_summary=true', '?_elements=fhirVersion']) {
        const part = await statementOf(t, query)
        holds(part.text.length < whole.text.length, `metadata${query}`, 'less than the whole', part.text.length)
        same(textAt(part.json, 'fhirVersion'), '4.0.1', `metadata${query}: fhirVersion`)
      }
    },
  },
  {
    id: 'HF-MET-016',
    level: 'MUST',
    title: 'changes and deletes on condition as its flags say, and not otherwise',
    statement: fhir('capabilitystatement', 'conditionalUpdate · conditionalDelete: not-supported | single | multiple'),
    assertions: ['CAP-09'],
    needs: { systems: ['acute'], capability: ['Patient.create', 'Patient.read', 'Patient.update', 'Patient?identifier'] },
    kills: ['cupdate-undone', 'cdelete-undone'],
    async run(t) {
      const person = t.person()
      const reference = await created(t.as('acute'), patientOf(person))
      const where = `Patient?identifier=${localSystem}|${person.local}`
      const put = await t.as('acute').put(where, { ...patientOf(person), gender: 'other' })
      if (declares(t.run.capability, 'Patient:conditionalUpdate')) {
        status(put, 200, 'an update on condition')
        same((await readOf(t.as('acute'), reference))['gender'], 'other', 'what was changed')
      } else refusal(put, [400, 404, 405, 412, 501], 'an update on condition that is not declared')
      const remove = await t.as('acute').ask('DELETE', where)
      const [flag = 'not-supported'] = textsAt(patientIn(t.run.capability), 'conditionalDelete')
      if (flag === 'not-supported') refusal(remove, [400, 404, 405, 412, 501], 'a delete on condition that is not declared')
      else status(remove, [200, 202, 204], 'a delete on condition')
      const left = await t.as('acute').get(reference)
      status(left, flag === 'not-supported' ? 200 : [404, 410], 'what is left')
    },
  },
  {
    id: 'HF-MET-017',
    level: 'MUST',
    title: 'includes what it says that it includes',
    statement: fhir('capabilitystatement', 'searchInclude: A list of _include values supported by the server'),
    assertions: ['CAP-09'],
    needs: {
      systems: ['acute'],
      capability: ['Patient.create', 'Observation.create', 'Observation.search-type', 'Observation?_id'],
    },
    kills: ['include-undone'],
    async run(t) {
      const resource = at(t.run.capability, 'rest.resource').find((one) => textAt(one, 'type') === 'Observation')
      const includes = textsAt(resource, 'searchInclude')
      if (!includes.includes('Observation:subject'))
        throw new Omitted('the CapabilityStatement does not declare Observation:subject')
      const patient = await created(t.as('acute'), patientOf(t.person()))
      const reference = await created(t.as('acute'), observationOf(patient, undefined, 'x'))
      for (const include of includes) {
        const answer = await t
          .as('acute')
          .get(`Observation?_id=${reference.split('/')[1]}&_include=${encodeURIComponent(include)}`)
        status(answer, 200, `_include=${include}`)
        const found = at(answer.json, 'entry.resource').map((one) => `${textAt(one, 'resourceType')}/${textAt(one, 'id')}`)
        holds(found.includes(reference), `_include=${include}`, 'the match', found)
        if (include === 'Observation:subject') holds(found.includes(patient), `_include=${include}`, 'the Patient', found)
      }
    },
  },
])
