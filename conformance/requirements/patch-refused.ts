// Patches that change nothing, because they fail, are late, or would touch what is not theirs.

import { holds, refusal, same, status } from '../expect.ts'
import { isRecord, textAt } from '../json.ts'
import { area } from '../requirement.ts'
import { changed, created, readOf } from '../scenes/fhir.ts'
import { jsonPatch, patching, replacing, withNarrative } from '../scenes/patch.ts'
import { patientOf } from '../scenes/resources.ts'
import { fhir } from '../sources.ts'

const needs = { systems: ['acute'], capability: ['Patient.create', 'Patient.read', 'Patient.patch'] } as const

export const patchesRefused = area('patch', [
  {
    id: 'HF-PAT-004',
    level: 'MUST',
    title: 'changes nothing by a patch whose test fails, that is none, or that would leave what is not valid',
    statement: fhir('http#patch', 'If a JSON Patch test operation fails … 422 · the server SHALL process the patch as a whole'),
    assertions: ['PAT-04', 'PAT-05', 'PAT-06'],
    needs,
    kills: ['patch-test', 'patch-any-operation', 'create-unvalidated'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const isOther = replacing('/gender', 'other')
      const failing = [...isOther, { op: 'test', path: '/birthDate', value: '1800-01-01' }]
      refusal(await patching(t, reference, failing), 422, 'a test that fails behind a change')
      for (const body of ['', '{}', '[{"op":"nonsense","path":"/gender"}]', '[{"op":"replace"}]', '['])
        refusal(await t.as('acute').ask('PATCH', reference, body, jsonPatch), 400, `the patch ${body || 'without a body'}`)
      refusal(await patching(t, reference, replacing('/gender', 'nonsense')), [400, 422], 'a gender that there is not')
      refusal(
        await patching(t, reference, [...isOther, { op: 'remove', path: '/nothing' }]),
        [400, 422],
        'a path that leads nowhere',
      )
      const after = await readOf(t.as('acute'), reference)
      same([after['gender'], textAt(after['meta'], 'versionId')], ['female', '1'], 'the resource')
      status(await patching(t, reference, isOther), 200, 'a good one')
    },
  },
  {
    id: 'HF-PAT-005',
    level: 'MUST',
    title: 'refuses a patch on a version that is no longer current',
    statement: fhir('http#patch', 'Servers … SHALL support … version specific updates … If-Match'),
    assertions: ['PAT-07'],
    needs: { ...needs, capability: [...needs.capability, 'Patient.update'] },
    kills: ['patch-if-match'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      await changed(t.as('acute'), reference, (patient) => ({ ...patient, gender: 'other' }))
      const patch = replacing('/gender', 'male')
      refusal(await patching(t, reference, patch, { 'if-match': 'W/"1"' }), 412, 'If-Match W/"1" on version 2')
      same((await readOf(t.as('acute'), reference))['gender'], 'other', 'the resource')
      status(await patching(t, reference, patch, { 'if-match': 'W/"2"' }), 200, 'If-Match W/"2"')
    },
  },
  {
    id: 'HF-PAT-006',
    level: 'MUST',
    title: 'finds nothing to patch where there is nothing',
    statement: fhir('http#patch', '404 Not Found'),
    assertions: ['PAT-08'],
    needs,
    kills: ['patch-unknown-gone'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const patch = replacing('/gender', 'other')
      refusal(await patching(t, `Patient/${t.uuid()}`, patch), 404, 'an id that nothing has')
      status(await patching(t, reference, patch), 200, 'one that something has')
    },
  },
  {
    id: 'HF-PAT-007',
    level: 'SHOULD',
    title: 'lets no patch change which resource it is, nor the server’s own marks',
    statement: fhir('http#patch', 'id, meta.versionId, meta.lastUpdated … are the server’s'),
    assertions: ['PAT-09'],
    needs,
    kills: ['patch-immutable'],
    async run(t) {
      const reference = await created(t.as('acute'), patientOf(t.person()))
      const values = {
        '/id': 'another-1',
        '/meta/versionId': '77',
        '/meta/lastUpdated': '2001-01-01T00:00:00Z',
        '/resourceType': 'Person',
      }
      for (const [path, value] of Object.entries(values))
        refusal(await patching(t, reference, replacing(path, value)), [400, 403, 422], `a patch of ${path}`)
      same(textAt((await readOf(t.as('acute'), reference))['meta'], 'versionId'), '1', 'the version')
    },
  },
  {
    id: 'HF-PAT-008',
    level: 'MUST',
    title: 'leaves no narrative that says what the data no longer do',
    statement: fhir('http#patch', 'servers … ensure that the narrative is not clinically unsafe after the patch'),
    assertions: ['PAT-11'],
    needs,
    kills: ['patch-narrative'],
    async run(t) {
      const before = withNarrative(patientOf(t.person()), 'a woman of these words')
      const reference = await created(t.as('acute'), before)
      const answer = await patching(t, reference, replacing('/gender', 'male'))
      const after = await readOf(t.as('acute'), reference)
      if (answer.status >= 400) return same(after['gender'], 'female', 'the resource of a patch that was refused')
      same(after['gender'], 'male', 'the resource')
      const { text } = after
      holds(!isRecord(text) || !textAt(text, 'div').includes('of these words'), 'the narrative', 'none, or one made anew', text)
    },
  },
])
