// What the target says of itself, and whether it lets each configured system in.

import { at, isRecord, textAt, textsAt } from '../json.ts'
import { isCapabilityStatement } from '../capability.ts'
import { randomFrom } from '../random.ts'
import { roles, type Role } from '../requirement.ts'
import { trialFor, type Run, type Trial } from '../trial.ts'
import type { Answer } from '../wire/exchange.ts'
import { fail, ok, skip, warn, type Finding } from './finding.ts'

/** Assertions live for four minutes by the target's clock, but a product has only its own. */
const tolerableSkewMs = 10_000

export function clockFinding({ skewMs }: Run): Finding {
  const seconds = Math.round(Math.abs(skewMs) / 1000)
  if (skewMs === 0) return ok('clock', 'agrees with the target’s')
  const words = `the target’s is ${seconds} s ${skewMs > 0 ? 'ahead' : 'behind'}`
  const fix = 'set both by NTP: the suite allows for it, a product that signs by its own clock is refused'
  return Math.abs(skewMs) > tolerableSkewMs ? fail('clock', words, fix) : warn('clock', words, fix)
}

export function metadataFinding({ capability, config }: Run): Finding {
  const address = `${config.target}/metadata`
  if (!isCapabilityStatement(capability))
    return fail('metadata', `${address} is no CapabilityStatement`, 'name the FHIR base with its whole path as the target')
  const version = textAt(capability, 'fhirVersion')
  if (!version.startsWith('4.0'))
    return fail('metadata', `FHIR ${version || 'of no stated version'}`, 'name the base that speaks R4 (4.0.1)')
  const types = at(capability, 'rest.resource').length
  if (types === 0)
    return warn('metadata', 'declares no resource type', 'what is not declared is not tested: declare what is served')
  return ok('metadata', `FHIR ${version}, ${types} resource types declared`)
}

export function discoveryFinding({ discovery, tokenUrl, config }: Run): Finding {
  const address = `${config.target}/.well-known/smart-configuration`
  if (tokenUrl === '')
    return fail(
      'discovery',
      `${address} names no token_endpoint`,
      'serve it (SMART App Launch 2.2), or write tokenUrl in the configuration',
    )
  if (!isRecord(discovery)) return warn('discovery', `${address} is not there; tokenUrl comes from the configuration`, 'serve it')
  const known = textsAt(discovery, 'token_endpoint_auth_signing_alg_values_supported')
  const algs = [...new Set(Object.entries(config.systems).flatMap(([role, { alg }]) => (role === 'nhs' ? [] : [alg])))]
  const missing = known.length === 0 ? [] : algs.filter((alg) => !known.includes(alg))
  if (missing.length > 0)
    return warn('discovery', `names ${known.join(', ')}, and not ${missing.join(', ')}`, 'use keys of an algorithm that it names')
  return ok('discovery', `token endpoint ${tokenUrl}`)
}

/** Asked with GET, which writes nothing: whatever it says, only 404 says that nothing is there. */
export async function hl7Finding(run: Run, timeoutMs: number): Promise<readonly Finding[]> {
  const { http } = run.config.hl7v2
  if (http === undefined) return []
  try {
    const { status } = await trialOf(run, timeoutMs).anyone.get(http)
    return status === 404
      ? [fail('HL7 v2 over HTTP', `nothing is at ${http} (404)`, 'correct hl7v2.http in the configuration')]
      : [ok('HL7 v2 over HTTP', `${http} is there`)]
  } catch (error) {
    return [fail('HL7 v2 over HTTP', sentenceIn(error), 'correct hl7v2.http in the configuration')]
  }
}

const sentenceIn = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** One finding for each configured system, in the order of the roles. */
export async function admissionFindings(run: Run, timeoutMs: number): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const role of roles) {
    if (!run.config.systems[role]) continue
    findings.push(
      run.tokenUrl === '' ? skip(`token ${role}`, 'no token endpoint is known') : await tokenFinding(run, role, timeoutMs),
    )
  }
  return findings
}

async function tokenFinding(run: Run, role: Role, timeoutMs: number): Promise<Finding> {
  const check = `token ${role}`
  const t = trialOf(run, timeoutMs)
  try {
    // The NHS's kind asks for no scope.
    const answer = await t.token(role, role === 'nhs' ? { scope: undefined } : {})
    const token = textAt(answer.json, 'access_token')
    if (answer.status !== 200 || token === '') return refusedFinding(check, t, role, answer)
    return await welcomeFinding(check, t, role, answer)
  } catch (error) {
    return fail(
      check,
      error instanceof Error ? error.message : String(error),
      'see that the token endpoint can be reached from here',
    )
  }
}

export function trialOf(run: Run, timeoutMs: number): Trial {
  const person = () => {
    throw new Error('nobody is spoken of')
  }
  return trialFor({ run, random: randomFrom('doctor', Date.now()), person, signal: AbortSignal.timeout(timeoutMs) })
}

function refusedFinding(check: string, t: Trial, role: Role, { status, json }: Answer): Finding {
  const { clientId, kid, alg } = t.system(role)
  const [error, description] = [textAt(json, 'error'), textAt(json, 'error_description')]
  const words = `${status} ${[error, description].filter(Boolean).join(': ').slice(0, 200)}`.trim()
  if (error === 'invalid_scope')
    return fail(check, words, `let the client ${clientId} ask for system/*.cruds, or for what it needs of it`)
  if (status === 404) return fail(check, words, `correct the token endpoint: ${t.run.tokenUrl}`)
  if (status >= 500) return fail(check, words, 'look into the target’s log')
  return fail(
    check,
    words,
    `register the client ${clientId} at the target with the public key ${kid} (${alg}); aud is ${t.run.tokenUrl}`,
  )
}

/** A token that the FHIR server behind does not take is as good as none. */
async function welcomeFinding(check: string, t: Trial, role: Role, granted: Answer): Promise<Finding> {
  const { organization, ods, clientId } = t.system(role)
  const authorization = `Bearer ${textAt(granted.json, 'access_token')}`
  const answer = await t.anyone.get(`Organization/${organization}`, { authorization })
  const scope = textAt(granted.json, 'scope')
  if (answer.status === 401)
    return fail(
      check,
      'a token is given, and the FHIR server refuses it (401)',
      'see that both trust one issuer, and their clocks agree',
    )
  // A client without the scope, or a server without the type, cannot be asked who it is.
  if (answer.status === 200) {
    const values = textsAt(answer.json, 'identifier.value')
    if (!values.includes(ods))
      return warn(check, `Organization/${organization} has no identifier ${ods}`, `correct systems.${role}.ods or .organization`)
  } else if (answer.status === 404 && role !== 'nhs')
    return warn(
      check,
      `given, but Organization/${organization} is not found`,
      `correct systems.${role}.organization (client ${clientId})`,
    )
  return ok(check, `given${scope && `: ${scope}`}`)
}
