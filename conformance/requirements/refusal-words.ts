// The words of refusals: FHIR's own codes, each where it belongs, and the NHS's beside them.

import { holds, refusal, same } from '../expect.ts'
import { at, textAt, textsAt } from '../json.ts'
import { area } from '../requirement.ts'
import { changed, created, readOf } from '../scenes/fhir.ts'
import { messageIds, messageNeeds, messageOf, processMessage } from '../scenes/message.ts'
import { patientOf } from '../scenes/resources.ts'
import { bars, fhir } from '../sources.ts'
import type { Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'
import { status } from '../expect.ts'

const needs = {
  systems: ['acute'],
  capability: ['Patient.create', 'Patient.read', 'Patient.update', 'Patient.search-type'],
} as const

/** https://hl7.org/fhir/R4/valueset-issue-type.html */
const issueTypes = new Set(
  `invalid structure required value invariant security login unknown expired forbidden suppressed processing not-supported duplicate
  multiple-matches not-found deleted too-long code-invalid extension too-costly business-rule conflict transient lock-error no-store
  exception timeout incomplete throttled informational`.split(/\s+/),
)

/** Refusals of many kinds, by what was asked. */
async function refusals(t: Trial): Promise<Readonly<Record<string, Answer>>> {
  const session = t.as('acute')
  const reference = await created(session, patientOf(t.person()))
  const patient = await changed(session, reference, (resource) => ({ ...resource, gender: 'other' }))
  await readOf(session, reference)
  return {
    'an unknown id': await session.get(`Patient/${t.uuid()}`),
    'an unknown type': await session.get('Unicorn/1'),
    'no token': await t.anyone.get(reference),
    'too little scope': await t.as('acute', 'system/Patient.r').post('Patient', patientOf(t.person())),
    'a body that is no JSON': await session.post('Patient', '{'),
    'a code that does not exist': await session.post('Patient', { ...patientOf(t.person()), gender: 'f' }),
    'a version that is no longer current': await session.put(reference, patient, { 'if-match': 'W/"1"' }),
    'a type of content that is not read': await session.ask('POST', 'Patient', 'x', { 'content-type': 'text/plain' }),
    'a type of content that is not sent': await session.get(reference, { accept: 'image/png' }),
    'a date that is none': await session.get('Patient?birthdate=soon'),
    'an address that does not exist': await session.get('nothing/at/all/here'),
  }
}

export const refusalWords = area('refusals', [
  {
    id: 'HF-REF-007',
    level: 'SHOULD',
    title: 'tells every refusal as an OperationOutcome',
    statement: fhir('http#Status-Codes', 'servers SHOULD return an OperationOutcome'),
    assertions: ['ERR-01', 'NEG-06', 'NEG-07'],
    needs,
    kills: ['http-refusal-empty'],
    async run(t) {
      for (const [what, answer] of Object.entries(await refusals(t)))
        refusal(answer, [400, 401, 403, 404, 406, 412, 415, 422], what)
    },
  },
  {
    id: 'HF-REF-008',
    level: 'MUST',
    title: 'says of what kind a fault is in the codes of FHIR, each where it belongs',
    statement: fhir('operationoutcome', 'code: IssueType (Required)'),
    assertions: ['ERR-02'],
    needs,
    kills: ['http-issue-code'],
    async run(t) {
      const expected: Readonly<Record<string, readonly string[]>> = {
        'an unknown id': ['not-found'],
        'no token': ['login', 'security', 'unknown'],
        'too little scope': ['forbidden', 'security'],
        'a body that is no JSON': ['structure', 'invalid'],
        'a code that does not exist': ['code-invalid', 'value', 'invalid'],
        'a version that is no longer current': ['conflict'],
      }
      for (const [what, answer] of Object.entries(await refusals(t))) {
        const codes = textsAt(answer.json, 'issue.code')
        holds(codes.length > 0 && codes.every((code) => issueTypes.has(code)), what, 'codes of issue-type', codes)
        const allowed = expected[what]
        if (allowed)
          holds(
            codes.some((code) => allowed.includes(code)),
            what,
            allowed.join(' or '),
            codes,
          )
      }
    },
  },
  {
    id: 'HF-REF-009',
    level: 'SHOULD',
    title: 'tells whoever sends a message what is wrong in the codes of the NHS too',
    statement: bars('OperationOutcome.issue.details.coding: http-error-codes'),
    assertions: ['ERR-09'],
    needs: messageNeeds,
    kills: ['http-no-nhs-code'],
    async run(t) {
      const good = await t.as('acute').post(processMessage, messageOf(t, { person: t.person() }), messageIds(t))
      status(good, 200, 'a good message')
      const answers = {
        REC_BAD_REQUEST: await t.as('acute').post(processMessage, '{', messageIds(t)),
        REC_UNAUTHORIZED: await t.anyone.post(processMessage, messageOf(t, { person: t.person() }), messageIds(t)),
        REC_METHOD_NOT_ALLOWED: await t.as('acute').get(processMessage),
      }
      for (const [expected, answer] of Object.entries(answers)) {
        const codings = at(answer.json, 'issue.details.coding')
        const codes = codings
          .filter((coding) => /^https:\/\/fhir\.nhs\.uk\/code-?system\/http-error-codes$/i.test(textAt(coding, 'system')))
          .map((coding) => textAt(coding, 'code'))
        same(
          [...new Set(codes)].map((code) => code.replace(/^(SEND|PROXY)_/, 'REC_')),
          [expected],
          `the code for ${answer.status}`,
        )
      }
    },
  },
])
