// `clients`: the client registry, and the gateway's own signing key, from the command line.

import { parseArgs } from 'node:util'
import { addClient, changeClient, listClients, revokeClient, type Client } from '../auth/registry.ts'
import type { House } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import { jsonFile } from '../setting-files.ts'
import { certificateDigest } from './client-certificate.ts'
import { clientKeys, KeyFault } from './client-key.ts'

type Desk = Pick<House, 'store' | 'isSandbox' | 'auth'>
type Print = (line: string) => void

const usage = `usage: clients add FILE
       clients add --id ID --organization ID --scopes 'system/Task.rs …' (--key FILE … | --jwks-uri URL)
                   [--name NAME] [--profile smart|nhs] [--algorithms RS384,ES384] [--certificate FILE|SHA256 …]
       clients list [--json]
       clients rotate ID [--key FILE …] [--certificate FILE|SHA256 …] [--only]
                                                 adds keys and certificates; --only takes the others of that kind away
       clients disable ID | enable ID | revoke ID
       clients rotate-signing-key                 the gateway's own, for access tokens`

const options = {
  id: { type: 'string' },
  organization: { type: 'string' },
  name: { type: 'string' },
  profile: { type: 'string' },
  scopes: { type: 'string' },
  algorithms: { type: 'string' },
  'jwks-uri': { type: 'string' },
  key: { type: 'string', multiple: true },
  certificate: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  only: { type: 'boolean' },
} as const

type Flags = ReturnType<typeof read>['values']

const read = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

interface Command {
  readonly arguments: number
  readonly flags: readonly (keyof typeof options)[]
  run(given: { readonly argument: string; readonly flags: Flags }, desk: Desk, print: Print): Promise<number>
}

/** Each takes the flags that it names and no others; a flag passed over in silence would be a right that nobody took away. */
const commands: Readonly<Record<string, Command>> = {
  add: {
    arguments: 1,
    flags: [],
    run: ({ argument }, desk, print) => add(jsonFile('FILE', argument), desk, print),
  },
  'add with flags': {
    arguments: 0,
    flags: ['id', 'organization', 'name', 'profile', 'scopes', 'algorithms', 'jwks-uri', 'key', 'certificate'],
    run: ({ flags }, desk, print) => add(entryOf(flags), desk, print),
  },
  list: { arguments: 0, flags: ['json'], run: ({ flags }, desk, print) => list(flags.json === true, desk, print) },
  rotate: {
    arguments: 1,
    flags: ['key', 'certificate', 'only'],
    async run({ argument, flags }, desk, print) {
      const keys = flags.key?.flatMap(clientKeys) ?? []
      const digests = flags.certificate?.map(certificateDigest) ?? []
      if (keys.length + digests.length === 0) return wrongUse(print)
      const isOnly = flags.only === true
      const edit = (client: Client) => withCertificates(withKeys(client, keys, isOnly), digests, isOnly)
      return changed(argument, edit, desk, print, `has its new ${newOnes(keys.length, digests.length)}`)
    },
  },
  disable: {
    arguments: 1,
    flags: [],
    run: ({ argument }, desk, print) =>
      changed(argument, (client) => ({ ...client, disabled: true }), desk, print, 'is disabled; its tokens end within seconds'),
  },
  enable: {
    arguments: 1,
    flags: [],
    run: ({ argument }, desk, print) => changed(argument, ({ disabled: _, ...client }) => client, desk, print, 'is enabled'),
  },
  revoke: {
    arguments: 1,
    flags: [],
    async run({ argument }, { store }, print) {
      const wasThere = await revokeClient(store, argument)
      print(wasThere ? `${argument} is revoked; its tokens end within seconds` : `there is no client ${argument}`)
      return wasThere ? 0 : 1
    },
  },
  'rotate-signing-key': {
    arguments: 0,
    flags: [],
    async run(_, { auth }, print) {
      await auth.keys.rotate()
      print('made; it is published now and signs in a minute')
      return 0
    },
  },
}

