// Going through the whole audit, chain by chain, and through the heads that were kept elsewhere, and telling what does not hold.

import { chainActions } from '../store/chain.ts'
import type { AuditLink, Store } from '../store/store.ts'
import { follow, headsIn, missed, namedIn, unchainedIn, type Finding, type Place } from './chain.ts'
import type { SignedHeads } from './heads.ts'

type AuditStore = Pick<Store, 'auditLinks' | 'auditHashes' | 'unlisted' | 'unchained'>

/** The heads in a signature of the gateway's; undefined for anything else. */
export type ReadHeads = (jws: string) => Promise<SignedHeads | undefined>

export interface Counts {
  chains: number
  rows: number
  heads: number
  unchained: number
}

const batch = 500

/** In constant memory. What is written meanwhile may be gone through or not. */
export async function verify(store: AuditStore, readHeads: ReadHeads, report: (finding: Finding) => void): Promise<Counts> {
  const counts: Counts = { chains: 0, rows: 0, heads: 0, unchained: await store.unchained() }
  let place: Place | undefined
  let before: number | undefined
  for (let links = await store.auditLinks(undefined, batch); links.length > 0;) {
    const standing: AuditLink[] = []
    for (const link of links) {
      if (place?.writer !== link.writer) counts.chains += 1
      const followed = follow(place, link)
      followed.findings.forEach(report)
      if (!followed.findings.some(({ fault }) => fault === 'changed')) standing.push(link)
      place = followed.place
      before ??= unchainedIn(link)
      counts.heads += await checkNames(link, store, readHeads, report)
    }
    await checkListed(standing, store, report)
    counts.rows += links.length
    links = await store.auditLinks(links.at(-1), batch)
  }
  if (counts.chains > 0 && counts.unchained !== (before ?? 0))
    report({ fault: counts.unchained > (before ?? 0) ? 'added' : 'missing', writer: '-', ...whole, where: 'rows in no chain' })
  return counts
}

const whole = { from: 0, to: 0 }

/** No hash holds by what a row is found; so it is looked for. What was changed itself names what it likes. */
async function checkListed(links: readonly AuditLink[], store: AuditStore, report: (finding: Finding) => void): Promise<void> {
  const idOf = ({ values }: AuditLink) => String(values['id'])
  const unlisted = await store.unlisted(links.map((link) => ({ id: idOf(link), what: namedIn(link.values) })))
  for (const link of links) {
    const { writer, seq } = link
    if (unlisted.has(idOf(link))) report({ fault: 'unlisted', writer, from: seq, to: seq, where: idOf(link) })
  }
}

/** Answers how many heads the row names. */
async function checkNames(
  link: AuditLink,
  store: AuditStore,
  readHeads: ReadHeads,
  report: (finding: Finding) => void,
): Promise<number> {
  const heads = headsIn(link)
  const { writer, seq } = link
  const isSigned = link.values['action'] !== chainActions.heads || (await isSignedIn(link, heads, readHeads))
  if (!isSigned) report({ fault: 'signature', writer, from: seq, to: seq, where: String(link.values['id']) })
  await checkHeads(heads, `named by ${writer} ${seq}`, store, report)
  return heads.length
}

async function isSignedIn({ writer, values }: AuditLink, named: readonly Place[], readHeads: ReadHeads): Promise<boolean> {
  const signed = await readHeads(String(values['reason']))
  return signed?.writer === writer && textOf(signed.heads) === textOf(named)
}

const textOf = (places: readonly Place[]): string => JSON.stringify(places.map(({ writer, seq, hash }) => [writer, seq, hash]))

async function checkHeads(
  heads: readonly Place[],
  where: string,
  store: AuditStore,
  report: (finding: Finding) => void,
): Promise<void> {
  if (heads.length === 0) return
  const found = await store.auditHashes(heads)
  for (const [i, head] of heads.entries()) {
    const finding = missed(head, found[i], where)
    if (finding) report(finding)
  }
}

/**
 * Lines of a log of earlier days, of which those count that hold signed heads: the JSON of the event `audit-heads`. What such a
 * line says must still be so. Answers how many lines counted.
 */
export async function verifyKept(
  lines: AsyncIterable<string> | Iterable<string>,
  store: AuditStore,
  readHeads: ReadHeads,
  report: (finding: Finding) => void,
): Promise<number> {
  let [number, counted] = [0, 0]
  for await (const line of lines) {
    number += 1
    if (!line.includes('"audit-heads"')) continue
    counted += 1
    const signed = await readHeads(jwsIn(line))
    if (signed) await checkHeads(signed.heads, `line ${number}`, store, report)
    else report({ fault: 'signature', writer: '-', ...whole, where: `line ${number}` })
  }
  return counted
}

function jwsIn(line: string): string {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'jws' in value ? String(value.jws) : ''
  } catch {
    return ''
  }
}
