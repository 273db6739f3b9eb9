// $process-message: a FHIR R4 message with BaRS mechanics as a format. https://hl7.org/fhir/R4/messageheader-operation-process-message.html

import { messageDefinition, structureDefinition } from '../../profiles/canonical.ts'
import { ownMessageDefinitions } from '../../profiles/definitions-own.ts'
import { at, isRecord, isResource, textAt, type FhirResource } from '../fhir/resource.ts'
import { fhirJson } from '../fhir/answer.ts'
import { issueOf, outcomeOf, reasons, Refusal, type Fault } from '../refusal.ts'
import type { StoredAnswer } from '../store/store.ts'
import { readResource } from '../fhir/body.ts'
import { fhirIdentity } from './fhir-identity.ts'
import { isClaiming } from './claims.ts'
import { errorsOf } from './judged.ts'
import { keysOf } from './match.ts'
import { contentsOf, ledgerOf, notCarried } from './message-contents.ts'
import type { Planning } from './planning.ts'
import { quarantine } from './quarantine.ts'
import { receive, type Format, type Incoming, type IntakeHouse, type Outcome } from './receive.ts'
import { keepRejected } from './rest.ts'
import { writeEntries, type Entry, type Written } from './write.ts'

const inFlight = new Set<string>()
const idHeaders = ['X-Request-Id', 'X-Correlation-Id'] as const

/** 425 while the same ids are being worked on; 409 `duplicate` afterwards, 409 `conflict` for the same ids with other content. */
export async function processMessage(incoming: Incoming, house: IntakeHouse): Promise<StoredAnswer> {
  const sent = idHeaders.flatMap((name) => incoming.headers.get(name) ?? [])
  const echo = Object.fromEntries(
    idHeaders.flatMap((name) => [[name.toLowerCase(), incoming.headers.get(name) ?? '']].filter(([, id]) => id)),
  )
  const key = [incoming.caller.client, ...sent].join(' ').toLowerCase()
  // Without both ids there is nothing to tell attempts apart by; it is refused further on.
  if (sent.length < idHeaders.length) return receive(incoming, format, house)
  if (inFlight.has(key)) {
    const fault: Fault = { id: 'in-flight', text: 'the first attempt with these ids is still being worked on' }
    throw new Refusal('in-flight', fault, { ...echo, 'Retry-After': '1' })
  }
  inFlight.add(key)
  try {
    const answer = await receive(incoming, format, house)
    return { ...answer, headers: { ...answer.headers, ...echo } }
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.reason, error.faults, { ...error.headers, ...echo })
    throw error
  } finally {
    inFlight.delete(key)
  }
}

