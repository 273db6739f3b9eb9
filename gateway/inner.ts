// Reading within a Bundle: what an address would answer to the same caller, asked from inside.

import { accessOf, auditedAs, requireScope } from './auth/access.ts'
import { letters } from './auth/scopes.ts'
import { fhirJson } from './fhir/answer.ts'
import { operationRoutes } from './fhir/operations.ts'
import type { Answer, House } from './handler.ts'
import type { Incoming, Reading } from './intake/receive.ts'
import { parametersOf } from './parameters.ts'
import { outcomeOf, reasons, Refusal } from './refusal.ts'
import { matcherOf, type Match } from './route-match.ts'
import { routes } from './routes.ts'
import type { StoredAnswer } from './store/store.ts'

/**
 * Answers every GET of the route table under the FHIR base and every operation that writes nothing, by its scope; a refusal is an
 * answer. Audited like any reading.
 */
export function readingIn(house: () => House): (reading: Reading, from: Incoming) => Promise<StoredAnswer> {
  const matcher = matcherOf([...routes.filter(({ method }) => method === 'GET'), ...askingRoutes])
  return async (reading, from) => {
    const { method, url } = reading
    const [path = '', query = ''] = url.split(/\?(.*)/s)
    const match = matcher.match(method, `/fhir/R4/${path}`)
    const action = `${method} ${match?.route.path ?? 'an address that is not served'}`
    try {
      const answer = await answered(match, parametersOf(query), reading, from, house())
      await audit(house(), from, action, answer.touched ?? [match?.route.type ?? ''])
      return { status: answer.status, headers: answer.headers ?? {}, body: bodyOf(answer, method) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await audit(house(), from, action, [match?.route.type ?? ''], error.reason)
      const body = JSON.stringify(outcomeOf(error.reason, error.faults))
      return { status: reasons[error.reason][0], headers: { 'content-type': fhirJson }, body }
    }
  }
}

/** The operations that ask by POST; those that write are messages, and come in by the line. */
const askingRoutes = [...operationRoutes, ...routes.filter(({ path }) => path.endsWith('/$validate'))].filter(
  ({ method }) => method === 'POST',
)

async function answered(
  match: Match | undefined,
  query: URLSearchParams,
  { method, headers, body }: Reading,
  { caller, at, requestId, base }: Incoming,
  house: House,
): Promise<Answer> {
  if (!match) throw new Refusal('not-found', { id: 'address-unknown', text: 'nothing is served at this address' })
  const { route, params } = match
  const ask = {
    ...{ method, query, headers, at, requestId, base, body: Buffer.from(body ? JSON.stringify(body) : '') },
    params: route.type === undefined ? params : { ...params, type: route.type },
  }
  if (route.scope === 'public') return route.handler(ask, house)
  const [type = '', wanted] = route.scope.split('.')
  const letter = letters.find((one) => one === wanted)
  if (letter) requireScope(caller, type, letter)
  return route.handler({ ...ask, caller, access: accessOf(caller, house.now()) }, house)
}

/** Everything that a Bundle can hold is a resource in JSON. */
function bodyOf({ body, status }: Answer, method: Reading['method']): string {
  if (method === 'HEAD' || status === 304 || body === undefined) return ''
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}

async function audit(
  { store, newId, now }: House,
  { caller, requestId: request }: Incoming,
  action: string,
  what: readonly string[],
  reason?: string,
): Promise<void> {
  const outcome = reason === undefined ? 'success' : 'refused'
  await store.commit({
    audit: [{ id: newId(), at: now(), ...auditedAs(caller), action, outcome, what, request, ...(reason && { reason }) }],
  })
}
