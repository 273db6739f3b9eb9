// `init`: a folder to begin with: new keys, a configuration, what a gateway is started with, and a page on what comes next.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exits } from '../exit.ts'
import { isRecord } from '../json.ts'
import type { Screen } from '../report/console.ts'
import { roles } from '../requirement.ts'
import type { Arguments } from './arguments.ts'
import { makeCast } from './keys.ts'

const defaultFolder = 'home-first'

/** Writes nothing at all where one of its files is there already. */
export function initCommand({ rest: [folder = defaultFolder], url, mllp, target }: Arguments, screen: Screen): number {
  const origin = originOf(target ?? url)
  if (origin === undefined) return refuse(`${target === undefined ? '--url' : '--target'}: an http or https address is needed`)
  const { config, clients, sources } = makeCast(target === undefined ? url.replace(/\/+$/, '') : origin, mllp)
  const files = [
    ['conformance.json', json(target === undefined ? config : ofAnother(config, target))],
    ['clients.json', json(clients)],
    ['sources.json', json(sources)],
    ['README.md', pageOf(folder, { origin, mllp, isOurs: target === undefined })],
    ['.gitignore', '*\n'],
  ] as const
  const there = files.map(([name]) => join(folder, name)).filter((path) => existsSync(path))
  if (there.length > 0) return refuse(`${there.join(', ')}: there already, and init overwrites nothing; name another folder`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // `wx` refuses what came between the look and the writing.
    for (const [name, text] of files) writeFileSync(join(folder, name), text, { mode: 0o600, flag: 'wx' })
  } catch {
    return refuse(`${folder}: cannot be written`)
  }
  screen.write(`${files.map(([name]) => join(folder, name)).join('\n')}\n\nWhat comes next is in ${join(folder, 'README.md')}.\n`)
  return exits.passed
}

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`

const originOf = (address: string): string | undefined => {
  const url = URL.parse(address)
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined
}

/** Another's server has addresses of its own for HL7 v2, which nobody should guess. */
function ofAnother(config: object, target: string): object {
  const { http: _, mllp: __, ...form } = 'hl7v2' in config && isRecord(config.hl7v2) ? config.hl7v2 : {}
  return { ...config, target: target.replace(/\/+$/, ''), hl7v2: form }
}

function refuse(words: string): number {
  process.stderr.write(`${words}\n`)
  return exits.usage
}

interface About {
  readonly origin: string
  readonly mllp: number
  readonly isOurs: boolean
}

function pageOf(folder: string, about: About): string {
  const config = join(folder, 'conformance.json')
  return `# What is here, and what comes next

Private keys, made for this folder: it belongs in no repository (\`.gitignore\` keeps it out).

| file | what |
|---|---|
| conformance.json | what the suite is told: the address of the target, and a client with its private key for each part that it plays |
| clients.json | the same clients with their public keys, as this project's gateway takes them (CLIENTS_FILE) |
| sources.json | the settings for the trust's HL7 v2 (SOURCES_FILE) |

## conformance.json

| member | what | when you change it |
|---|---|---|
| target | the FHIR base, with its whole path | the target is elsewhere (\`--target\` goes before it) |
| tokenUrl | the token endpoint | only where discovery names none |
| hl7v2.http, hl7v2.mllp | where HL7 v2 is taken, \`{"host", "port"}\` for MLLP | the target takes HL7 v2; without them those tests are skipped |
| hl7v2.form | the codes of the ward's referral form | the target knows the form by other codes |
| systems.ROLE.clientId, kid, alg, privateKey | a client of the target | it is registered there by another name or key |
| systems.ROLE.organization, ods | its organisation, by the target's id and by ODS code | always, for another's server |
| systems.acute.hl7v2 | MSH-3 and MSH-4 of what it sends | the target knows the sender by others |

ROLE is one of ${roles.join(', ')}. Take a part out that the target does not have: what needs it is skipped, and the report says so.

## Next

${about.isOurs ? ours(folder, about) : theirs(folder)}
2. See that everything is in place, and how to mend what is not:

   \`doctor --config ${config}\`

3. Run, and keep the report:

   \`run --config ${config} --reporter console --reporter json=report.json\`

4. \`explain ID\` says what a requirement asks, and where it is written.
`
}

function ours(folder: string, { origin, mllp }: About): string {
  const { hostname, port, protocol } = new URL(origin)
  const settings = [
    `HOST=${hostname}`,
    `PORT=${port || (protocol === 'https:' ? '443' : '80')}`,
    `MLLP_PORT=${mllp}`,
    'SANDBOX=on',
    `CLIENTS_FILE=${join(folder, 'clients.json')}`,
    `SOURCES_FILE=${join(folder, 'sources.json')}`,
  ]
  return `1. Start the gateway with these clients:

   \`${settings.join(' ')} npm start\`
`
}

const theirs = (
  folder: string,
): string => `1. Register each client of ${join(folder, 'clients.json')} at the target: its client_id, its scopes, its public key (jwks). Then write
   into conformance.json what the target calls each organisation. Only a test system: the suite writes people who do not exist.
`