/** Answers the exit code: 0 done, 1 refused, 2 not understood. */
export async function clients(args: readonly string[], desk: Desk, print: Print): Promise<number> {
  const given = understood(args)
  if (!given) return wrongUse(print)
  try {
    return await given.command.run(given, desk, print)
  } catch (error) {
    if (error instanceof Refusal) for (const { location = 'client', text } of error.faults) print(`${location}: ${text}`)
    else if (error instanceof KeyFault) print(error.message)
    else throw error
    return 1
  }
}

function wrongUse(print: Print): number {
  print(usage)
  return 2
}

function understood(args: readonly string[]): { command: Command; argument: string; flags: Flags } | undefined {
  const { values: flags, positionals } = attempt(args)
  const [name = '', argument = '', ...more] = positionals
  const wanted = name === 'add' && argument === '' ? 'add with flags' : name
  const command = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined
  const isRight =
    command !== undefined &&
    more.length === 0 &&
    (argument === '' ? 0 : 1) === command.arguments &&
    Object.keys(flags).every((flag) => command.flags.some((known) => known === flag))
  return isRight ? { command, argument, flags } : undefined
}

/** An unknown flag is wrong use, not a crash. */
function attempt(args: readonly string[]): { values: Flags; positionals: readonly string[] } {
  try {
    return read(args)
  } catch {
    return { values: {}, positionals: [] }
  }
}

function entryOf(flags: Flags) {
  const { id, organization, name = id, profile = 'smart', scopes, algorithms, key, certificate, 'jwks-uri': jwks_uri } = flags
  return {
    client_id: id,
    name,
    organization,
    profile,
    scopes,
    ...(algorithms !== undefined && { algorithms: algorithms.split(',') }),
    ...(key && { jwks: { keys: key.flatMap(clientKeys) } }),
    ...(jwks_uri !== undefined && { jwks_uri }),
    ...(certificate && { certificateSha256: certificate.map(certificateDigest) }),
  }
}

async function add(entry: unknown, { store, isSandbox }: Desk, print: Print): Promise<number> {
  await addClient(store, entry, { sandbox: isSandbox })
  print('added')
  return 0
}

async function list(asJson: boolean, { store }: Desk, print: Print): Promise<number> {
  for (const client of await listClients(store)) print(asJson ? JSON.stringify(client) : lineOf(client))
  return 0
}

const lineOf = ({ client_id, organization, profile, scopes, certificateSha256 = [], disabled }: Client): string => {
  const certificates = certificateSha256.map((digest) => `certificate ${digest}`)
  return [client_id, organization, profile, scopes, ...certificates, ...(disabled ? ['disabled'] : [])].join('\t')
}

/** A key of the same kid is replaced: that is what its owner means by sending it again. */
function withKeys(known: Client, keys: readonly Record<string, unknown>[], isOnly: boolean) {
  if (keys.length === 0) return known
  const { jwks_uri: _, ...client } = known
  const kids = new Set(keys.map(({ kid }) => kid))
  const others = isOnly ? [] : (client.jwks?.keys.filter(({ kid }) => !kids.has(kid)) ?? [])
  return { ...client, jwks: { keys: [...others, ...keys] } }
}

/** Both are good while one takes the other's place. */
function withCertificates(client: Pick<Client, 'certificateSha256'>, digests: readonly string[], isOnly: boolean): object {
  if (digests.length === 0) return client
  const plain = digests.map((digest) => digest.replaceAll(':', '').toLowerCase())
  const others = isOnly ? [] : (client.certificateSha256 ?? [])
  return { ...client, certificateSha256: [...new Set([...others, ...plain])] }
}

const newOnes = (keys: number, certificates: number): string =>
  [...(keys > 0 ? ['keys'] : []), ...(certificates > 0 ? ['certificates'] : [])].join(' and ')

async function changed(
  clientId: string,
  edit: (client: Client) => unknown,
  { store, isSandbox }: Desk,
  print: Print,
  words: string,
): Promise<number> {
  const wasThere = await changeClient(store, clientId, edit, { sandbox: isSandbox })
  print(wasThere ? `${clientId} ${words}` : `there is no client ${clientId}`)
  return wasThere ? 0 : 1
}
