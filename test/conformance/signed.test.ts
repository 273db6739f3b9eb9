// Signed verdicts: a true one holds, anything that was tampered with does not, and what it says is said plainly.

import { createHmac, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compactVerify, CompactSign, importJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkVerdict, type Trusted } from '../../conformance/report/signed/check.ts'
import { claimOf, digestOf, meaning, type Claim } from '../../conformance/report/signed/claim.ts'
import { signed } from '../../conformance/report/signed/jws.ts'
import { makeSigningKey, readKeySet, readPrivateKey, readPublicKey, type Key } from '../../conformance/report/signed/key.ts'
import { jsonReport } from '../../conformance/report/json.ts'
import type { Claim as Listed } from '../../conformance/requirement.ts'
import { clientSuite } from '../../conformance/simulate/suite.ts'
import { requirementsFor } from '../../conformance/simulate/verdicts.ts'
import { suite } from '../../conformance/suite.ts'
import { markOf } from '../../conformance/version.ts'
import { ended, run, saved } from './reports.ts'
import { said } from './said.ts'
import { badServers, startHttp, type Running } from './servers.ts'

const now = Date.parse('2026-06-01T12:00:00Z')
const report = { ...saved, suite: markOf(suite) }
const bytes = Buffer.from(JSON.stringify(report))
const pair = makeSigningKey()
const [privateKey, publicKey] = [
  mustRead(readPrivateKey(JSON.stringify(pair.privateKey))),
  mustRead(readPublicKey(JSON.stringify(pair.publicKey))),
]
const claim = claimOf(report, bytes, { signer: 'Example Vendor', nowMs: now, validDays: 30 })
const verdict = signed(claim, privateKey)

function mustRead(read: ReturnType<typeof readPrivateKey>): Key {
  if (!read.ok) throw new Error(read.fault)
  return read.key
}

const check = (text: string, trusted: Trusted = { one: publicKey }, at = now, file: Uint8Array | undefined = bytes) =>
  checkVerdict(text, trusted, at, file)

describe('a signed verdict', () => {
  it('holds with its key and its report, and says who, what, when, and which suite', () => {
    expect(check(verdict)).toMatchObject({ isHeld: true, faults: [], isReportChecked: true })
    expect(check(verdict).claim).toMatchObject({
      meaning,
      signer: 'Example Vendor',
      target: saved.target,
      startedAt: saved.startedAt,
      suite: { version: '0.1.0', requirements: suite.length, digest: markOf(suite).digest },
      chosen: 6,
      verdict: { word: 'failed', isWhole: false },
      counts: saved.counts,
      report: { bytes: bytes.length },
    })
  })

  it('is a JSON Web Signature that another library reads', async () => {
    const { protectedHeader, payload } = await compactVerify(verdict, await importJWK(pair.publicKey, 'ES384'))
    expect(protectedHeader).toEqual({ alg: 'ES384', kid: publicKey.kid, typ: 'home-first-verdict+jwt' })
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(claim)
  })

  it.each([
    ['P-256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' }), 'ES256'],
    ['P-521', () => generateKeyPairSync('ec', { namedCurve: 'P-521' }), 'ES512'],
    ['Ed25519', () => generateKeyPairSync('ed25519'), 'EdDSA'],
    ['RSA', () => generateKeyPairSync('rsa', { modulusLength: 2048 }), 'RS384'],
  ])('is made and checked with PEM keys of %s, as jose does', async (_, make, alg) => {
    const made = make()
    const key = mustRead(readPrivateKey(made.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()))
    const one = mustRead(readPublicKey(made.publicKey.export({ type: 'spki', format: 'pem' }).toString()))
    const text = signed(claim, key)
    expect(check(text, { one })).toMatchObject({ isHeld: true, key: { alg } })
    await expect(compactVerify(text, made.publicKey)).resolves.toMatchObject({ protectedHeader: { alg } })
    expect(check(text)).toMatchObject({ isHeld: false })
  })

  it('holds without its report, and says that it was not compared', () => {
    expect(checkVerdict(verdict, { one: publicKey }, now)).toMatchObject({ isHeld: true, isReportChecked: false })
  })
})

