// The suite, by its command line, against a FHIR server from npm: every pass is true of that server, and each fault is told.

import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCast } from '../../conformance/commands/keys.ts'
import { suite } from '../../conformance/suite.ts'
import { conformance, type Said } from '../conformance/command.ts'

const isThere = existsSync(new URL('node_modules/@asymmetrik/node-fhir-server-core', import.meta.url))
if (!isThere) console.warn('skipped: the FHIR server from npm is not installed; npm --prefix test/peers ci brings it')

/**
 * What passes, and why it is true of that server: of the package (@asymmetrik/node-fhir-server-core 2.2.5, dist/server/…), of
 * Express under it, or of the Patients in memory that asymmetrik.ts gives it. Checked by hand against that code.
 */
const passes: Readonly<Record<string, string>> = {
  'HF-MET-001': 'metadata/capability.4_0_1.js writes fhirVersion, format, kind, status and date; router.js asks no token there',
  'HF-MET-006': 'router.js makes a route only where the service has a function; the last handler of server.js answers 404',
  'HF-MET-007': 'router.js has no POST for metadata, and the last handler of server.js answers 404, which is its right',
  'HF-REF-001': 'server.js answers 404 to a method that no route has, which is its right; 405 alone would ask for Allow',
  'HF-CRE-002': 'asymmetrik.ts numbers Patients itself, and writes versionId and lastUpdated over what was sent',
  'HF-CRE-003': 'schemas/patient.js has setters for extension, contained and generalPractitioner, and gives them back in toJSON',
  'HF-REA-002': 'asymmetrik.ts throws the ServerError that server.js answers as OperationOutcome with 404 and not-found',
  'HF-REA-004': 'fhir-response-util sets W/"versionId" as ETag, and response.send of Express compares If-None-Match with it',
  'HF-REA-005': 'asymmetrik.ts keeps every version in a list, and looks for the one whose versionId is asked',
  'HF-REA-007': 'asymmetrik.ts finds no such key, and Express answers what it cannot decode with 400 or 404',
  'HF-HIS-009': 'historyById of asymmetrik.ts throws the same 404, and there is no other type whose history could be asked for',
  'HF-MET-009': 'metadata/capability.template.js takes the kinds of parameters from its copy of R4’s own',
  'HF-MET-010': 'response.json of Express writes a weak ETag over the text, and compares If-None-Match with it',
  'HF-MET-011': 'metadata.service.js never looks at mode, which is its right',
  'HF-MET-016': 'it declares nothing on condition, and router.js has no PUT or DELETE at a type',
  'HF-NEG-001': 'it has JSON alone and declares no other, and each Accept here takes JSON',
  'HF-NEG-002': 'it never looks at Accept and sends application/json always',
  'HF-NEG-008': 'server.js tells body-parser to read application/json+fhir too',
  'HF-NEG-009': '_pretty is never looked at, so that nothing but white space could differ',
  'HF-NEG-011': 'Express writes UTF-8 and counts bytes',
  'HF-NEG-020': 'no line of it reads X-Intermediary',
  'HF-NEG-021': 'the parser of Node answers 431 before the package sees the request',
  'HF-REA-009': 'asymmetrik.ts gives the last version under the id, and fhir-response-util its versionId as ETag',
  'HF-REA-012': 'response.send of Express compares If-Modified-Since with Last-Modified',
  'HF-SEA-018': 'asymmetrik.ts searches the last versions themselves, there is no index that could be late',
  'HF-SEA-036': 'sanitize.utils.js takes parameters from the query by their exact names, and asymmetrik.ts looks at gender alone',
}

