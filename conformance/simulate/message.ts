// $process-message and transactions: taken once for each pair of ids, with the mechanics of the Booking and Referral Standard.

import { randomUUID } from 'node:crypto'
import { at, textAt } from '../json.ts'
import { fhirReply, refused, type Reply } from './reply.ts'
import type { House } from './house.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

type Headers = Readonly<Record<string, string>>

export interface Sent {
  readonly json: unknown
  readonly thing: string
  readonly headers: Headers
  readonly client: string
}

/** What is wrong with a message before any behaviour is looked at. */
export function messageFault({ json, headers }: Sent, isTransaction: boolean): Reply | undefined {
  const kind = isTransaction ? ['transaction'] : ['message']
  if (textAt(json, 'resourceType') !== 'Bundle' || !kind.includes(textAt(json, 'type')))
    return refused(400, 'structure', 'REC_BAD_REQUEST', `a Bundle of type ${kind.join(' or ')} is taken here`)
  const needed = isTransaction ? [] : ['x-request-id', 'x-correlation-id']
  const missing = needed.filter((name) => !guid.test(headers[name] ?? ''))
  if (missing.length > 0) return refused(400, 'required', 'REC_BAD_REQUEST', `${missing.join(' and ')}: a GUID is needed`)
  if (!isTransaction && textAt(json, 'entry.resource.resourceType') !== 'MessageHeader')
    return refused(400, 'invalid', 'REC_BAD_REQUEST', 'the first entry of a message is its MessageHeader')
  return undefined
}

/** The ids by which attempts are told apart, as they are echoed. */
export const echoOf = (headers: Headers): Headers =>
  Object.fromEntries(['x-request-id', 'x-correlation-id'].flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])))

const keyOf = ({ client, headers }: Sent): string =>
  JSON.stringify([client, headers['x-request-id'], headers['x-correlation-id']])

/** The first answer; 425 while it is being worked on, 409 afterwards. */
export function takenBefore(sent: Sent, { messages }: House): Reply | undefined {
  if (sent.headers['x-request-id'] === undefined) return undefined
  const found = messages.get(keyOf(sent))
  if (!found) return undefined
  if (!found.isDone)
    return refused(425, 'transient', 'REC_TOO_EARLY', 'the first attempt is still being worked on', { 'retry-after': '1' })
  return found.thing === sent.thing
    ? refused(409, 'duplicate', 'REC_CONFLICT', 'this was received before')
    : refused(409, 'conflict', 'REC_CONFLICT', 'these ids belong to other content')
}

/** Answers how to say that it is done. */
export function take(sent: Sent, { messages }: House): () => void {
  const one = { thing: sent.thing, isDone: false }
  if (messages.size > 10_000) messages.clear()
  messages.set(keyOf(sent), one)
  return () => void (one.isDone = true)
}

export function acceptedReply({ json }: Sent, isTransaction: boolean): Reply {
  if (isTransaction) {
    const entry = at(json, 'entry').map((one) => {
      const type = textAt(one, 'resource.resourceType') || 'Basic'
      return { response: { status: '201 Created', location: `${type}/${randomUUID()}/_history/1`, etag: 'W/"1"' } }
    })
    return fhirReply(200, { resourceType: 'Bundle', type: 'transaction-response', entry })
  }
  const header = {
    resourceType: 'MessageHeader',
    id: randomUUID(),
    eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars', code: 'servicerequest-response' },
    source: { endpoint: 'https://fhir.nhs.uk/Id/dos-service-id|999001' },
    response: { identifier: textAt(json, 'id') || 'unknown', code: 'ok' },
  }
  const entry = [{ fullUrl: `urn:uuid:${header.id}`, resource: header }]
  return fhirReply(200, { resourceType: 'Bundle', id: randomUUID(), type: 'message', timestamp: new Date().toISOString(), entry })
}
