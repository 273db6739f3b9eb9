// Makes Client Level Data rows of what the gateway knows: for a council to pre-fill and reconcile its own return.

import { codeSystem } from '../../../profiles/canonical.ts'
import { component } from '../../engine/cell.ts'
import type { CompiledTable } from '../../engine/compile.ts'
import { isRecord } from '../../engine/path.ts'
import type { Context } from '../../engine/row.ts'
import { columns } from './columns.ts'
import { cqcLocation, person, request, service, submission } from './tables.ts'

export interface ClientLevelInput {
  /** CASSR code of the council. */
  readonly laCode: string
  /** `CCYY-MM-DD` */
  readonly periodStart: string
  readonly periodEnd: string
  /** Identifier system of the council's own person ids. */
  readonly personSystem?: string
  readonly timeZone?: string
  readonly events: readonly ClientLevelEvent[]
}

/** A request is the Task by which the council was asked; a service is one activity of a CarePlan. */
export type ClientLevelEvent =
  | { readonly kind: 'request'; readonly patient: unknown; readonly task: unknown; readonly referral?: unknown }
  | { readonly kind: 'service'; readonly patient: unknown; readonly plan: unknown }

/** One record per request and per service, with every column of the return; what is not known is blank. */
export function toClientLevelData(input: ClientLevelInput): Record<string, string>[] {
  const context: Context = {
    client: 'client-level-data',
    timeZone: input.timeZone ?? 'Europe/London',
    assigner: '',
    identifierSystems: input.personSystem ? { LA_Person_Unique_Identifier: input.personSystem } : {},
    aliases: {},
    meanings: {},
  }
  const frame = fieldsOf(submission, input, context)
  return input.events.flatMap((event) => {
    const who = fieldsOf(person, event.patient, context)
    const blank = Object.fromEntries(columns.map((column) => [column, '']))
    return eventsOf(event).map(({ table, record }) => ({ ...blank, ...frame, ...who, ...fieldsOf(table, record, context) }))
  })
}

function fieldsOf(table: CompiledTable, resource: unknown, context: Context): Record<string, string> {
  const { fields } = table.write(resource, context)
  return Object.fromEntries(Object.entries(fields).map(([column, cells]) => [column, component(cells[0] ?? [], 1)]))
}

function eventsOf(event: ClientLevelEvent): readonly { table: CompiledTable; record: unknown }[] {
  if (event.kind === 'request') return [{ table: request, record: requestOf(event.task) }]
  return activitiesOf(event.plan).map((activity) => ({ table: service, record: serviceOf(event.plan, activity) }))
}

/** Every Task of this gateway comes from a discharge referral: the route is known. */
function requestOf(task: unknown): unknown {
  const ended = ['completed', 'rejected', 'cancelled', 'failed'].includes(String(at(task, 'status')))
  return filled({
    eventType: 'request',
    reference: at(task, 'id'),
    start: at(task, 'authoredOn'),
    end: at(task, 'executionPeriod', 'end') ?? (ended ? at(task, 'lastModified') : undefined),
    outcome: outputs(task)
      .map(outcomeOf)
      .find((outcome) => outcome !== undefined),
    route: 'discharge-from-hospital',
  })
}

const outputs = (task: unknown): readonly unknown[] => listAt(task, 'output')

/** An output of type `outcome`: as code, or in the words of the return. */
function outcomeOf(output: unknown): unknown {
  const isOutcome = listAt(at(output, 'type'), 'coding').some((coding) => at(coding, 'code') === 'outcome')
  return isOutcome ? at(output, 'valueCodeableConcept') : undefined
}

function activitiesOf(plan: unknown): readonly unknown[] {
  const activities = listAt(plan, 'activity').map((activity) => at(activity, 'detail'))
  return activities.length > 0 ? activities : [undefined]
}

function serviceOf(plan: unknown, activity: unknown): unknown {
  const provider = listAt(activity, 'performer')[0]
  const isLocation = at(provider, 'identifier', 'system') === cqcLocation
  return filled({
    eventType: 'service',
    reference: at(plan, 'id'),
    start: at(activity, 'scheduledPeriod', 'start') ?? at(plan, 'period', 'start'),
    end: at(activity, 'scheduledPeriod', 'end') ?? at(plan, 'period', 'end'),
    outcome: inSystem([at(activity, 'statusReason')], 'cld-event-outcome'),
    serviceType: inSystem(listAt(plan, 'category'), 'cld-service-type'),
    component: inSystem([at(activity, 'code')], 'cld-service-component'),
    delivery: inSystem(listAt(plan, 'category'), 'cld-delivery-mechanism'),
    provider: filled({ location: isLocation ? at(provider, 'identifier', 'value') : undefined, name: at(provider, 'display') }),
  })
}

/** Of several concepts the one that speaks this list. */
function inSystem(concepts: readonly unknown[], name: string): unknown {
  return concepts.find((concept) => listAt(concept, 'coding').some((coding) => at(coding, 'system') === codeSystem(name)))
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value)
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key)
  return Array.isArray(list) ? list : []
}

const filled = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