/** Faults of that server, each with what the report must say was expected and what came. */
const faults: Readonly<Record<string, readonly [expected: string | RegExp, actual: string | RegExp]>> = {
  // It has no authorization server; ours in front of it gives a token to everybody, and no claim on tokens may pass.
  'HF-DSC-001': ['status 200', /^status 404 /],
  'HF-TOK-002': ['status 400 or 401', 'status 200'],
  'HF-AST-001': ['status 400 or 401', 'status 200'],
  'HF-AST-003': ['status 400 or 401', 'status 200'],
  'HF-AST-007': ['1', '16'],
  'HF-SCP-004': ['status 403', 'status 200'],
  // Its own: profile as a Reference where R4 has a canonical; no self link.
  'HF-MET-002': ['[]', /CapabilityStatement\.rest\[0\]\.resource\[0\]\.profile: must be a JSON string/],
  'HF-MET-005': ['the parameter in the self link', 'undefined'],
  // A Location without a version, FHIR as application/json, a parser's message with 500, anything taken for a Patient.
  'HF-CRE-001': [/^location: /, /^4_0_1\/Patient\/patient-\d+$/],
  'HF-CRE-005': ['status 400 or 422', 'status 201'],
  'HF-CRE-006': ['status 400', /^status 500 \(Unexpected: /],
  'HF-CRE-017': [/^content-type: .*fhir/, /^application\/json\b/],
  // Last-Modified in the letters of FHIR, If-Match never looked at, POST _search that forgets its parameters, patient for Patient.
  'HF-REA-001': [/ GMT$/, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/],
  'HF-UPD-002': ['status 412', 'status 200'],
  'HF-UPD-003': ['1', '6'],
  'HF-SEA-003': ['[]', /^\["Patient\/patient-/],
  'HF-REF-003': ['status 413', /^status 500 /],
  'HF-REF-005': ['status 404', 'status 200'],
  'HF-PRV-002': ['no 5xx', '500'],
}

interface Result {
  readonly id: string
  readonly outcome: string
  readonly reason?: string
  readonly expected?: string
  readonly actual?: string
  readonly curl?: string
}

interface Report {
  readonly exitCode: number
  readonly notRun: readonly string[]
  readonly results: readonly Result[]
}

describe.skipIf(!isThere)('a FHIR server from npm', () => {
  let folder: string
  let server: ChildProcess
  let report: Report
  let said: Said

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'home-first-peer-'))
    const started = await startServer()
    server = started.server
    const { systems } = makeCast(started.url, 1).config as { readonly systems: object }
    const [config, json] = [join(folder, 'conformance.json'), join(folder, 'report.json')]
    writeFileSync(config, JSON.stringify({ target: `${started.url}/4_0_1`, tokenUrl: `${started.url}/token`, systems }))
    const reporters = ['--reporter', 'console', '--reporter', `json=${json}`]
    said = await conformance('run', '--config', config, '--seed', 'foreign', '--timeout', '5000', ...reporters)
    report = JSON.parse(readFileSync(json, 'utf8')) as Report
  }, 60_000)
  afterAll(() => {
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })

  const ids = (outcome: string) => report.results.filter((one) => one.outcome === outcome).map(({ id }) => id)

  it('passes what is true of it and nothing else', () => {
    expect(ids('pass').toSorted()).toEqual(Object.keys(passes).toSorted())
  })

  it('is told each of its faults, with what was expected and what came', () => {
    const untold = Object.entries(faults).flatMap(([id, [expected, actual]]) => {
      const found = report.results.find((one) => one.id === id)
      const isTold = found && isFault(found) && isLike(found.expected ?? '', expected) && isLike(found.actual ?? '', actual)
      return isTold ? [] : [found ?? id]
    })
    expect(untold).toEqual([])
  })

  it('is given with every fault what came, and a line to send it again', () => {
    const bare = report.results.filter(
      (one) => isFault(one) && (one.expected === undefined || one.actual === undefined || !one.curl?.startsWith('curl ')),
    )
    expect(bare.map(({ id }) => id)).toEqual([])
  })

  it('breaks no test, leaves none out, and is told why where it was not asked', () => {
    expect(report.results.filter(({ outcome }) => outcome === 'error')).toEqual([])
    expect([report.results.length, report.notRun]).toEqual([suite.length, []])
    const reasons = report.results
      .filter(({ outcome }) => outcome === 'omit' || outcome === 'skip')
      .map(({ reason = '' }) => reason)
    expect(
      reasons.filter(
        (reason) =>
          !/^(the CapabilityStatement does not declare |the target answers a success without |discovery does not name |configure hl7v2\.)/.test(
            reason,
          ),
      ),
    ).toEqual([])
  })

  it('makes the command end with 1, and its report say so', () => {
    expect([said.code, report.exitCode]).toEqual([1, 1])
    expect(said.out.trim().split('\n').at(-1)).toMatch(/^\d+ fail, \d+ skip, \d+ warn, 26 pass, \d+ omit in /)
  })
})

const isFault = ({ outcome }: Result): boolean => outcome === 'fail' || outcome === 'warn'

const isLike = (text: string, like: string | RegExp): boolean => (typeof like === 'string' ? text === like : like.test(text))

/** NODE_ENV=test makes the package ask nobody for a token, so it is told that it is in production. */
function startServer(): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const server = spawn(process.execPath, ['test/peers/asymmetrik.ts'], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)))
    server.stdout.once('data', (line: Buffer) => {
      server.removeAllListeners('exit')
      resolve({ server, url: line.toString().trim() })
    })
  })
}
