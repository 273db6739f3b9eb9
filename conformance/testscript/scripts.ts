// The requirements that a TestScript can show: each the exchanges at its heart, with what their answers are held to.
//
// A requirement is a function, and no function can be turned into a table by itself. So these rows are written by hand, for the
// requirements whose claim is in the status, the headers or a path of answers to fixed requests; a test plays every script
// against the gateway and against servers that are wrong, and sees it pass and fail.

import { codes, expression, get, header, post, put, refused, remove, type Step } from './step.ts'

/** What is already there: a Patient, kept as `${patientId}`. */
const created = post('Patient', 'patient', [codes(201)])
const it = 'Patient/${patientId}'
const none = 'Patient/testscript-none-1'
const gone = codes(200, 204)

/** By the id of the requirement. */
export const scripts: Readonly<Record<string, readonly Step[]>> = {
  'HF-DSC-001': [
    get('.well-known/smart-configuration', [codes(200), { contentType: 'application/json' }], {
      isOpen: true,
      headers: { Accept: 'text/html' },
    }),
  ],
  'HF-MET-001': [
    get(
      'metadata',
      [
        codes(200),
        { resource: 'CapabilityStatement' },
        expression('CapabilityStatement.fhirVersion', 'equals', '4.0.1'),
        expression('CapabilityStatement.kind', 'equals', 'instance'),
        expression('CapabilityStatement.status', 'notEmpty'),
        expression('CapabilityStatement.date', 'notEmpty'),
      ],
      { isOpen: true },
    ),
  ],
  'HF-MET-007': [
    get('metadata', [codes(200)], { isOpen: true }),
    post('metadata', 'parameters', [codes(401, 404, 405)], { isOpen: true }),
  ],
  'HF-CRE-001': [
    post('Patient', 'patient', [
      codes(201),
      header('Location', 'contains', 'Patient/'),
      header('Location', 'contains', '/_history/'),
    ]),
    get(it, [codes(200), { resource: 'Patient' }, expression('Patient.id', 'equals', '${patientId}')]),
  ],
  'HF-CRE-005': [created, post('Patient', 'observation', refused(400, 422))],
  'HF-CRE-011': [
    post('Patient', 'patient', [codes(201), { resource: 'Patient' }], { headers: { Prefer: 'return=representation' } }),
    post('Patient', 'patient', [codes(201), { resource: 'OperationOutcome' }], {
      headers: { Prefer: 'return=OperationOutcome' },
    }),
  ],
  'HF-CRE-017': [
    post('Patient', 'patient', [codes(201), { contentType: 'application/fhir+json' }]),
    post('Patient', 'observation', [codes(400, 422), { contentType: 'application/fhir+json' }]),
  ],
  'HF-CRE-018': [
    post('Patient', 'patient', [codes(201), header('ETag', 'contains', 'W/"'), header('Last-Modified', 'contains', 'GMT')]),
  ],
  'HF-CRE-020': [
    post('Patient', 'patient', [codes(201), { resource: 'OperationOutcome' }], {
      headers: { Prefer: 'return=OperationOutcome' },
    }),
  ],
  'HF-CRE-024': [created, post(it, 'patient', [...refused(405), header('Allow', 'notEmpty')])],
  'HF-REA-002': [
    created,
    get(it, [codes(200)]),
    get(none, [...refused(404), expression('OperationOutcome.issue.code', 'equals', 'not-found')]),
  ],
  'HF-REA-006': [
    created,
    get(`${it}/_history`, [
      codes(200),
      { resource: 'Bundle' },
      expression('Bundle.type', 'equals', 'history'),
      expression('Bundle.total', 'equals', '1'),
    ]),
  ],
  'HF-REA-007': [
    created,
    get(it, [codes(200)]),
    get('Patient/a%20b', refused(400, 404)),
    get('Patient/a%27%20OR%201=1--', refused(400, 404)),
  ],
  'HF-REA-008': [created, get(it, [codes(200), header('Cache-Control', 'contains', 'no-store')])],
  'HF-REA-009': [
    created,
    get(it, [
      codes(200),
      { resource: 'Patient' },
      expression('Patient.id', 'equals', '${patientId}'),
      header('ETag', 'contains', 'W/"'),
    ]),
  ],
  'HF-REA-010': [
    created,
    remove(it, [gone]),
    get(it, [...refused(410), expression('OperationOutcome.issue.code', 'equals', 'deleted')]),
  ],
  'HF-HIS-009': [created, get(`${it}/_history`, [codes(200)]), get(`${none}/_history`, refused(404))],
  'HF-UPD-005': [created, put(it, 'patient', refused(400, 422)), get(it, [codes(200)])],
  'HF-UPD-008': [created, put(it, 'observation', refused(400)), get(it, [codes(200), { resource: 'Patient' }])],
  'HF-UPD-009': [
    created,
    put('Patient', 'patient', refused(400, 405, 412)),
    put('Patient?conformance-nonsense=1', 'patient', refused(400, 405, 412)),
  ],
  'HF-DEL-001': [created, remove(it, [gone]), remove(it, [gone]), get(it, refused(410))],
  'HF-DEL-003': [created, remove(it, [gone]), remove(none, [codes(200, 204, 404)])],
  'HF-DEL-007': [
    created,
    remove('Patient', refused(400, 404, 405, 412)),
    remove('Patient?conformance-nonsense=1', refused(400, 404, 405, 412)),
    get(it, [codes(200)]),
  ],
  'HF-SEA-001': [
    created,
    get('Patient?_id=${patientId}', [
      codes(200),
      { resource: 'Bundle' },
      expression('Bundle.type', 'equals', 'searchset'),
      expression('Bundle.total', 'equals', '1'),
      expression('Bundle.entry.resource.id', 'equals', '${patientId}'),
      expression('Bundle.entry.search.mode', 'equals', 'match'),
      expression('Bundle.entry.fullUrl', 'contains', 'Patient/${patientId}'),
    ]),
  ],
  'HF-SEA-002': [
    created,
    get('Patient?_id=${patientId}', [codes(200)]),
    get('Patient?_id=${patientId}&favourite-colour=blue', refused(400)),
    get('Patient?_id=${patientId}&favourite-colour=blue', [codes(200), expression('Bundle.total', 'equals', '1')], {
      headers: { Prefer: 'handling=lenient' },
    }),
  ],
  'HF-SEA-010': [
    created,
    get('Patient?_id=${patientId}&_summary=count', [
      codes(200),
      expression('Bundle.total', 'equals', '1'),
      expression('Bundle.entry', 'empty'),
    ]),
    get('Patient?_id=${patientId}&_count=0', [
      codes(200),
      expression('Bundle.total', 'equals', '1'),
      expression('Bundle.entry', 'empty'),
    ]),
  ],
  'HF-SEA-013': [
    created,
    get('Patient?_id=${patientId}', [codes(200), expression('Bundle.total', 'equals', '1')]),
    get('Patient?_id=testscript-none-1', [
      codes(200),
      expression('Bundle.total', 'equals', '0'),
      expression('Bundle.entry', 'empty'),
    ]),
  ],
  'HF-REF-001': [created, put(`${it}/_history`, 'parameters', refused(404, 405)), get(it, [codes(200)])],
  'HF-REF-002': [
    created,
    get(it, refused(406), { headers: { Accept: 'image/png' } }),
    get(it, refused(406), { headers: { Accept: 'application/fhir+json; fhirVersion=3.0' } }),
    get(it, [codes(200)], { headers: { Accept: 'application/json' } }),
    get(it, [codes(200)], { headers: { Accept: '*/*' } }),
  ],
  'HF-REF-005': [
    created,
    get(it, [codes(200)]),
    get('patient/${patientId}', refused(404)),
    get('Unicorn/1', refused(404)),
    get('nothing/at/all/here', refused(404)),
  ],
  'HF-REF-006': [
    created,
    get(it, [codes(200), header('X-Request-Id', 'equals', '5a1c0f2e-0000-4000-8000-000000000007')], {
      headers: { 'X-Request-Id': '5a1c0f2e-0000-4000-8000-000000000007' },
    }),
    get(none, [codes(404), header('X-Request-Id', 'notEmpty')]),
  ],
  'HF-NEG-002': [
    created,
    get(it, [codes(200), { resource: 'Patient' }, header('Content-Type', 'contains', 'json')], {
      headers: { Accept: 'application/json' },
    }),
    get(it, [codes(200), { resource: 'Patient' }, header('Content-Type', 'contains', 'json')], {
      headers: { Accept: 'text/json' },
    }),
  ],
  'HF-NEG-006': [
    created,
    get(it, [codes(200), { resource: 'Patient' }], { headers: { Accept: 'application/fhir+json; fhirVersion=4.0' } }),
    get(it, refused(406), { headers: { Accept: 'application/fhir+json; fhirVersion=5.0' } }),
  ],
  'HF-OPS-004': [
    created,
    get(it, [codes(200)]),
    post('$no-such-operation', 'parameters', [
      ...refused(400, 404, 501),
      expression('OperationOutcome.issue.code', 'equals', 'not-supported'),
    ]),
    post(`${it}/$no-such-operation`, 'parameters', [
      ...refused(400, 404, 501),
      expression('OperationOutcome.issue.code', 'equals', 'not-supported'),
    ]),
  ],
}
