// What a run is told about the system under test: its addresses, and a client for each part that is played.

import { createPrivateKey, type KeyObject } from 'node:crypto'
import { isRecord } from './json.ts'
import { roles, type Role } from './requirement.ts'
import type { MllpAddress } from './wire/mllp.ts'

const algorithms = ['ES384', 'RS384', 'RS512'] as const
export type Algorithm = (typeof algorithms)[number]

export interface System {
  readonly clientId: string
  /** The organisation as the target knows it: id of its Organization, and ODS code. */
  readonly organization: string
  readonly ods: string
  readonly kid: string
  readonly alg: Algorithm
  readonly key: KeyObject
  /** MSH-3 and MSH-4 of a system that sends HL7 v2. */
  readonly hl7v2?: { readonly application: string; readonly facility: string }
}

/** The referral form that the target recognises in an ORU^R01: its OBR-4 code, and its questions. */
export interface Form {
  readonly code: string
  readonly reason: string
  readonly criteria: { readonly question: string; readonly noLongerMeets: string }
  readonly readyDate: string
}

export interface Config {
  /** FHIR base URL, without a slash at its end. */
  readonly target: string
  /** Where discovery is not to be asked. */
  readonly tokenUrl?: string
  readonly hl7v2: { readonly http?: string; readonly mllp?: MllpAddress; readonly form?: Form }
  readonly systems: Readonly<Partial<Record<Role, System>>>
}

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Every fault at once, with its place. `target` from the command line comes before the file's. */
export function readConfig(json: unknown, target?: string): ReadConfig {
  const faults: string[] = []
  const file = isRecord(json) ? json : {}
  if (json !== undefined && !isRecord(json)) faults.push('the file holds no JSON object')
  onlyKnown(file, ['target', 'tokenUrl', 'hl7v2', 'systems'], '', faults)
  const base = url(target ?? file['target'], 'target', faults)
  const hl7v2 = isRecord(file['hl7v2']) ? file['hl7v2'] : {}
  onlyKnown(hl7v2, ['http', 'mllp', 'form'], 'hl7v2.', faults)
  const http = hl7v2['http'] === undefined ? undefined : url(hl7v2['http'], 'hl7v2.http', faults)
  const mllp = hl7v2['mllp'] === undefined ? undefined : mllpOf(hl7v2['mllp'], faults)
  const form = hl7v2['form'] === undefined ? undefined : formOf(hl7v2['form'], faults)
  const tokenUrl = file['tokenUrl'] === undefined ? undefined : url(file['tokenUrl'], 'tokenUrl', faults)
  const systems = systemsOf(isRecord(file['systems']) ? file['systems'] : {}, faults)
  if (!base || faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    config: {
      target: base,
      ...(tokenUrl && { tokenUrl }),
      hl7v2: { ...(http && { http }), ...(mllp && { mllp }), ...(form && { form }) },
      systems,
    },
  }
}

/** A member that nobody reads is a slip of the pen, which would otherwise show as tests that were skipped. */
function onlyKnown(given: Readonly<Record<string, unknown>>, known: readonly string[], place: string, faults: string[]): void {
  const others = Object.keys(given).filter((name) => !known.includes(name))
  for (const name of others) faults.push(`${place}${JSON.stringify(name).slice(1, -1)}: not known; there are ${known.join(', ')}`)
}

function url(value: unknown, place: string, faults: string[]): string | undefined {
  const found = typeof value === 'string' ? URL.parse(value) : undefined
  if (found && /^https?:$/.test(found.protocol)) return found.href.replace(/\/+$/, '')
  faults.push(`${place}: an http or https address is needed`)
  return undefined
}

function mllpOf(value: unknown, faults: string[]): MllpAddress | undefined {
  const { host = '127.0.0.1', port, ...others } = isRecord(value) ? value : {}
  onlyKnown(others, ['host', 'port'], 'hl7v2.mllp.', faults)
  if (typeof host === 'string' && typeof port === 'number') return { host, port }
  faults.push('hl7v2.mllp: {"host": "…", "port": 2575}')
  return undefined
}

function formOf(value: unknown, faults: string[]): Form | undefined {
  const given = isRecord(value) ? value : {}
  const criteria = isRecord(given['criteria']) ? given['criteria'] : {}
  onlyKnown(given, ['code', 'reason', 'readyDate', 'criteria'], 'hl7v2.form.', faults)
  onlyKnown(criteria, ['question', 'noLongerMeets'], 'hl7v2.form.criteria.', faults)
  const [code, reason, readyDate] = [given['code'], given['reason'], given['readyDate']]
  const { question, noLongerMeets } = criteria
  const texts = [code, reason, readyDate, question, noLongerMeets]
  if (texts.every((text) => typeof text === 'string')) {
    const [c = '', r = '', d = '', q = '', n = ''] = texts
    return { code: c, reason: r, readyDate: d, criteria: { question: q, noLongerMeets: n } }
  }
  faults.push('hl7v2.form: {"code", "reason", "readyDate", "criteria": {"question", "noLongerMeets"}} hold the codes of the form')
  return undefined
}

function systemsOf(given: Readonly<Record<string, unknown>>, faults: string[]): Config['systems'] {
  const isRole = (name: string): name is Role => roles.some((role) => role === name)
  for (const name of Object.keys(given)) if (!isRole(name)) faults.push(`systems.${name}: one of ${roles.join(', ')}`)
  const found = Object.entries(given).flatMap(([name, value]) => {
    const system = systemOf(value, `systems.${name}`, faults)
    return system ? [[name, system] as const] : []
  })
  return Object.fromEntries(found)
}

function systemOf(value: unknown, place: string, faults: string[]): System | undefined {
  const given = isRecord(value) ? value : {}
  onlyKnown(given, ['clientId', 'organization', 'ods', 'kid', 'alg', 'privateKey', 'hl7v2'], `${place}.`, faults)
  const text = (name: string): string => {
    const found = given[name]
    if (typeof found === 'string' && found !== '') return found
    faults.push(`${place}.${name}: text is needed`)
    return ''
  }
  const [clientId, organization, ods, kid] = [text('clientId'), text('organization'), text('ods'), text('kid')]
  const alg = algorithms.find((one) => one === given['alg'])
  const key = keyOf(given['privateKey'])
  if (!alg) faults.push(`${place}.alg: one of ${algorithms.join(', ')}`)
  if (!key) faults.push(`${place}.privateKey: a private key as JWK or PEM`)
  const hl7v2 = isRecord(given['hl7v2']) ? given['hl7v2'] : undefined
  const { application, facility, ...others } = hl7v2 ?? {}
  onlyKnown(others, ['application', 'facility'], `${place}.hl7v2.`, faults)
  const isSender = typeof application === 'string' && typeof facility === 'string'
  if (hl7v2 && !isSender) faults.push(`${place}.hl7v2: {"application", "facility"} as in MSH-3 and MSH-4`)
  if (!key || !alg) return undefined
  return { clientId, organization, ods, kid, alg, key, ...(isSender && { hl7v2: { application, facility } }) }
}

function keyOf(value: unknown): KeyObject | undefined {
  try {
    if (typeof value === 'string') return createPrivateKey(value)
    return isRecord(value) ? createPrivateKey({ key: value, format: 'jwk' }) : undefined
  } catch {
    return undefined
  }
}