describe('tampering', () => {
  const [head = '', body = '', signature = ''] = verdict.split('.')
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const header = JSON.parse(Buffer.from(head, 'base64url').toString())
  const other = mustRead(readPrivateKey(JSON.stringify(makeSigningKey().privateKey)))
  const withHeader = (more: object) => `${encoded({ ...header, ...more })}.${body}`
  /** Signed with the right key over whatever header, as only its holder could. */
  const signedAs = async (more: object, payload: object = claim) =>
    new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ ...header, ...more })
      .sign(await importJWK(pair.privateKey, 'ES384'))
  const publicText = JSON.stringify(pair.publicKey)

  it.each<[string, string | Promise<string>, RegExp]>([
    ['alg none without a signature', `${withHeader({ alg: 'none' })}.`, /three parts/],
    ['alg none with a signature', `${withHeader({ alg: 'none' })}.${signature}`, /alg is not the key’s/],
    ['alg nOnE', `${withHeader({ alg: 'nOnE' })}.${signature}`, /alg is not/],
    [
      'HS256 with the public key for a secret',
      `${withHeader({ alg: 'HS256' })}.${createHmac('sha256', publicText)
        .update(withHeader({ alg: 'HS256' }))
        .digest('base64url')}`,
      /alg is not/,
    ],
    ['another algorithm of the same kind', `${withHeader({ alg: 'ES256' })}.${signature}`, /alg is not/],
    ['another key under the same name', signed(claim, { ...other, kid: publicKey.kid ?? '' }), /signature does not fit/],
    ['another key', signed(claim, other), /not among those given/],
    [
      'another payload',
      `${head}.${encoded({ ...claim, verdict: { ...claim.verdict, word: 'passed' } })}.${signature}`,
      /does not fit/,
    ],
    ['another header', `${withHeader({ x: 1 })}.${signature}`, /does not fit/],
    ['a signature of noughts (CVE-2022-21449)', `${head}.${body}.${Buffer.alloc(96).toString('base64url')}`, /does not fit/],
    [
      'a signature in another encoding',
      `${head}.${body}.${Buffer.concat([Buffer.from([0x30, 0x64]), Buffer.alloc(100)]).toString('base64url')}`,
      /does not fit/,
    ],
    ['no signature', `${head}.${body}`, /three parts/],
    ['an empty signature', `${head}.${body}.`, /three parts/],
    ['a fourth part', `${verdict}.x`, /three parts/],
    ['padding', `${verdict}=`, /three parts/],
    ['a space within', verdict.replace('.', ' .'), /three parts/],
    ['a critical extension', signedAs({ crit: ['b64'], b64: true }), /crit|three parts/],
    ['another kind of token of the same key', signedAs({ typ: 'JWT' }), /signed to be something else/],
    ['no name of a key', signedAs({ kid: undefined }), /names no key/],
    ['a payload that is no verdict', signedAs({}, { iss: 'me', sub: 'me' }), /no verdict of version 1.0/],
    ['a later version of verdict', signedAs({}, { ...claim, verdictVersion: '2.0' }), /no verdict of version 1.0/],
    ['a figure that is none', signedAs({}, { ...claim, counts: { ...claim.counts, fail: -1 } }), /no verdict of version 1.0/],
    ['nothing', '', /three parts/],
    ['too much', `${verdict}${'A'.repeat(70_000)}`, /longer than/],
  ])('with %s is seen, and nothing of the payload is told', async (_, text, fault) => {
    const { isHeld, faults, claim: told } = check(await text)
    expect({ isHeld, told }).toEqual({ isHeld: false, told: undefined })
    expect(faults.join()).toMatch(fault)
  })

  it('with any one character is seen', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const places = [
      ...Array.from({ length: 60 }, (_, i) => Math.floor((i * verdict.length) / 60)),
      verdict.length - 1,
      head.length - 1,
      head.length + body.length,
    ]
    for (const place of places)
      for (const by of [1, 2, 63]) {
        const sign = verdict[place] ?? ''
        if (sign === '.') continue
        const changed = alphabet[(alphabet.indexOf(sign) + by) % 64] ?? ''
        const text = verdict.slice(0, place) + changed + verdict.slice(place + 1)
        expect({ place, by, isHeld: check(text).isHeld }).toEqual({ place, by, isHeld: false })
      }
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['one count', Buffer.from(bytes.toString().replace('"fail":1', '"fail":0')), /digest differs/],
    ['a blank at its end', Buffer.concat([bytes, Buffer.from(' ')]), /digest differs/],
    ['another run', Buffer.from(JSON.stringify(ended(['pass']))), /digest differs/],
    ['no report', Buffer.from('{}'), /digest differs/],
    ['a report of version 1.0', Buffer.from(JSON.stringify({ ...report, suite: undefined })), /digest differs/],
  ])('with the report is seen: %s', (_, file, fault) => {
    expect(check(verdict, undefined, now, file)).toMatchObject({ isHeld: false, faults: [expect.stringMatching(fault)] })
  })

  it.each<[string, Buffer, RegExp]>([
    ['no report', Buffer.from('{}'), /no report of a run/],
    ['counts that are not its results’', Buffer.from(bytes.toString().replace('"fail":1', '"fail":0')), /no report of a run/],
    ['a report of version 1.0', Buffer.from(JSON.stringify({ ...report, suite: undefined })), /does not say which suite/],
  ])('by a signer who signed %s is seen', (_, file, fault) => {
    const marked = { ...claim, report: { ...claim.report, sha256: digestOf(file), bytes: file.length } }
    expect(check(signed(marked, privateKey), undefined, now, file)).toMatchObject({
      isHeld: false,
      faults: [expect.stringMatching(fault)],
    })
  })

  it.each<[string, Partial<Claim>, RegExp]>([
    ['other counts', { counts: { ...claim.counts, fail: 0, pass: 2 } }, /something else than its report: counts/],
    ['a better word', { verdict: { ...claim.verdict, word: 'incomplete' } }, /something else than its report: verdict/],
    ['passed over a fail', { verdict: { ...claim.verdict, word: 'passed' } }, /says passed, and its counts do not/],
    ['another target', { target: 'https://live.example/fhir' }, /something else than its report: target/],
    ['more tests than its counts', { chosen: suite.length }, /do not add up/],
    ['a run after its signature', { startedAt: '2027-01-01T00:00:00Z' }, /signed before the run began/],
    ['a signature in the future', { iat: claim.iat + 3600 }, /signed in the future/],
  ])('by the signer is seen: %s', (_, more, fault) => {
    const { isHeld, faults } = check(signed({ ...claim, ...more }, privateKey))
    expect({ isHeld, faults: faults.join('\n') }).toEqual({ isHeld: false, faults: expect.stringMatching(fault) })
  })
})

