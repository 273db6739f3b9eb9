// `verify`: tells a council in words, and by the exit code, what a signed verdict is worth.

import { readFileSync } from 'node:fs'
import { exits } from '../exit.ts'
import { outcomes } from '../outcome.ts'
import { onOneLine, printable, type Screen } from '../report/console.ts'
import { checkVerdict, type Check, type Trusted } from '../report/signed/check.ts'
import type { Claim } from '../report/signed/claim.ts'
import { readReport } from '../report/saved.ts'
import type { Claim as Listed } from '../requirement.ts'
import { readKeySet, readPublicKey, type Key } from '../report/signed/key.ts'
import { packs, type Pack } from '../simulate/sentinels.ts'
import { clientSuite } from '../simulate/suite.ts'
import { requirementsFor } from '../simulate/verdicts.ts'
import { suite } from '../suite.ts'
import { markOf } from '../version.ts'
import { exchange } from '../wire/exchange.ts'
import type { Arguments } from './arguments.ts'
import { usage } from './write.ts'

/**
 * 0: it holds, and says that all of a list that this copy of the suite has was passed. 4: it holds, and says less than that. 1: it does not hold.
 * 3: the address of the keys does not answer. 2: usage.
 */
export async function verifyCommand(args: Arguments, screen: Screen): Promise<number> {
  const [path = ''] = args.rest
  const { key, jwks, report } = args
  if (path === '' || (key === undefined) === (jwks === undefined))
    return usage(['verify VERDICT.jws --key PUBLIC.jwk|PUBLIC.pem or --jwks URL|FILE, and --report REPORT.json'], screen)
  const text = fileAt(path)
  const reportBytes = report === undefined ? undefined : fileAt(report)
  const unread = [...(text ? [] : [path]), ...(report !== undefined && !reportBytes ? [report] : [])]
  if (!text || unread.length > 0)
    return usage(
      unread.map((one) => `${one}: cannot be read`),
      screen,
    )
  const trusted = key === undefined ? await keySetAt(jwks ?? '', args.timeoutMs) : oneKeyAt(key)
  if ('fault' in trusted) {
    screen.write(`${printable(trusted.fault)}\n`)
    return trusted.isUnreachable ? exits.unreachable : exits.usage
  }
  const check = withList(checkVerdict(new TextDecoder().decode(text), trusted, Date.now(), reportBytes), reportBytes)
  const isJson = args.reporters.some(({ kind }) => kind === 'json')
  screen.write(isJson ? asJson(check) : asText(check))
  return codeOf(check)
}

/** Whoever made the report by hand may have named a requirement twice, or called it less than required: the list knows better. */
function withList(check: Check, reportBytes: Uint8Array | undefined): Check {
  const list = check.claim && listOf(check.claim)
  const read = list && reportBytes && readReport(new TextDecoder().decode(reportBytes))
  if (!check.isHeld || !list || !read?.ok) return check
  const levels = new Map(list.all.map(({ id, level }) => [id, level]))
  const { results, notRun } = read.report
  const ids = [...results.map(({ id }) => id), ...notRun]
  const isOther = results.some(({ id, level }) => levels.get(id) !== level) || notRun.some((id) => !levels.has(id))
  const faults = [
    ...(new Set(ids).size === ids.length ? [] : ['its report names a requirement twice']),
    ...(isOther ? ['its report names requirements that its list has not, or has at another level'] : []),
  ]
  return { ...check, isHeld: faults.length === 0, faults }
}

function codeOf({ isHeld, claim }: Check): number {
  if (!isHeld || !claim) return exits.failed
  return claim.verdict.word === 'passed' && isWhole(claim) ? exits.passed : exits.skipped
}

/** By its figures and by what this copy knows of the list that was asked: not by its word. */
const isWhole = (claim: Claim): boolean => claim.chosen >= (listOf(claim)?.requirements ?? Infinity)

/** The list that the verdict says was asked, if it is one of ours. */
const listOf = ({ suite: asked }: Claim): List | undefined => lists().find(({ digest }) => digest === asked.digest)

interface List {
  readonly of: string
  readonly digest: string
  readonly requirements: number
  readonly all: readonly Listed[]
}

/** One of a server, and one for every choice of what a sender or receiver is watched at. */
function lists(): readonly List[] {
  const choices = packs.reduce<readonly (readonly Pack[])[]>((all, pack) => [...all, ...all.map((one) => [...one, pack])], [[]])
  const ofClients = choices.flatMap((chosen) => {
    const list = requirementsFor(clientSuite, chosen)
    return list.length > 0 ? [{ of: chosen.join(', '), ...markOf(list), all: list }] : []
  })
  return [{ of: 'a server', ...markOf(suite), all: suite }, ...ofClients]
}

