// A FHIR transaction as a format: all entries or none. https://hl7.org/fhir/R4/http.html#transaction

import { parseKeeping } from '../../profiles/decimal.ts'
import { at, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { readResource } from '../fhir/body.ts'
import { planBatch } from './batch.ts'
import { changeOf, isReading, isRequest, readingOf, requestsIn, type BundleRequest } from './bundle-request.ts'
import { entryOfResult, followedBy, responseBundle, type ResponseEntry } from './bundle-response.ts'
import type { Change } from './entry.ts'
import { fhirIdentity } from './fhir-identity.ts'
import type { Planning } from './planning.ts'
import { checkPreconditions } from './preconditions.ts'
import { preferredReturn, repeated } from './prefer.ts'
import type { Format, Incoming, IntakeHouse, Outcome } from './receive.ts'
import { boundedReadings, toBeRead, withReadings } from './readings.ts'
import { entriesHeardAgain } from './repeats.ts'
import { keepRejected } from './rest.ts'
import { writeEntries } from './write.ts'

/** A Bundle POSTed to the base: a transaction, or a batch. */
export const bundle: Format = {
  channel: 'fhir',
  action: () => 'POST /fhir/R4',
  identify(incoming) {
    const sent = incoming.headers.get('x-request-id')
    return fhirIdentity(readResource(incoming), sent ? `${sent} transaction` : '')
  },
  async plan(incoming, planning, house) {
    checkPreconditions('Bundle', incoming.headers)
    const resource = readResource(incoming)
    const type = resource.resourceType === 'Bundle' ? resource['type'] : undefined
    if (type === 'transaction') return planTransaction(resource, incoming, planning, house)
    if (type === 'batch') return planBatch(resource, incoming, house)
    throw new Refusal('unprocessable', {
      id: 'bundle-type',
      text: 'POST a Bundle of type transaction or batch here',
      expression: 'Bundle.type',
    })
  },
  /** What was read then is not kept; it is read again. */
  async repeat(first, { digest }, incoming, house) {
    if (first.digest !== digest) return undefined
    const answer = await entriesHeardAgain(repeated(first.answer, incoming.headers), incoming, house)
    return withReadings(
      answer,
      requestsIn(readResource(incoming), { base: incoming.base, validator: house.validator }),
      incoming,
      house,
    )
  },
  refused: keepRejected,
}

async function planTransaction(sent: FhirResource, incoming: Incoming, planning: Planning, house: IntakeHouse): Promise<Outcome> {
  const requests = requestsOf(sent, incoming, house)
  const { results, warnings } = await writeEntries(planning, changesOf(requests), { isTransaction: true }, house)
  await checkReadings(requests, planning, incoming, house)
  const wanted = preferredReturn(incoming.headers)
  const made = new Map<string, ResponseEntry>()
  for (const result of results) made.set(result.entry.path, await entryOfResult(result, planning, wanted, warnings))
  const entries = requests.map(({ path }) => made.get(`${path}.resource`) ?? toBeRead)
  return {
    state: 'accepted',
    issues: warnings,
    answer: responseBundle('transaction-response', entries, followedBy([...made.values()], wanted)),
    complete: (answer) => withReadings(answer, requests, incoming, house),
  }
}

/** Throws a Refusal with all that is wrong with the entries' forms. */
function requestsOf(sent: FhirResource, { base }: Incoming, { validator }: IntakeHouse): readonly BundleRequest[] {
  const requests = requestsIn(sent, { base, validator })
  const faults = requests.flatMap((request) => (isRequest(request) ? [] : request))
  if (faults.length > 0) throw new Refusal('invalid', faults)
  return requests.filter(isRequest)
}

function changesOf(requests: readonly BundleRequest[]): readonly Change[] {
  const faults: Fault[] = []
  const changes = requests.flatMap((request) => {
    if (isReading(request)) return []
    try {
      return [changeOf(request)]
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      faults.push(...error.faults)
      return []
    }
  })
  if (faults.length > 0) throw new Refusal('invalid', faults)
  return changes
}

/** An entry that cannot be read fails the whole (R4), so it is tried before; what this very plan writes will be there. */
async function checkReadings(
  requests: readonly BundleRequest[],
  planning: Planning,
  incoming: Incoming,
  house: IntakeHouse,
): Promise<void> {
  const answerTo = boundedReadings(house.answerTo)
  for (const request of requests.filter(isReading)) {
    if (planning.resource(request.url)) continue
    if (planning.isWritten(request.url)) throw failed(request, 410, [])
    const { status, body } = await answerTo(readingOf(request), incoming)
    if (status >= 400) throw failed(request, status, at(parseKeeping(body), 'issue.details.coding.code'))
  }
}

function failed({ path }: BundleRequest, status: number, codes: readonly unknown[]): Refusal {
  const [id] = codes.filter((code): code is string => typeof code === 'string')
  const reason =
    status === 403
      ? 'forbidden'
      : status === 404
        ? 'not-found'
        : status === 410
          ? 'gone'
          : status === 413
            ? 'too-large'
            : 'invalid'
  return new Refusal(reason, {
    id: id ?? 'entry-not-readable',
    text: `this entry would be answered ${status}, so nothing of the transaction is done`,
    expression: `${path}.request.url`,
  })
}
