// The stage: what a step of the story may use, and how it is told.

import type { SystemName } from './cast.ts'
import type { Json, Wire } from './wire.ts'

export interface Stage {
  readonly systems: Readonly<Record<SystemName, Wire>>
  readonly mllp: (message: string) => Promise<string>
  /** Shared by the steps of one person: ids that they learned over the wire. */
  readonly known: Map<string, string>
}

export interface Step {
  readonly title: string
  /** Does it, checks it, and says in a line what was sent and what came back. */
  run(stage: Stage): Promise<string>
}

export interface Chapter {
  readonly title: string
  readonly steps: readonly Step[]
}

/** Says what was expected and seen; the demo then ends with another exit code than 0. */
export class StepFailed extends Error {
  override name = 'StepFailed'
}

export function must(holds: boolean, expected: string, seen: unknown): asserts holds {
  if (!holds) throw new StepFailed(`expected ${expected}; saw ${typeof seen === 'string' ? seen : JSON.stringify(seen)}`)
}

export function learned(stage: Stage, name: string): string {
  const value = stage.known.get(name)
  if (value === undefined) throw new StepFailed(`no step learned ${name}`)
  return value
}

/** The MSA-1 of an ACK. */
export const ackCode = (ack: string): string => /MSA\|(\w\w)/.exec(ack)?.[1] ?? 'no MSA'

export const resources = (bundle: Json): readonly Json[] =>
  (Array.isArray(bundle['entry']) ? bundle['entry'].map((entry: Json) => entry['resource']) : []) as readonly Json[]

export async function read(wire: Wire, path: string): Promise<Json> {
  const { status, json, text } = await wire.ask('GET', `/fhir/R4/${path}`)
  must(status === 200, `200 for GET ${path.replace(/\|\d{10}/, '|…')}`, `${status} ${text.slice(0, 300)}`)
  return json
}

export async function hidden(wire: Wire, path: string): Promise<void> {
  const { status } = await wire.ask('GET', `/fhir/R4/${path}`)
  must(status === 404, `404 for GET ${path}`, status)
}

/** Changes a resource as its reader: read, edit, PUT with If-Match. */
export async function change(
  wire: Wire,
  path: string,
  edit: (resource: Record<string, unknown>) => Record<string, unknown>,
): Promise<Json> {
  const { headers, json } = await wire.ask('GET', `/fhir/R4/${path}`)
  const answer = await wire.ask('PUT', `/fhir/R4/${path}`, edit({ ...(json as unknown as Record<string, unknown>) }), {
    'if-match': headers.get('etag') ?? '',
  })
  must(answer.status === 200, `200 for PUT ${path}`, `${answer.status} ${answer.text.slice(0, 400)}`)
  return answer.json
}

export async function create(wire: Wire, type: string, resource: object): Promise<Json> {
  const { status, json, text } = await wire.ask('POST', `/fhir/R4/${type}`, resource)
  must(status === 201, `201 for POST ${type}`, `${status} ${text.slice(0, 400)}`)
  return json
}
