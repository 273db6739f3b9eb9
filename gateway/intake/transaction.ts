// A FHIR transaction as a format: all entries or none. https://hl7.org/fhir/R4/http.html#transaction

import { etag, fhirJson } from '../fhir/answer.ts'
import { at, isRecord, isResource, type FhirResource } from '../fhir/resource.ts'
import { Refusal, type Fault } from '../refusal.ts'
import { UNSTAMPED } from '../store/store.ts'
import { readResource } from '../fhir/body.ts'
import { fhirIdentity } from './fhir-identity.ts'
import type { Planning } from './planning.ts'
import type { Format } from './receive.ts'
import { keepRejected } from './rest.ts'
import { writeEntries, type Entry, type Result } from './write.ts'

/** Entries served: POST (with ifNoneExist) and PUT (with ifMatch). Reading and deleting entries come with part 5; they are refused. */
export const transaction: Format = {
  channel: 'fhir',
  identify(incoming) {
    const sent = incoming.headers.get('x-request-id')
    return fhirIdentity(readResource(incoming), sent ? `${sent} transaction` : '')
  },
  async plan(incoming, planning, house) {
    const bundle = readResource(incoming)
    if (bundle.resourceType !== 'Bundle' || bundle['type'] !== 'transaction') {
      throw new Refusal('unprocessable', {
        id: 'bundle-type',
        text: 'POST a Bundle of type transaction here',
        expression: 'Bundle.type',
      })
    }
    const { results, warnings } = await writeEntries(planning, entriesOf(bundle), undefined, house)
    const body = {
      resourceType: 'Bundle',
      type: 'transaction-response',
      entry: await Promise.all(results.map((result) => responseOf(result, planning, incoming.base))),
    }
    return {
      state: 'accepted',
      issues: warnings,
      answer: { status: 200, headers: { 'content-type': fhirJson }, body: JSON.stringify(body) },
    }
  },
  async repeat(first, { digest }) {
    return first.digest === digest ? first.answer : undefined
  },
  refused: keepRejected,
}

function entriesOf(bundle: FhirResource): readonly Entry[] {
  const faults: Fault[] = []
  const entries = at(bundle, 'entry').flatMap((entry, i): readonly Entry[] => {
    const path = `Bundle.entry[${i}]`
    const request = isRecord(entry) && isRecord(entry['request']) ? entry['request'] : {}
    const resource = isRecord(entry) ? entry['resource'] : undefined
    const { method, url, ifNoneExist } = request
    const served = (method === 'POST' || method === 'PUT') && typeof url === 'string'
    if (!served)
      faults.push({
        id: 'entry-request',
        text: 'an entry here is a POST or a PUT with its url',
        expression: `${path}.request`,
        code: 'not-supported',
      })
    else if (!isResource(resource))
      faults.push({
        id: 'entry-resource',
        text: 'the entry holds no resource',
        expression: `${path}.resource`,
        code: 'required',
      })
    else if (method === 'PUT' ? url !== `${resource.resourceType}/${resource.id}` : url !== resource.resourceType) {
      faults.push({
        id: 'entry-url',
        text: 'the url does not name the resource of the entry',
        expression: `${path}.request.url`,
      })
    } else {
      const fullUrl = isRecord(entry) && typeof entry['fullUrl'] === 'string' ? entry['fullUrl'] : undefined
      return [
        {
          path: `${path}.resource`,
          method: method === 'PUT' ? 'update' : 'create',
          resource: method === 'PUT' ? resource : withoutId(resource),
          ...(fullUrl && { fullUrl }),
          ...(method === 'PUT' && { target: url }),
          ...ifMatchOf(request, path, faults),
          ...(typeof ifNoneExist === 'string' && { ifNoneExist }),
        },
      ]
    }
    return []
  })
  const fullUrls = entries.flatMap(({ fullUrl }) => fullUrl ?? [])
  if (new Set(fullUrls).size < fullUrls.length)
    faults.push({
      id: 'full-url-twice',
      text: 'two entries have one fullUrl',
      expression: 'Bundle.entry.fullUrl',
    })
  const targets = entries.flatMap(({ target }) => target ?? [])
  if (new Set(targets).size < targets.length)
    faults.push({
      id: 'target-twice',
      text: 'two entries change one resource',
      expression: 'Bundle.entry.request.url',
    })
  if (faults.length > 0) throw new Refusal('unprocessable', faults)
  return entries
}

const withoutId = ({ id: _, ...resource }: FhirResource): FhirResource => resource

function ifMatchOf(request: Record<string, unknown>, path: string, faults: Fault[]): { ifMatch?: number } {
  const { ifMatch } = request
  if (ifMatch === undefined) return {}
  const [, version] = typeof ifMatch === 'string' ? (/^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch) ?? []) : []
  if (version === undefined)
    faults.push({
      id: 'if-match',
      text: 'ifMatch holds one ETag, like W/"3"',
      expression: `${path}.request.ifMatch`,
    })
  return { ifMatch: Number(version) }
}

async function responseOf({ reference, outcome }: Result, planning: Planning, base: string): Promise<Record<string, unknown>> {
  const version = (await planning.load(reference))?.version ?? 0
  return {
    fullUrl: `${base}/${reference}`,
    response: {
      status: outcome === 'created' ? '201' : '200',
      location: `${reference}/_history/${version}`,
      etag: etag({ version }),
      ...(outcome !== 'unchanged' && { lastModified: UNSTAMPED }),
    },
  }
}
