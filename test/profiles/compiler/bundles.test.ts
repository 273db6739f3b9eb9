// Bundles: what they refer to, and messages held against their MessageDefinitions.

import { describe, expect, it } from 'vitest'
import type { MessageDefinition } from '../../../profiles/compiler/message-plan.ts'
import { at, make, profile } from './define.ts'
import { type Json, message, patient, task, withContained } from '../good.ts'

const urn = (n: number): string => `urn:uuid:6a0c3c8f-0a52-4b4e-9a6e-00000000000${n}`
const bundle = (type: string, ...entry: Json[]): Json => ({ resourceType: 'Bundle', type, entry })
const post = (resource: Json, fullUrl: string): Json => ({
  fullUrl,
  resource,
  request: { method: 'POST', url: String(resource['resourceType']) },
})
const about = (reference: string): Json => ({ ...task(), for: { reference } })
const plain = make([])
const found = (resource: Json) => plain.found(resource, null)

describe('a reference into a Bundle', () => {
  it.each(['transaction', 'batch'])('is found in a %s', (type) => {
    expect(found(bundle(type, post(patient(), urn(1)), post(about(urn(1)), urn(2))))).toEqual([])
    expect(found(bundle(type, post(about(urn(1)), urn(2))))).toEqual([
      'reference-unresolved Bundle.entry[0].resource.for.reference',
    ])
  })
  it('is only a warning where the Bundle is no closed world', () => {
    const collection = bundle('collection', { resource: about(urn(1)) })
    expect(found(collection)).toEqual([])
    expect(plain.validator.validate(collection)).toMatchObject([
      { severity: 'warning', id: 'reference-unresolved', code: 'not-found' },
    ])
  })
  it('leads to an allowed type, by urn and by address', () => {
    expect(found(bundle('transaction', post(task(), urn(1)), post(about(urn(1)), urn(2))))).toEqual([])
    const owned = { ...task(), owner: { reference: urn(1) } }
    expect(found(bundle('transaction', post(task(), urn(1)), post(owned, urn(2))))).toEqual([
      'reference-target Bundle.entry[1].resource.owner.reference',
    ])
  })
  it('is read against the base of its entry', () => {
    const { found: asked } = make([
      profile('p', 'Task', [{ id: 'Task.for', type: [{ code: 'Reference', targetProfile: [at('named')] }] }]),
      profile('named', 'Patient', [{ id: 'Patient.name', min: 1 }]),
    ])
    const claimed = { ...about('Patient/1'), meta: { profile: [at('p')] } }
    const from = (base: string, named: Json): Json =>
      bundle(
        'collection',
        { fullUrl: 'https://a.test/fhir/Patient/1', resource: named },
        { fullUrl: `${base}/Task/1`, resource: claimed },
      )
    const nameless = { resourceType: 'Patient', active: true }
    expect(asked(from('https://a.test/fhir', patient()), null)).toEqual([])
    expect(asked(from('https://a.test/fhir', nameless), null)).toEqual([
      'reference-profile Bundle.entry[1].resource.for.reference',
    ])
    expect(asked(from('https://b.test/fhir', nameless), null)).toEqual([])
  })
  it('of a contained resource leads into its own container', () => {
    expect(found(bundle('collection', { resource: withContained() }))).toEqual([])
    const other = { ...task(), owner: { reference: '#pr1' } }
    expect(found(bundle('collection', { resource: withContained() }, { resource: other }))).toEqual([
      'invariant Bundle.entry[1].resource.owner.reference',
    ])
  })
})

describe('the entries of a Bundle', () => {
  it('have a fullUrl once', () => {
    expect(
      found(bundle('collection', { fullUrl: urn(1), resource: patient() }, { fullUrl: urn(1), resource: patient() })),
    ).toEqual(['invariant Bundle'])
  })
  it('have a request in a batch and a transaction', () => {
    expect(found(bundle('transaction', { fullUrl: urn(1), resource: patient() }))).toEqual(['invariant Bundle'])
  })
  it('begin with a header in a message and with a Composition in a document', () => {
    expect(found({ ...bundle('message', { fullUrl: urn(1), resource: patient() }) })).toEqual(['invariant Bundle'])
    const document = {
      ...bundle('document', { fullUrl: urn(1), resource: patient() }),
      identifier: { system: 'urn:x', value: '1' },
      timestamp: '2026-11-01T00:00:00Z',
    }
    expect(found(document)).toEqual(['invariant Bundle'])
  })
})