describe('a key', () => {
  const set = (...keys: readonly object[]): Trusted => {
    const read = readKeySet(JSON.stringify({ keys }))
    if (!read.ok) throw new Error(read.fault)
    return { set: read.keys }
  }
  const day = 86_400_000

  it.each<[string, Trusted, number, RegExp | undefined]>([
    ['of a set', set({ kty: 'oct', k: 'AAAA' }, { kty: 'XY' }, pair.publicKey), now, undefined],
    ['that is no longer in the set', set(makeSigningKey().publicKey), now, /not among those given/],
    ['that an empty set has not', set(), now, /not among those given/],
    ['whose name two have', set(pair.publicKey, { ...makeSigningKey().publicKey, kid: publicKey.kid }), now, /more than one/],
    ['for encryption', set({ ...pair.publicKey, use: 'enc' }), now, /not among those given/],
    ['for another algorithm', set({ ...pair.publicKey, alg: 'ES256' }), now, /not among those given/],
    ['that expired', set({ ...pair.publicKey, exp: now / 1000 - 1 }), now, /the key expired/],
    ['that expires later', set({ ...pair.publicKey, exp: now / 1000 + 1 }), now, undefined],
    ['that was revoked', set({ ...pair.publicKey, revoked: { revoked_at: 1 } }), now, /revoked/],
    ['on the verdict’s last day', { one: publicKey }, now + 30 * day - 1000, undefined],
    ['after the verdict’s time', { one: publicKey }, now + 30 * day, /valid until 2026-07-01 12:00/],
  ])('%s', (_, trusted, at, fault) => {
    const { isHeld, faults } = check(verdict, trusted, at)
    expect(isHeld).toBe(fault === undefined)
    if (fault) expect(faults.join()).toMatch(fault)
  })

  it.each<[string, string]>([
    ['a private key, for checking', JSON.stringify(pair.privateKey)],
    [
      'a private PEM, for checking',
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
    ['a short RSA key', JSON.stringify(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' }))],
    ['a key for agreement', JSON.stringify(generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' }))],
    ['a symmetric key', '{"kty":"oct","k":"AAAA"}'],
    ['nonsense', 'hello'],
    ['nothing', ''],
  ])('that is %s is refused', (_, text) => {
    expect(readPublicKey(text).ok).toBe(false)
  })
})

describe('the commands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'home-first-signed-'))
  const file = (name: string) => join(folder, name)
  let server: Running
  beforeAll(async () => {
    server = await startHttp((request, body, respond) =>
      request.url === '/jwks'
        ? respond(200, {}, readFileSync(file('jwks.json'), 'utf8'))
        : badServers['answers 400 to everything']?.(request, body, respond),
    )
    await said('sign', '--new-key', file('vendor.jwk'))
    writeFileSync(file('jwks.json'), `{"keys":[${readFileSync(file('vendor.public.jwk'), 'utf8')}]}`)
    writeFileSync(file('all.json'), JSON.stringify(ended(suite.map(() => 'pass'))))
  })
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })
  const withKey = ['--key', file('vendor.public.jwk')]

  it('make a key pair whose private half only its owner reads, and never write over one', async () => {
    expect(statSync(file('vendor.jwk')).mode & 0o077).toBe(0)
    expect(readFileSync(file('vendor.public.jwk'), 'utf8')).not.toContain('"d"')
    const before = readFileSync(file('vendor.jwk'), 'utf8')
    expect((await said('sign', '--new-key', file('vendor.jwk'))).code).toBe(2)
    expect(readFileSync(file('vendor.jwk'), 'utf8')).toBe(before)
  })

  it('run, sign and verify: the exit code of the run stays, and a verdict over a failure ends with 4', async () => {
    const ran = await said(
      'run',
      '--target',
      server.url,
      '--area',
      'discovery',
      '--reporter',
      `json=${file('run.json')}`,
      '--reporter',
      'console',
      '--sign',
      file('vendor.jwk'),
      '--signer',
      'Example Vendor',
    )
    expect({ code: ran.code, out: ran.out }).toEqual({
      code: 1,
      out: expect.stringMatching(/run\.jws: Example Vendor claims of .*: failed\./),
    })
    expect(JSON.parse(readFileSync(file('run.json'), 'utf8')).ranBy).toBe('Example Vendor')
    const { code, out } = await said('verify', file('run.jws'), ...withKey, '--report', file('run.json'))
    expect({ code, out }).toEqual({ code: 4, out: expect.stringMatching(/^The verdict holds/) })
    expect(out).toMatch(/who +Example Vendor \(in their own words\)/)
    expect(out).toMatch(/asked +\d+ of \d+ requirements: NOT ALL/)
    expect(out).toMatch(/verdict +failed: \d+ of \d+ tests fail/)
    expect(out).toContain('no certification')
  })

  it('sign and verify: 0 where all of the suite was passed, by a key file, a key set and its address', async () => {
    expect((await said('sign', file('all.json'), '--key', file('vendor.jwk'), '--verdict', file('v.jws'))).code).toBe(0)
    const answers = await Promise.all([
      said('verify', file('v.jws'), ...withKey, '--report', file('all.json')),
      said('verify', file('v.jws'), '--jwks', file('jwks.json')),
      said('verify', file('v.jws'), '--jwks', `${server.url}/jwks`, '--reporter', 'json'),
    ])
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(answers[0]?.out).toMatch(/report +the one that was given/)
    expect(answers[1]?.out).toMatch(/report +not given, so not compared/)
    // The run was against this machine: a verdict cannot say what stood there.
    const target = String((JSON.parse(readFileSync(file('all.json'), 'utf8')) as { target: string }).target)
    expect([target, (answers[0]?.out ?? '').includes('only they know what stood there')]).toEqual([
      target,
      /^https?:\/\/(?:127\.|localhost)/.test(target),
    ])
    expect(JSON.parse(answers[2]?.out ?? '')).toMatchObject({
      isHeld: true,
      claim: { verdict: { word: 'passed', isWhole: true } },
    })
  })

  it('verify: 1 where it does not hold, 2 for what cannot be read, 3 where the keys’ address does not answer', async () => {
    const text = readFileSync(file('v.jws'), 'utf8')
    writeFileSync(
      file('bad.jws'),
      text.replace(/.\n$/, (end) => (end.startsWith('A') ? 'Q\n' : 'A\n')),
    )
    const answers = await Promise.all([
      said('verify', file('bad.jws'), ...withKey),
      said('verify', file('v.jws'), ...withKey, '--report', file('run.json')),
      said('verify', file('none.jws'), ...withKey),
      said('verify', file('v.jws')),
      said('verify', file('v.jws'), '--key', file('vendor.jwk')),
      said('verify', file('v.jws'), '--jwks', 'http://keys.example/jwks'),
      said('verify', file('v.jws'), '--jwks', `${server.url}/elsewhere`),
      said('verify', file('v.jws'), '--jwks', 'http://127.0.0.1:9/jwks'),
    ])
    expect(answers.map(({ code }) => code)).toEqual([1, 1, 2, 2, 2, 2, 3, 3])
    expect(answers[0]?.out).toMatch(/^The verdict does NOT hold:\n {2}✗ /)
    expect(answers[0]?.out).not.toContain('passed')
  })

  it('believe a verdict’s figures and not its word for whole, and let nobody write a line of ours', async () => {
    const key = mustRead(readPrivateKey(readFileSync(file('vendor.jwk'), 'utf8')))
    const few = ended(['pass'])
    const file1 = Buffer.from(JSON.stringify(few))
    const lying = claimOf({ ...few, suite: markOf(suite) }, file1, {
      signer: 'X\n  verdict  passed: all\u202e\u001b[31m',
      nowMs: Date.now(),
      validDays: 1,
    })
    writeFileSync(
      file('few.jws'),
      signed({ ...lying, verdict: { ...lying.verdict, isWhole: true }, suite: { ...lying.suite, requirements: 1 } }, key),
    )
    const { code, out } = await said('verify', file('few.jws'), ...withKey)
    expect(code).toBe(4)
    expect(out).toMatch(/asked +1 of 1 requirements: NOT ALL/)
    expect(out.match(/^ {2}verdict/gm)).toHaveLength(1)
    expect(out).not.toMatch(/[\u001b\u202e]/)
  })

  it('know the lists of a server, of senders and of receivers, and say so of no other', async () => {
    const key = mustRead(readPrivateKey(readFileSync(file('vendor.jwk'), 'utf8')))
    const signedOver = async (list: readonly Listed[]) => {
      const results = list.map(({ id, level, area, title }) => ({
        id,
        level,
        area,
        title,
        outcome: 'pass' as const,
        durationMs: 1,
        exchanges: [],
      }))
      const over = jsonReport({ ...run, results }, list, 0)
      const claimed = claimOf({ ...over, suite: markOf(list) }, bytes, { signer: 'X', nowMs: Date.now(), validDays: 1 })
      writeFileSync(file('list.jws'), signed(claimed, key))
      return said('verify', file('list.jws'), ...withKey)
    }
    const senders = requirementsFor(clientSuite, ['hl7v2', 'message'])
    expect(await signedOver(senders)).toEqual({
      code: 0,
      out: expect.stringMatching(/of requirements of hl7v2, message, as in this copy/),
    })
    expect(await signedOver(senders.slice(1))).toEqual({
      code: 4,
      out: expect.stringMatching(/THAT THIS COPY OF THE SUITE HAS NOT/),
    })
    expect((await signedOver(suite.slice(1))).code).toBe(4)
  })

  it('say what is wrong with how they were called', async () => {
    const { suite: _, ...old } = saved
    writeFileSync(file('old.json'), JSON.stringify({ ...old, reportVersion: '1.0' }))
    const answers = await Promise.all([
      said('sign'),
      said('sign', file('all.json'), '--key', file('all.json')),
      said('sign', file('old.json'), '--key', file('vendor.jwk')),
      said('sign', file('all.json'), '--key', file('vendor.jwk'), '--signer', 'a\nb'),
      said('sign', file('all.json'), '--key', file('vendor.jwk'), '--valid-days', '0'),
      said('run', '--target', server.url, '--sign', file('vendor.jwk')),
      said('verify'),
    ])
    expect(answers.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2, 2])
    expect(answers[5]?.out).toContain('add --reporter json=FILE')
  })
})
