// The load generator, in a process of its own: autocannon for HTTP, a small client for MLLP. Every request is unlike the others.

import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { openSender } from '../faults/mllp.ts'
import { admissions, conditions, messages, tokenRequests, updates, type Known, type Signer } from './traffic.ts'
import { paced, type Shot } from './paced.ts'
import { answerParent } from './worker.ts'

export type Traffic =
  | { readonly kind: 'message'; readonly from: number }
  | { readonly kind: 'admission'; readonly from: number }
  | { readonly kind: 'update'; readonly from: number; readonly known: Known }
  | { readonly kind: 'mllp'; readonly from: number; readonly known: Known }
  | { readonly kind: 'create'; readonly subjects: readonly string[] }
  | { readonly kind: 'get'; readonly paths: readonly string[] }
  /** So many assertions are signed, before the clock starts: signing costs more than verifying. */
  | { readonly kind: 'token'; readonly signer: Signer; readonly tokenUrl: string; readonly distinct: number }

export interface Job {
  readonly traffic: Traffic
  readonly url: string
  readonly mllp: number
  readonly token: string
  readonly connections: number
  readonly amount: number
  /** Evenly spaced over HTTP, after so many that are not timed (`amount` holds both); as many as are answered where absent. */
  readonly pace?: { readonly perSecond: number; readonly warmUp: number }
}

export interface Load {
  readonly requests: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Answers that were not what a good request gets, and requests that got none. */
  readonly failed: number
  /** Of the bodies that were sent. */
  readonly sentBytes: number
}

/** All connections take from one stream, so that no two send the same. */
function shotsOf(traffic: Traffic, token: string): () => Shot {
  const authorization = `Bearer ${token}`
  if (traffic.kind === 'message') {
    const [next, body] = [countedFrom(traffic.from), messages()]
    return () => ({
      method: 'POST',
      path: '/fhir/R4/$process-message',
      headers: {
        authorization,
        'content-type': 'application/fhir+json',
        'x-request-id': randomUUID(),
        'x-correlation-id': randomUUID(),
      },
      body: body(next()),
    })
  }
  if (traffic.kind === 'create') {
    const [next, body] = [countedFrom(0), conditions(traffic.subjects)]
    const headers = { authorization, 'content-type': 'application/fhir+json' }
    return () => ({ method: 'POST', path: '/fhir/R4/Condition', headers: { ...headers }, body: body(next()) })
  }
  if (isHl7(traffic)) {
    const next = countedFrom(traffic.from)
    const body = traffic.kind === 'admission' ? admissions() : updates(traffic.known)
    const headers = { authorization, 'content-type': 'application/hl7-v2' }
    return () => ({ method: 'POST', path: '/hl7v2', headers: { ...headers }, body: body(next()) })
  }
  if (traffic.kind === 'token') {
    const next = countedFrom(0)
    const signed = Array.from({ length: traffic.distinct }, tokenRequests(traffic.signer, traffic.tokenUrl))
    return () => ({
      method: 'POST',
      path: '/auth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: signed[next() % signed.length] ?? '',
    })
  }
  if (traffic.kind !== 'get') throw new Error('MLLP is no HTTP')
  const [next, { paths }] = [countedFrom(0), traffic]
  return () => ({ method: 'GET', path: paths[next() % paths.length] ?? '/', headers: { authorization } })
}

const isHl7 = (traffic: Traffic): traffic is Extract<Traffic, { kind: 'admission' | 'update' }> =>
  traffic.kind === 'admission' || traffic.kind === 'update'

function countedFrom(first: number): () => number {
  let n = first
  return () => n++
}

async function shoot({ traffic, url, token, connections, amount, pace }: Job): Promise<Load> {
  const shots = shotsOf(traffic, token)
  const took: number[] = []
  let sentBytes = 0
  const next = (): Shot => {
    const shot = shots()
    sentBytes += shot.body === undefined ? 0 : Buffer.byteLength(shot.body)
    return shot
  }
  if (pace) {
    const isGood = (status: number, body: string) => status < 300 && (!isHl7(traffic) || isAccepted(body))
    const timed = amount - pace.warmUp
    const { tookMs, seconds, failed } = await paced(url, { ...pace, amount: timed, connections }, next, isGood)
    return { ...figures(tookMs, seconds * 1000), failed, sentBytes }
  }
  const began = performance.now()
  let last = began
  const run = autocannon({
    url,
    connections,
    amount,
    timeout: 30,
    sampleInt: 10,
    ...(isHl7(traffic) && { verifyBody: isAccepted }),
    requests: [
      {
        setupRequest: (request) => Object.assign(request, next()),
      },
    ],
  })
  void run.on('response', (_client: unknown, _status: number, _bytes: number, ms: number) => {
    took.push(ms)
    last = performance.now()
  })
  const { errors, mismatches, non2xx } = await run
  return { ...figures(took, last - began), failed: errors + mismatches + non2xx, sentBytes }
}

const isAccepted = (ack: string): boolean => ack.includes('MSA|AA|')

/** Each connection waits for its ACK before it sends the next message, as HL7 v2 senders do. */
async function sendFrames({ traffic, mllp, connections, amount }: Job): Promise<Load> {
  if (traffic.kind !== 'mllp') throw new Error('only MLLP')
  const [next, text] = [countedFrom(traffic.from), updates(traffic.known)]
  const end = traffic.from + amount
  const took: number[] = []
  let [failed, sentBytes] = [0, 0]
  const senders = await Promise.all(Array.from({ length: connections }, () => openSender(mllp, 30_000)))
  const began = performance.now()
  await Promise.all(
    senders.map(async (sender) => {
      for (let n = next(); n < end; n = next()) {
        const message = text(n)
        const sent = performance.now()
        const ack = await sender.send(message)
        took.push(performance.now() - sent)
        sentBytes += Buffer.byteLength(message)
        if (!isAccepted(ack)) failed++
      }
    }),
  )
  const ms = performance.now() - began
  for (const sender of senders) sender.end()
  return { ...figures(took, ms), failed, sentBytes }
}

function figures(took: readonly number[], ms: number): Pick<Load, 'requests' | 'seconds' | 'p50Ms' | 'p99Ms'> {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { requests: took.length, seconds: ms / 1000, p50Ms: at(0.5), p99Ms: at(0.99) }
}

answerParent<Job, Load>((job) => (job.traffic.kind === 'mllp' ? sendFrames(job) : shoot(job)))
