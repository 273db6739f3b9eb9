// The one writing script of the store: a batch of plans is checked, each for itself, and what is accepted is written.

import { linked, type Chain } from './chain.ts'
import { enact, noChanges, type Changes, type Turn } from './changes.ts'
import { instantOf, takeClock, type Clock } from './clock.ts'
import { conflictOf } from './conflict.ts'
import { lookUp, type Known } from './known.ts'
import { replaceIndex } from './replaced-index.ts'
import { listOf, put, type Dialect, type Script } from './script.ts'
import type { AuditHead, Committed, Plan } from './store.ts'

export interface Applied {
  /** In the order of the plans. */
  readonly answers: readonly Committed[]
  /** Where the chain of audit rows stands once the transaction is committed. */
  readonly head: AuditHead | undefined
}

/** Runs within one transaction. */
export function* applyPlans(plans: readonly Plan[], nowMs: number, dialect: Dialect, chain: Readonly<Chain>): Script<Applied> {
  const changing = plans.filter(isChanging)
  const clock = changing.length > 0 ? yield* takeClock(plans.length, serialsFor(changing), nowMs) : stopped(nowMs)
  const known = yield* lookUp(plans, dialect)
  const changes = noChanges()
  const answers = plans.map((plan) => decide(plan, clock, known, changes))
  yield* write(changes, known, dialect)
  return { answers, head: yield* writeAudit(changes, chain, nowMs) }
}

/** Linked at the very end, when it is known which plans are accepted: one that fails leaves no gap. */
function* writeAudit({ rows }: Changes, chain: Readonly<Chain>, nowMs: number): Script<AuditHead | undefined> {
  if (rows.audit.length === 0) return chain.head
  const { audit, audit_what, head } = yield* linked(rows.audit, chain, instantOf(Math.trunc(nowMs * 1000)))
  yield* put('audit', audit)
  yield* put('audit_what', [...rows.audit_what, ...audit_what])
  return head
}

/** A plan that only adds what nothing depends on (audit, a message) waits for no other process. */
function isChanging(plan: Plan): boolean {
  return Object.entries(plan).some(([name, part]: [string, unknown]) => {
    if (name === 'audit' || name === 'message') return false
    return Array.isArray(part) ? part.length > 0 : part !== undefined
  })
}

/** As many row numbers as the plans could need. */
function serialsFor(plans: readonly Plan[]): number {
  const needs = ({ writes = [], parties = [], outbox = [] }: Plan) => writes.length + parties.length + outbox.length
  return plans.reduce((sum, plan) => sum + needs(plan), 0)
}

function stopped(nowMs: number): Clock {
  const nextSerial = () => {
    throw new Error('a plan without changes takes no row numbers')
  }
  return { nextInstant: () => instantOf(Math.trunc(nowMs * 1000)), nextSerial }
}

function decide(plan: Plan, clock: Clock, known: Known, changes: Changes): Committed {
  const conflict = conflictOf(plan, known)
  if (conflict) return { ok: false, conflict }
  const at = clock.nextInstant()
  enact(plan, at, clock, known, changes)
  return { ok: true, at }
}

function* write(changes: Changes, known: Known, dialect: Dialect): Script<void> {
  const { resources, rows } = changes
  // First, because its question would wait for all that is put before it.
  yield* replaceIndex(changes.reindexed, known.index, dialect)
  yield* put('resource', [...resources.values()])
  yield* put('version', rows.version)
  yield* put('draft', rows.draft)
  yield* put('history', rows.history)
  yield* put('reader', rows.reader)
  yield* put('membership', rows.membership)
  yield* writeClaims(changes, dialect)
  for (const turn of changes.turns) yield* takeTurn(turn)
  yield* put('message', rows.message)
  yield* updateMessages(changes)
  yield* put('outbox', rows.outbox)
}

function* writeClaims({ freed, taken }: Changes, dialect: Dialect): Script<void> {
  if (freed.length > 0) {
    yield {
      ask: `delete from claim where (space, key) in (select e.value->>0, e.value->>1 from ${dialect.each('$1')})`,
      with: [listOf(freed)],
    }
  }
  yield* put('claim', [...taken.values()])
}

function* takeTurn(turn: Turn): Script<void> {
  if ('put' in turn) yield* put(turn.put, turn.rows)
  else if ('end' in turn) {
    const { source, journey = null, organization = null, until } = turn.end
    yield {
      ask: `update party set until = $1 where source = $2 and (until is null or until > $1)
        and journey = coalesce($3, journey) and organization = coalesce($4, organization)`,
      with: [until, source, journey, organization],
    }
  } else {
    yield {
      ask: 'delete from withholding where source = $1 and organization = coalesce($2, organization)',
      with: [turn.release.source, turn.release.organization ?? null],
    }
  }
}

/** What the update does not name stays as it is. */
function* updateMessages({ messageUpdates }: Changes): Script<void> {
  for (const { id, to, reason = null, issues = null, ledger = null } of messageUpdates) {
    yield {
      ask: `update message set state = $2, reason = coalesce($3, reason), issues = coalesce($4, issues), ledger = coalesce($5, ledger)
        where id = $1`,
      with: [id, to, reason, issues, ledger],
    }
  }
}
