// A row of scripts.ts as a FHIR R4 TestScript: https://hl7.org/fhir/R4/testscript.html

import { base } from '../../profiles/canonical.ts'
import type { Requirement } from '../requirement.ts'
import { suiteVersion } from '../version.ts'
import type { Assert, Fixture, Step } from './step.ts'

const fixtures: Readonly<Record<Fixture, object>> = {
  patient: {
    resourceType: 'Patient',
    name: [{ use: 'official', family: 'Testperson', given: ['Script'] }],
    gender: 'female',
    birthDate: '1941-06-07',
  },
  observation: { resourceType: 'Observation', status: 'final', code: { text: 'a good one, in the wrong place' } },
  parameters: { resourceType: 'Parameters', parameter: [{ name: 'conformance', valueString: 'script' }] },
}

const fhirJson = 'application/fhir+json'

/** The server's base and a token are variables; whoever runs it fills them in. */
export function testScript({ id, level, title, statement }: Requirement, steps: readonly Step[]): object {
  const used = [...new Set(steps.flatMap(({ body }) => body ?? []))]
  const creates = steps.findIndex(isCreate)
  const isWarning = level === 'SHOULD' || level === 'MAY'
  const actions = steps.flatMap((step, i) => [
    { operation: operationOf(step, i === creates) },
    ...step.asserts.map((one) => ({ assert: { ...assertOf(one), warningOnly: isWarning } })),
  ])
  const asked = actions.some((action) => JSON.stringify(action).includes('${token}'))
  return {
    resourceType: 'TestScript',
    id: id.toLowerCase(),
    ...(used.length > 0 && { contained: used.map((name) => ({ ...fixtures[name], id: name })) }),
    url: `${base}/TestScript/${id.toLowerCase()}`,
    version: suiteVersion,
    name: id.replaceAll('-', '_'),
    title: `${id}: ${title}`,
    status: 'active',
    publisher: 'Home First Gateway',
    description: `The exchanges at the heart of ${id} (${level}). The conformance suite's own test asks more.`,
    purpose: `${statement.source}: “${statement.quote}” ${statement.url}`,
    ...(used.length > 0 && {
      fixture: used.map((name) => ({ id: name, autocreate: false, autodelete: false, resource: { reference: `#${name}` } })),
    }),
    variable: [
      { name: 'base', description: 'The FHIR base, without a slash at its end', hint: 'https://server.example/fhir/R4' },
      ...(asked
        ? [{ name: 'token', description: 'An access token for system/Patient.cruds', hint: 'npm run conformance -- token acute' }]
        : []),
      ...(creates < 0
        ? []
        : [
            {
              name: 'patientId',
              description: 'The Patient that the script created',
              expression: 'Patient.id',
              sourceId: 'created',
            },
          ]),
    ],
    test: [{ name: id, description: title, action: actions }],
    ...(creates < 0
      ? {}
      : {
          teardown: {
            action: [{ operation: operationOf({ method: 'delete', path: 'Patient/${patientId}', asserts: [] }, false) }],
          },
        }),
  }
}

const isCreate = ({ method, path, asserts, headers }: Step): boolean =>
  method === 'post' &&
  path === 'Patient' &&
  !headers?.['Prefer']?.includes('OperationOutcome') &&
  asserts.some((one) => 'codes' in one && one.codes.includes(201))

function operationOf({ method, path, body, headers = {}, isOpen }: Step, isKept: boolean): object {
  const { Accept: accept = fhirJson, 'Content-Type': contentType, ...others } = headers
  const sent = {
    ...(isOpen ? {} : { Authorization: 'Bearer ${token}' }),
    Accept: accept,
    ...(contentType !== undefined && { 'Content-Type': contentType }),
    // What `patientId` is read from is the body of the answer.
    ...(isKept && { Prefer: 'return=representation' }),
    ...others,
  }
  return {
    method,
    url: `\${base}/${path}`,
    encodeRequestUrl: false,
    requestHeader: Object.entries(sent).map(([field, value]) => ({ field, value })),
    ...(body !== undefined && { sourceId: body }),
    ...(isKept && { responseId: 'created' }),
  }
}

function assertOf(one: Assert): object {
  const direction = { direction: 'response' }
  if ('codes' in one) return { ...direction, operator: one.codes.length > 1 ? 'in' : 'equals', responseCode: one.codes.join(',') }
  if ('resource' in one) return { ...direction, resource: one.resource }
  if ('contentType' in one) return { ...direction, contentType: one.contentType }
  const { operator, value } = one
  const place = 'header' in one ? { headerField: one.header } : { expression: one.expression }
  return { ...direction, ...place, operator, ...(value !== undefined && { value }) }
}