function fileAt(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

interface NoKey {
  readonly fault: string
  readonly isUnreachable?: true
}

function oneKeyAt(path: string): Trusted | NoKey {
  const bytes = fileAt(path)
  if (!bytes) return { fault: `${path}: cannot be read` }
  const text = new TextDecoder().decode(bytes)
  const read = readPublicKey(text)
  return read.ok ? { one: read.key } : { fault: `${path}: ${read.fault}` }
}

const longestKeySet = 1024 * 1024

/** Over TLS, or from this machine; a redirect is not followed. */
async function keySetAt(place: string, timeoutMs: number): Promise<Trusted | NoKey> {
  if (!/^https?:/i.test(place)) return keySetIn(fileAt(place), place)
  const url = URL.parse(place)
  if (url?.protocol !== 'https:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url?.hostname ?? ''))
    return { fault: `${place}: keys are fetched over https only` }
  try {
    const signal = AbortSignal.timeout(Math.min(timeoutMs, 15_000))
    const answer = await exchange(
      { method: 'GET', url: place, headers: { accept: 'application/jwk-set+json, application/json' } },
      { signal },
    )
    if (answer.status !== 200) return { fault: `${place}: answers status ${answer.status}`, isUnreachable: true }
    return keySetIn(answer.bytes, place)
  } catch (error) {
    return { fault: `${place}: ${error instanceof Error ? error.message : 'no answer'}`, isUnreachable: true }
  }
}

function keySetIn(bytes: Uint8Array | undefined, place: string): Trusted | NoKey {
  if (!bytes) return { fault: `${place}: cannot be read` }
  if (bytes.length > longestKeySet) return { fault: `${place}: larger than ${longestKeySet} bytes` }
  const read = readKeySet(new TextDecoder().decode(bytes))
  return read.ok ? { set: read.keys } : { fault: `${place}: ${read.fault}` }
}

function asJson({ isHeld, faults, claim, key, isReportChecked }: Check): string {
  const named = key && { alg: key.alg, thumbprint: key.thumbprint, ...(key.kid !== undefined && { kid: key.kid }) }
  return `${JSON.stringify({ isHeld, faults, isReportChecked, key: named, claim }, undefined, 2)}\n`
}

function asText(check: Check): string {
  const { isHeld, faults, claim, key } = check
  const lines = [
    isHeld ? 'The verdict holds: the holder of the key signed it, and nothing was changed since.' : 'The verdict does NOT hold:',
    ...faults.map((fault) => `  ✗ ${printable(fault)}`),
    ...(claim && key
      ? ['', ...(isHeld ? [] : ['What it says, for whatever that is worth:']), ...factsOf(claim, key, check)]
      : []),
    '',
    'It is the signer’s own claim about their own run, and no certification. That the key is theirs is for you to know.',
  ]
  return `${lines.join('\n')}\n`
}

function factsOf(claim: Claim, key: Key, { isReportChecked, isHeld }: Check): readonly string[] {
  const { signer, target, startedAt, iat, exp, suite: asked, chosen, verdict, counts, report } = claim
  const time = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000', '')
  const list = listOf(claim)
  const known = list
    ? `the list of requirements of ${list.of}, as in this copy of the suite`
    : 'A LIST OF REQUIREMENTS THAT THIS COPY OF THE SUITE HAS NOT'
  const figures = outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => `${counts[outcome]} ${outcome}`)
  const facts: readonly (readonly [string, string])[] = [
    ['who', `${signer} (in their own words)`],
    [
      'key',
      `${key.kid === undefined || key.kid === key.thumbprint ? '' : `${key.kid}, `}${key.alg}, thumbprint ${key.thumbprint}`,
    ],
    [
      'target',
      `${target}${isNearby(target) ? ' (an address of the signer’s own network: only they know what stood there)' : ''}`,
    ],
    ['when', `ran ${startedAt}, signed ${time(iat)}, valid until ${time(exp)}`],
    ['suite', `${asked.version}, ${known} (${asked.digest.slice(0, 16)})`],
    [
      'asked',
      `${chosen} of ${asked.requirements} requirements${isWhole(claim) ? '' : list ? ': NOT ALL' : ', of whatever list that was'}`,
    ],
    ['verdict', `${verdict.word}: ${verdict.sentence}`],
    ['counts', figures.join(', ') || 'nothing'],
    [
      'report',
      isReportChecked
        ? isHeld
          ? 'the one that was given'
          : 'see above'
        : `not given, so not compared; its SHA-256 is ${report.sha256}`,
    ],
  ]
  return facts.map(([name, words]) => `  ${name.padEnd(8)} ${onOneLine(words)}`)
}

/** Loopback, private networks and bare names: what answers there differs from machine to machine. */
function isNearby(target: string): boolean {
  const host = URL.parse(target)?.hostname ?? ''
  const isPrivate = /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0$|\[(?:::1|f[cde]))/i.test(host)
  return isPrivate || host === 'localhost' || !/[.:]/.test(host)
}
