// `audit verify|list|person`: whether the record of accesses still holds, what is in it, and who saw a person's record.

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { isNhsNumber } from '../../mappings/engine/identifiers.ts'
import type { Fault, Finding } from '../audit/chain.ts'
import { accessesTo, auditsOf, deliveriesOf, type Access } from '../audit/person.ts'
import { verify, verifyKept } from '../audit/verify.ts'
import { groundsIn, type Ground } from '../auth/ground.ts'
import { readHeadsBy } from '../auth/heads-signature.ts'
import { auditEventOf } from '../fhir/audit-resource.ts'
import { asGateway, patientsByNumber, patientsJoined, recordEver } from '../fhir/person-record.ts'
import { instantRange } from '../store/instants.ts'
import type { Audit, Instant, Store } from '../store/store.ts'

type Print = (line: string) => void

/** Works on the store alone, and changes nothing. Answers the exit code: 1 where something does not hold. */
export async function audit(args: readonly string[], store: Store, now: () => Instant, print: Print): Promise<number> {
  const read = readArgs(args)
  if (!read) return usage(print)
  const { values, action, subject } = read
  if (action === 'verify' && subject === undefined) return verifyAll(store, values.heads, print)
  if (action === 'list' && subject === undefined) return list(store, values, now(), print)
  if (action === 'person' && subject !== undefined) return person(store, subject, values.ndjson === true, now(), print)
  return usage(print)
}

const options = {
  heads: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  organization: { type: 'string' },
  ndjson: { type: 'boolean' },
} as const

function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [action, subject, ...more] = positionals
    return more.length > 0 ? undefined : { values, action, subject }
  } catch {
    return undefined
  }
}

async function verifyAll(store: Store, heads: string | undefined, print: Print): Promise<number> {
  let findings = 0
  const report = (finding: Finding) => {
    findings += 1
    print(told(finding))
  }
  const readHeads = readHeadsBy(store)
  const counts = await verify(store, readHeads, report)
  const kept = heads === undefined ? undefined : await keptLines(heads, store, readHeads, report, print)
  if (heads !== undefined && kept === undefined) return 2
  print(
    `${counts.rows} rows in ${counts.chains} chains, ${counts.heads} heads named in them, ${counts.unchained} rows from before there were chains` +
      (kept === undefined ? '' : `, ${kept} lines of heads that were kept`),
  )
  print(findings === 0 ? 'the audit holds' : `the audit does not hold: ${findings} findings`)
  return findings === 0 ? 0 : 1
}

/** A file without a line that counts proves nothing, and is not the file that was meant. */
async function keptLines(
  path: string,
  store: Store,
  readHeads: ReturnType<typeof readHeadsBy>,
  report: (finding: Finding) => void,
  print: Print,
): Promise<number | undefined> {
  try {
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
    const counted = await verifyKept(lines, store, readHeads, report)
    if (counted > 0) return counted
    print('--heads: there is no line of heads in it')
  } catch (error) {
    print(`--heads: ${error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read'}`)
  }
  return undefined
}

const words: Readonly<Record<Fault, string>> = {
  changed: 'is not what was written, or not where it was',
  missing: 'is gone',
  cut: 'is gone: it was named as the end of the chain',
  rewritten: 'is another than the one that was named',
  signature: 'names heads that are not signed as they stand',
  added: 'there are more than when the chains began',
  unlisted: 'stands, but is not found by what it names: who asks after that would not be told of it',
}

function told({ fault, writer, from, to, where }: Finding): string {
  const rows = from === to ? `row ${from}` : `rows ${from} to ${to}`
  return [fault.toUpperCase(), writer === '-' ? where : `chain ${writer} ${rows} (${where})`, words[fault]].join('\t')
}

interface ListValues {
  readonly since?: string
  readonly until?: string
  readonly organization?: string
  readonly ndjson?: boolean
}

async function list(store: Store, values: ListValues, now: Instant, print: Print): Promise<number> {
  const [since, until] = [boundOf(values.since, 'low'), boundOf(values.until, 'high')]
  if (since === null || until === null) return usage(print)
  const { organization, ndjson } = values
  const filter = {
    ...(organization !== undefined && { organization }),
    ...(since !== undefined && { from: since }),
    until: until ?? (await endOf(store, now)),
  }
  for await (const row of auditsOf(store, filter)) print(ndjson ? JSON.stringify(auditEventOf(row)) : lineOf(row, row.what))
  return 0
}

/** What was written until now, although others write on; by a gateway whose clock is ahead of ours too. */
async function endOf(store: Store, now: Instant): Promise<Instant> {
  const [newest] = await store.audits({ limit: 1 })
  return newest && newest.at > now ? newest.at : now
}

/** null: it is no date. */
function boundOf(text: string | undefined, end: 'low' | 'high'): Instant | undefined | null {
  return text === undefined ? undefined : (instantRange(text)?.[end] ?? null)
}

const lineOf = (row: Omit<Audit, 'what' | 'id'>, what: readonly string[]): string =>
  [
    row.at || '-',
    row.organization,
    row.client || '-',
    row.action,
    row.outcome,
    row.purpose ?? '-',
    row.practitioner ?? '-',
    what.join(' '),
  ].join('\t')

async function person(store: Store, subject: string, isNdjson: boolean, now: Instant, print: Print): Promise<number> {
  const patients = await patientsOf(store, subject)
  if (patients === undefined) return usage(print)
  const resources = new Set<string>()
  for (const patient of patients) for (const one of await recordEver(store, patient)) resources.add(one)
  if (patients.length === 0) return absent(print)
  const grounds = groundsIn(store)
  const outbox = await store.outbox(Number.MAX_SAFE_INTEGER, [...resources])
  const tell = (access: Access<Ground>) => print(isNdjson ? JSON.stringify(access) : accessLine(access))
  for await (const access of accessesTo(resources, await endOf(store, now), store, grounds)) tell(access)
  for await (const access of deliveriesOf(resources, outbox, grounds)) tell(access)
  return 0
}

/** Undefined: it is neither a number nor a reference. */
async function patientsOf(store: Store, subject: string): Promise<readonly string[] | undefined> {
  const [, id] = /^Patient\/([A-Za-z0-9.-]{1,64})$/.exec(subject) ?? []
  if (id !== undefined) return (await store.read(asGateway, 'Patient', id)) ? patientsJoined(store, asGateway, id) : []
  const number = subject.replaceAll(' ', '')
  return isNhsNumber(number) ? patientsByNumber(store, asGateway, number) : undefined
}

function accessLine(access: Access<Ground>): string {
  return lineOf(
    access,
    access.what.map(({ resource, grounds }) => `${resource} [${grounds.map(groundText).join('; ')}]`),
  )
}

function groundText({ why, journey, role, source, since, until, isWithheldNow }: Ground): string {
  const party =
    journey === undefined
      ? []
      : [`${role} in ${journey} by ${source} since ${since}${until === undefined ? '' : ` until ${until}`}`]
  return [why, ...party, ...(isWithheldNow ? ['withheld now'] : [])].join(' ')
}

function absent(print: Print): number {
  print('nothing is stored about such a person')
  return 1
}

function usage(print: Print): number {
  print(
    'usage: audit verify [--heads FILE] | list [--since DATE] [--until DATE] [--organization ID] [--ndjson] | person NHS-NUMBER|Patient/ID [--ndjson]',
  )
  return 2
}
