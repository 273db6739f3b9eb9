// The tables of status changes: which may follow which, and who may make the change.

import { Refusal } from '../refusal.ts'

/** `requester` asked for it, `owner` was asked; both are organisations. For a resource without an owner its origin is the requester. */
export type Actor = 'requester' | 'owner'

export interface StatusChange {
  readonly from: string
  readonly to: string
  readonly by: Actor
}

const open = ['requested', 'received', 'accepted', 'in-progress', 'on-hold'] as const

const change = (from: string, to: string, by: Actor): StatusChange => ({ from, to, by })
const fromEach = (froms: readonly string[], to: string, by: Actor) => froms.map((from) => change(from, to, by))

/**
 * Task: the owner's system receives, a person there accepts or rejects (HOUSE law 6: two states); whoever asked may withdraw while
 * it is open. FHIR R4 Task state machine (task.html#statemachine), narrowed to this.
 */
const task: readonly StatusChange[] = [
  change('draft', 'requested', 'requester'),
  change('draft', 'cancelled', 'requester'),
  change('requested', 'received', 'owner'),
  ...fromEach(['requested', 'received'], 'accepted', 'owner'),
  ...fromEach(['requested', 'received'], 'rejected', 'owner'),
  ...fromEach(['accepted', 'on-hold'], 'in-progress', 'owner'),
  ...fromEach(['accepted', 'in-progress'], 'on-hold', 'owner'),
  ...fromEach(['accepted', 'in-progress'], 'completed', 'owner'),
  ...fromEach(['accepted', 'in-progress', 'on-hold'], 'failed', 'owner'),
  ...fromEach(open, 'cancelled', 'requester'),
  // What was never so is taken back at any time, also when it is over: the wrong person's task was the wrong person's.
  ...fromEach(['draft', ...open, 'completed', 'failed', 'rejected', 'cancelled'], 'entered-in-error', 'requester'),
]

/** ServiceRequest: `revoked` is the withdrawal of a referral. */
const serviceRequest: readonly StatusChange[] = [
  change('draft', 'active', 'requester'),
  change('active', 'on-hold', 'requester'),
  change('on-hold', 'active', 'requester'),
  ...fromEach(['active', 'on-hold'], 'completed', 'requester'),
  ...fromEach(['draft', 'active', 'on-hold'], 'revoked', 'requester'),
  ...fromEach(['draft', 'active', 'on-hold', 'completed', 'revoked'], 'entered-in-error', 'requester'),
]

const carePlan: readonly StatusChange[] = [
  change('draft', 'active', 'requester'),
  change('active', 'on-hold', 'requester'),
  change('on-hold', 'active', 'requester'),
  ...fromEach(['active', 'on-hold'], 'completed', 'requester'),
  ...fromEach(['draft', 'active', 'on-hold'], 'revoked', 'requester'),
  ...fromEach(['draft', 'active', 'on-hold', 'completed', 'revoked'], 'entered-in-error', 'requester'),
]

/** Encounter by FHIR; what an ADT feed says of a spell is not judged here, because the ward's history is the ward's. */
const encounter: readonly StatusChange[] = [
  ...fromEach(['planned'], 'arrived', 'requester'),
  ...fromEach(['planned', 'arrived', 'triaged', 'onleave'], 'in-progress', 'requester'),
  ...fromEach(['planned', 'arrived', 'triaged', 'in-progress'], 'cancelled', 'requester'),
  ...fromEach(['arrived', 'triaged', 'in-progress', 'onleave'], 'finished', 'requester'),
  change('in-progress', 'onleave', 'requester'),
  change('finished', 'in-progress', 'requester'),
  ...fromEach(
    ['planned', 'arrived', 'triaged', 'in-progress', 'onleave', 'finished', 'cancelled'],
    'entered-in-error',
    'requester',
  ),
]

export const statusChanges: Readonly<Record<string, readonly StatusChange[]>> = {
  Task: task,
  ServiceRequest: serviceRequest,
  CarePlan: carePlan,
  Encounter: encounter,
}

/** States in which a resource of the type may begin. */
export const firstStates: Readonly<Record<string, readonly string[]>> = {
  Task: ['draft', 'requested'],
  ServiceRequest: ['draft', 'active'],
}

export const isOpenTask = (status: unknown): boolean => open.some((state) => state === status)

/** 409 `not-allowed-now` naming what is allowed, unless the change is in the table for one of these actors. No change is none. */
export function checkStatusChange(type: string, from: unknown, to: unknown, actors: readonly Actor[]): void {
  const table = statusChanges[type]
  if (!table || from === to) return
  if (table.some((row) => row.from === from && row.to === to && actors.includes(row.by))) return
  const allowed = [...new Set(table.filter((row) => row.from === from && actors.includes(row.by)).map((row) => row.to))]
  throw new Refusal('not-allowed-now', {
    id: 'status-change',
    text: `${type}.status may not go from ${String(from)} to ${String(to)} by ${actors.join(' or ') || 'this organisation'}; allowed: ${allowed.join(', ') || 'none'}`,
    expression: `${type}.status`,
  })
}

/** 422 unless a new resource begins in a state in which one may begin. */
export function checkFirstState(type: string, status: unknown): void {
  const states = firstStates[type]
  if (!states || states.some((state) => state === status)) return
  throw new Refusal('unprocessable', {
    id: 'first-status',
    text: `a new ${type} begins as ${states.join(' or ')}`,
    expression: `${type}.status`,
    code: 'business-rule',
  })
}