const event = { system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars', code: 'servicerequest-request' }
const definition = (name: string, more: Partial<MessageDefinition> = {}): MessageDefinition => ({
  url: at(name),
  eventCoding: event,
  ...more,
})
const changed = (header: Json, rest: (entries: Json[]) => Json[] = (entries) => entries): Json => {
  const whole = message()
  const [first, ...others] = whole['entry'] as Json[]
  return { ...whole, entry: [{ ...first, resource: { ...(first?.['resource'] as Json), ...header } }, ...rest(others)] }
}

describe('a message', () => {
  const focus = [{ code: 'ServiceRequest', profile: at('request'), min: 1, max: '1' }]
  const request = profile('request', 'ServiceRequest', [{ id: 'ServiceRequest.subject', min: 1 }])
  const { found: held } = make([request], [definition('m', { focus })])
  const judged = (resource: Json) => held(resource, null)

  it('passes when it keeps to the definition of its event', () => expect(judged(message())).toEqual([]))
  it('has the event of the definition that it names', () => {
    expect(judged(changed({ definition: at('m') }))).toEqual([])
    expect(judged(changed({ definition: at('m'), eventCoding: { ...event, code: 'x' } }))).toEqual([
      'message-event Bundle.entry[0].resource.event',
    ])
  })
  it('has as many of each focus as its definition says', () => {
    expect(judged(changed({ focus: undefined }))).toEqual(['required Bundle.entry[0].resource.focus'])
    const one = { reference: 'urn:uuid:6a0c3c8f-0a52-4b4e-9a6e-222222222222' }
    expect(judged(changed({ focus: [one, one] }))).toEqual(['too-many Bundle.entry[0].resource.focus'])
  })
  it('has no other focus', () => {
    const other = { reference: 'urn:uuid:6a0c3c8f-0a52-4b4e-9a6e-333333333333' }
    expect(judged(changed({ focus: [other] }))).toEqual([
      'message-focus Bundle.entry[0].resource.focus[0]',
      'required Bundle.entry[0].resource.focus',
    ])
  })
  it('has its focus inside', () => {
    expect(judged(changed({ focus: [{ reference: 'ServiceRequest/1' }] }))).toEqual([
      'message-focus-missing Bundle.entry[0].resource.focus[0]',
      'required Bundle.entry[0].resource.focus',
    ])
  })
  it('has a focus that conforms', () => {
    const strict = make(
      [profile('request', 'ServiceRequest', [{ id: 'ServiceRequest.requester', min: 1 }])],
      [definition('m', { focus })],
    )
    expect(strict.found(message(), null)).toEqual([
      'message-focus Bundle.entry[0].resource.focus[0]',
      'required Bundle.entry[0].resource.focus',
    ])
  })
  it('is warned of when it names a definition that is not known', () => {
    expect(judged(changed({ definition: 'urn:x' }))).toEqual([])
    expect(
      make([request], [definition('m', { focus })])
        .validator.validate(changed({ definition: 'urn:x' }))
        .map(({ severity, id }) => `${severity} ${id}`),
    ).toContain('warning message-definition-unknown')
  })
  it('is not judged where its event has several definitions and it names none', () => {
    expect(make([], [definition('m', { focus: [{ code: 'Task', min: 1 }] }), definition('n')]).found(message(), null)).toEqual([])
  })
  it('that answers is one that is allowed as an answer', () => {
    const answer = { response: { identifier: '1', code: 'ok' }, definition: at('answer') }
    const definitions = (allowed: string) => [
      definition('m', { allowedResponse: [{ message: at(allowed) }] }),
      definition('answer'),
    ]
    expect(make([], definitions('answer')).found(changed(answer), null)).toEqual([])
    expect(make([], definitions('other')).found(changed(answer), null)).toEqual([
      'message-response Bundle.entry[0].resource.response',
    ])
  })
  it('holds what is listed, where the definition lists the header with the rest', () => {
    const whole = (...more: { code: string; min: number; max?: string; profile?: string }[]) =>
      make(
        [profile('born', 'Patient', [{ id: 'Patient.birthDate', min: 1 }])],
        [definition('m', { focus: [{ code: 'MessageHeader', min: 1, max: '1' }, { code: 'ServiceRequest', min: 1 }, ...more] })],
      )
    expect(whole({ code: 'Patient', min: 1, max: '1' }).found(message(), null)).toEqual([])
    expect(whole({ code: 'Task', min: 1 }).found(message(), null)).toEqual(['required Bundle.entry'])
    expect(whole({ code: 'Patient', min: 0, max: '0' }).found(message(), null)).toEqual(['too-many Bundle.entry'])
    expect(whole({ code: 'Patient', min: 1, profile: at('born') }).found(message(), null)).toEqual([])
    const unborn = changed({}, (entries) =>
      entries.map((entry, i) => (i === 1 ? { ...entry, resource: { ...patient(), birthDate: undefined } } : entry)),
    )
    // One fault is told once: not again by the count of what is missing, nor where the entry is pointed at.
    expect(whole({ code: 'Patient', min: 1, profile: at('born') }).found(unborn, null)).toEqual([
      'message-content Bundle.entry[2].resource',
      'required Bundle.entry[2].resource.birthDate',
    ])
  })
})