function controlOf({ headers }: Incoming): string {
  const faults = idHeaders
    .filter((name) => !guid.test(headers.get(name) ?? ''))
    .map((name): Fault => ({
      id: 'header-required',
      text: `${name} is required and holds a GUID`,
      location: name,
    }))
  if (faults.length > 0) throw new Refusal('header-missing', faults)
  return idHeaders.map((name) => headers.get(name)?.toLowerCase()).join(' ')
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const format: Format = {
  channel: 'fhir-message',
  mapping: 'fhir-message',
  identify: (incoming) => fhirIdentity(readResource(incoming), controlOf(incoming)),
  async plan(incoming, planning, house) {
    const bundle = readResource(incoming)
    const header = headerOf(bundle)
    const contents = contentsOf(bundle, header, house)
    checkDefinition(bundle, header, planning)
    const unknown = contents.entries.find(({ resource }) => resource.resourceType === 'Patient' && keysOf(resource).length === 0)
    if (unknown) return quarantined(planning, bundle, unknown)
    const written = await writeEntries(planning, contents.entries, contents, house)
    const ledger = ledgerOf(contents, written.carried)
    const warnings = [...written.warnings, ...notCarried(ledger)]
    return { state: 'accepted', issues: warnings, ledger, answer: responseTo(planning, bundle, { ...written, warnings }) }
  },
  async repeat(first, { digest }) {
    const isSame = first.digest === digest
    const fault: Fault = isSame
      ? { id: 'duplicate', text: 'a message with these ids and this content was accepted before' }
      : { id: 'conflict', text: 'these ids were used before for other content' }
    const reason = isSame ? 'duplicate' : 'conflict'
    return {
      status: reasons[reason][0],
      headers: { 'content-type': fhirJson },
      body: JSON.stringify(outcomeOf(reason, [fault])),
    }
  },
  refused: keepRejected,
}

/** BaRS's event codes (reference/uk-fhir-standards.md §1.4). Others are refused: an event that is not understood is not handled. */
const eventSystem = 'https://fhir.nhs.uk/CodeSystem/message-events-bars'

function headerOf(bundle: FhirResource): FhirResource {
  const faults: Fault[] = []
  if (bundle.resourceType !== 'Bundle' || bundle['type'] !== 'message')
    faults.push({
      id: 'bundle-type',
      text: 'a message is a Bundle of type message',
      expression: 'Bundle.type',
    })
  const [header] = at(bundle, 'entry.resource')
  if (!isResource(header) || header.resourceType !== 'MessageHeader') {
    faults.push({
      id: 'message-header',
      text: 'the first entry of a message is its MessageHeader',
      expression: 'Bundle.entry[0].resource',
      code: 'required',
    })
    throw new Refusal('unprocessable', faults)
  }
  const event = isRecord(header['eventCoding']) ? header['eventCoding'] : {}
  if (event['system'] !== eventSystem || event['code'] !== 'servicerequest-request') {
    faults.push({
      id: 'event-unknown',
      text: `served: ${eventSystem}|servicerequest-request`,
      expression: 'Bundle.entry[0].resource.eventCoding',
      code: 'not-supported',
    })
  }
  if (faults.length > 0) throw new Refusal('unprocessable', faults)
  return header
}

/**
 * A message that names one of our use cases is held to it, with every resource in it (BaRS: a receiver rejects what does not keep
 * to MessageHeader.definition). Of a stranger's definition that is not known here nothing can be said; one of ours that there is not
 * is a slip of the pen, which would have the message held to nothing.
 */
function checkDefinition(bundle: FhirResource, header: FhirResource, { validator }: Planning): void {
  const definition = textAt(header, 'definition') ?? ''
  if (!definition.startsWith(messageDefinition(''))) return
  if (!isUseCase(definition)) throw new Refusal('unprocessable', noUseCase)
  const faults = errorsOf(bundle, validator).map(({ id, text, expression }): Fault => ({ id, text, expression }))
  if (faults.length > 0) throw new Refusal('unprocessable', faults)
}

function isUseCase(definition: string): boolean {
  useCases ??= new Set(ownMessageDefinitions().flatMap(({ url = '', version = '' }) => [url, `${url}|${version}`]))
  return useCases.has(definition)
}

/** With and without their version; read when the first message names one. */
let useCases: ReadonlySet<string> | undefined

const noUseCase: Fault = {
  id: 'message-definition-unknown',
  text: 'no use case of Home First has this name and version',
  expression: 'Bundle.entry[0].resource.definition',
  code: 'not-supported',
}

/** Stored whole and given to its sender to identify; told in the answer. */
async function quarantined(planning: Planning, bundle: FhirResource, unknown: Entry): Promise<Outcome> {
  const fault: Fault = {
    id: 'person-unidentified',
    severity: 'warning',
    text: 'the message is stored; it waits until its sender says who is meant',
    expression: `${unknown.path}.identifier`,
    code: 'required',
  }
  const owner = planning.caller.organization
  await quarantine(planning, owner, 'person-unidentified')
  const body = messageBundle(planning, bundle, { reference: undefined, faults: [fault] })
  return { state: 'quarantined', owner, reason: 'person-unidentified', issues: [fault], answer: ok(body) }
}

/** The answer names the referral by the id that the gateway gave it, and carries the warnings. */
function responseTo(planning: Planning, bundle: FhirResource, { results, warnings }: Written): StoredAnswer {
  const referral = results.find(({ reference }) => reference?.startsWith('ServiceRequest/'))
  return ok(messageBundle(planning, bundle, { reference: referral?.reference, faults: warnings }))
}

const ok = (body: unknown): StoredAnswer => ({
  status: 200,
  headers: { 'content-type': fhirJson },
  body: JSON.stringify(body),
})

/** BaRS: response.identifier is the Bundle.id of the request. */
function messageBundle(
  planning: Planning,
  request: FhirResource,
  { reference, faults }: { reference: string | undefined; faults: readonly Fault[] },
): Record<string, unknown> {
  const headerId = planning.newId()
  const referral = reference === undefined ? undefined : planning.resource(reference)
  // What the sender wrote may fall short of our profile; then the answer that shows it does so, too.
  const isOurs = referral === undefined || isClaiming(referral)
  const endpoint = textAt(request, 'entry.resource.source.endpoint')
  const outcome =
    faults.length > 0
      ? {
          resourceType: 'OperationOutcome',
          id: planning.newId(),
          issue: faults.map((fault) => issueOf(fault)),
        }
      : undefined
  const header = {
    resourceType: 'MessageHeader',
    id: headerId,
    eventCoding: { system: eventSystem, code: 'servicerequest-response' },
    ...(endpoint !== undefined && { destination: [{ endpoint }] }),
    source: { endpoint: 'urn:home-first-gateway' },
    response: {
      identifier: request.id ?? '',
      code: 'ok',
      ...(outcome && { details: { reference: `urn:uuid:${outcome.id}` } }),
    },
    // A relative reference of a header under a urn:uuid leads nowhere: it is written as the entry's fullUrl (R4, bundle.html#references).
    ...(reference && { focus: [{ reference: `${planning.base}/${reference}` }] }),
    ...(isOurs && { definition: messageDefinition('home-first-outcome') }),
  }
  return {
    resourceType: 'Bundle',
    id: planning.newId(),
    ...(isOurs && { meta: { profile: [structureDefinition('HomeFirstMessage')] } }),
    type: 'message',
    timestamp: planning.at,
    entry: [
      { fullUrl: `urn:uuid:${headerId}`, resource: header },
      ...(outcome ? [{ fullUrl: `urn:uuid:${outcome.id}`, resource: outcome }] : []),
      ...(referral ? [{ fullUrl: `${planning.base}/${reference}`, resource: referral }] : []),
    ],
  }
}
