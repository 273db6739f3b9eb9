// Update: a new version on the one that was read, and never over somebody else's.

import { declares } from '../capability.ts'
import { header, holds, refusal, same, status } from '../expect.ts'
import { textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { changed, created, readOf } from '../scenes/fhir.ts'
import { patientOf } from '../scenes/resources.ts'
import { fhir } from '../sources.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read', 'Patient.update'] } as const

export const update = area('update', [
  {
    id: 'HF-UPD-001',
    level: 'MUST',
    title: 'makes a new version, later than the one before',
    statement: fhir(
      'http#update',
      'the server SHALL populate the … meta.versionId and meta.lastUpdated with the new correct values',
    ),
    assertions: ['UPD-01', 'UPD-05', 'UPD-06', 'UPD-13'],
    needs,
    kills: ['update-version'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const before = await readOf(t.as('acute'), reference)
      const meta = { versionId: '99', lastUpdated: '2001-01-01T00:00:00Z' }
      const answer = await t.as('acute').put(reference, { ...before, gender: 'other', meta })
      status(answer, 200, 'an update')
      header(answer, 'etag', /^W\/"2"$/, 'an update')
      header(answer, 'last-modified', / GMT$/, 'an update')
      const after = await readOf(t.as('acute'), reference)
      same([textAt(after['meta'], 'versionId'), after['gender']], ['2', 'other'], 'the new version')
      const [was, is] = [before, after].map((one) => textAt(one['meta'], 'lastUpdated'))
      holds((was ?? '') < (is ?? ''), 'meta.lastUpdated', `later than ${was}`, is)
    },
  },
  {
    id: 'HF-UPD-002',
    level: 'MUST',
    title: 'refuses an update on a version that is no longer current, and changes nothing',
    statement: fhir(
      'http#concurrency',
      'If the version id given in the If-Match header does not match, the server returns a 412',
    ),
    assertions: ['UPD-07', 'UPD-08'],
    needs,
    kills: ['update-if-match'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const first = await readOf(t.as('acute'), reference)
      await changed(t.as('acute'), reference, (patient) => ({ ...patient, gender: 'other' }))
      const stale = await t.as('acute').put(reference, { ...first, gender: 'unknown' }, { 'if-match': 'W/"1"' })
      refusal(stale, 412, 'If-Match W/"1" on version 2')
      same((await readOf(t.as('acute'), reference))['gender'], 'other', 'the resource')
      status(await t.as('acute').put(reference, { ...first, gender: 'male' }, { 'if-match': 'W/"2"' }), 200, 'If-Match W/"2"')
    },
  },
  {
    id: 'HF-UPD-003',
    level: 'GATE',
    title: 'lets one of two updates on the same version succeed',
    statement: fhir(
      'http#concurrency',
      'lost updates … where two clients update the same resource, and the second overwrites the updates of the first',
    ),
    assertions: ['UPD-11'],
    needs,
    tags: ['concurrency'],
    kills: ['update-if-match'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const resource = await readOf(t.as('acute'), reference)
      const genders = ['male', 'other', 'unknown', 'male', 'other', 'unknown']
      const answers = await Promise.all(
        genders.map((gender, i) =>
          t.as('acute').put(reference, { ...resource, gender, active: i % 2 === 0 }, { 'if-match': 'W/"1"' }),
        ),
      )
      same(answers.filter((answer) => answer.status === 200).length, 1, 'updates on version 1 that succeed')
      same(textAt((await readOf(t.as('acute'), reference))['meta'], 'versionId'), '2', 'the version')
    },
  },
  {
    id: 'HF-UPD-004',
    level: 'SHOULD',
    title: 'refuses an If-Match that it cannot read, rather than ignore it',
    statement: fhir('http#concurrency', 'If-Match: W/"23"'),
    assertions: ['UPD-09'],
    needs,
    kills: ['update-if-match-garbage'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const resource = await readOf(t.as('acute'), reference)
      for (const tag of ['garbage', 'W/1', '"1", "2"'])
        refusal(
          await t.as('acute').put(reference, { ...resource, gender: 'other' }, { 'if-match': tag }),
          [400, 412],
          `If-Match ${tag}`,
        )
      status(await t.as('acute').put(reference, { ...resource, gender: 'other' }, { 'if-match': 'W/"1"' }), 200, 'If-Match W/"1"')
    },
  },
  {
    id: 'HF-UPD-005',
    level: 'MUST',
    title: 'wants in the resource the id of the address',
    statement: fhir(
      'http#update',
      'The request body SHALL be a Resource with an id element that has an identical value to the [id] in the URL',
    ),
    assertions: ['UPD-03', 'UPD-04'],
    needs,
    kills: ['update-any-id'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const { id: _, ...without } = await readOf(t.as('acute'), reference)
      refusal(await t.as('acute').put(reference, without), [400, 422], 'no id')
      refusal(await t.as('acute').put(reference, { ...without, id: 'another-1' }), [400, 422], 'another id')
      status(await t.as('acute').put(reference, { ...without, id: reference.split('/')[1] }), 200, 'the id of the address')
    },
  },
  {
    id: 'HF-UPD-006',
    level: 'MUST',
    title: 'creates by an update where it declares that it may, and nothing where it does not',
    statement: fhir('http#upsert', 'Servers can choose whether or not to support client defined ids … updateCreate'),
    assertions: ['UPD-02', 'UPD-12', 'UPD-13'],
    needs,
    kills: ['update-creates-not'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      await changed(t.as('acute'), reference, (patient) => ({ ...patient, gender: 'other' }))
      const id = t.uuid()
      const answer = await t.as('acute').put(`Patient/${id}`, { ...patientOf(t.person()), id })
      if (!declares(t.run.capability, 'Patient:updateCreate')) {
        refusal(answer, [404, 405], 'an update of an unknown id')
        return status(await t.as('acute').get(`Patient/${id}`), 404, 'that id afterwards')
      }
      status(answer, 201, 'an update of an unknown id')
      same(textAt((await readOf(t.as('acute'), `Patient/${id}`))['meta'], 'versionId'), '1', 'the version that was created')
    },
  },
])
