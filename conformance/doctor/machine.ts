// What `doctor` looks at before it speaks to anybody: this machine, the configuration, its keys, the environment.

import { accessSync, constants, statSync } from 'node:fs'
import type { Config, System } from '../config.ts'
import type { Requirement, Role } from '../requirement.ts'
import { roles } from '../requirement.ts'
import { fail, ok, warn, type Finding } from './finding.ts'

/** What runs the suite: the packed file has no newer needs. */
const oldestNode = 20

export function nodeFinding(version: string): Finding {
  const [major = 0] = version.split('.').map(Number)
  if (major >= oldestNode) return ok('node', `Node ${version}`)
  return fail('node', `Node ${version} is too old`, `install Node ${oldestNode} or later`)
}

/** `mode` bits of the group and of others; Windows has none. */
export function privacyFinding(path: string, platform: string): Finding {
  if (platform === 'win32') return ok('key file', 'permissions are not looked at on Windows')
  const { mode } = statSync(path)
  if ((mode & 0o077) === 0) return ok('key file', `${path} is its owner’s alone`)
  return warn(
    'key file',
    `${path} holds private keys, and others than its owner may open it (mode ${(mode & 0o777).toString(8)})`,
    `chmod 600 ${path}`,
  )
}

/** Keys that cannot sign with the algorithm that stands beside them, and those too short to be accepted. */
export function keyFindings({ systems }: Config): readonly Finding[] {
  const all = Object.entries(systems)
  const bad = all.flatMap(([role, system]) => {
    const fault = keyFault(system)
    return fault === undefined
      ? []
      : [fail('keys', `systems.${role}: ${fault}`, '`keys FOLDER` makes new ones; register their public halves at the target')]
  })
  const shared = all.filter(([, one]) => all.some(([, other]) => other !== one && other.clientId === one.clientId))
  const twice = shared.map(([role]) => `systems.${role}`)
  return [
    ...(bad.length > 0 ? bad : [ok('keys', `${all.length} private keys, each fit for its algorithm`)]),
    ...(twice.length > 0
      ? [warn('keys', `${twice.join(' and ')} are one client`, 'give each a client of its own: tests tell one from the other')]
      : []),
  ]
}

function keyFault({ alg, key }: System): string | undefined {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {}
  if (alg === 'ES384')
    return key.asymmetricKeyType === 'ec' && namedCurve === 'secp384r1' ? undefined : 'ES384 takes an EC key on the curve P-384'
  if (key.asymmetricKeyType !== 'rsa') return `${alg} takes an RSA key`
  return modulusLength >= 2048 ? undefined : `an RSA key of ${modulusLength} bits is too short: 2048 at least`
}

/** What is not configured is skipped, which nobody should learn from the report only. */
export function missingFindings({ systems, hl7v2 }: Config, suite: readonly Requirement[]): readonly Finding[] {
  const skipped = (needs: (one: Requirement) => boolean) => `${suite.filter(needs).length} tests are skipped`
  const absent = roles.filter((role: Role) => !systems[role])
  const parts = (['http', 'mllp', 'form'] as const).filter((part) => !hl7v2[part])
  return [
    ...absent.map((role) =>
      warn(
        'roles',
        `systems.${role} is not configured: ${skipped(({ needs }) => needs?.systems?.includes(role) ?? false)}`,
        `register a client that plays this part, and add it; if the target has none, leave it`,
      ),
    ),
    ...parts.map((part) =>
      warn(
        'hl7v2',
        `hl7v2.${part} is not configured: ${skipped(({ needs }) => needs?.hl7v2?.includes(part) ?? false)}`,
        'add it where the target takes HL7 v2; if it does not, leave it',
      ),
    ),
    ...(absent.length + parts.length === 0 ? [ok('roles', 'every system and every HL7 v2 part is configured')] : []),
  ]
}

type Environment = Readonly<Record<string, string | undefined>>

export function environmentFindings(target: string, environment: Environment): readonly Finding[] {
  const { protocol } = new URL(target)
  const names = protocol === 'https:' ? ['HTTPS_PROXY', 'https_proxy'] : ['HTTP_PROXY', 'http_proxy']
  const proxy = names.find((name) => environment[name])
  const authorities = environment['NODE_EXTRA_CA_CERTS']
  return [
    proxy === undefined
      ? ok('proxy', 'none is set')
      : warn('proxy', `${proxy} is set, and the suite does not use it`, 'run it where the target can be reached without a proxy'),
    ...(environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0'
      ? [
          warn(
            'certificates',
            'NODE_TLS_REJECT_UNAUTHORIZED=0: nobody looks whose certificate it is',
            'unset it, and name the authority’s file in NODE_EXTRA_CA_CERTS',
          ),
        ]
      : []),
    ...(authorities && !isReadable(authorities)
      ? [fail('certificates', `NODE_EXTRA_CA_CERTS names ${authorities}, which cannot be read`, 'name a PEM file that is there')]
      : []),
  ]
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}
