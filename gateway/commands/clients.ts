// `clients add|list|revoke`: the client registry from the command line.

import { addClient, listClients, revokeClient } from '../auth/registry.ts'
import type { House } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import { jsonFile } from '../setting-files.ts'

/** `add FILE` takes one client as it stands in CLIENTS_FILE. Answers the exit code. */
export async function clients(
  [action, argument, ...more]: readonly string[],
  { store, isSandbox }: House,
  print: (line: string) => void,
): Promise<number> {
  if (more.length > 0) return usage(print)
  if (action === 'list' && argument === undefined) {
    for (const { client_id, organization, profile, scopes } of await listClients(store))
      print([client_id, organization, profile, scopes].join('\t'))
    return 0
  }
  if (action === 'add' && argument !== undefined) return add(argument, { store, isSandbox }, print)
  if (action === 'revoke' && argument !== undefined) {
    const wasThere = await revokeClient(store, argument)
    print(wasThere ? `${argument} is revoked; its tokens end within seconds` : `there is no client ${argument}`)
    return wasThere ? 0 : 1
  }
  return usage(print)
}

async function add(
  file: string,
  { store, isSandbox }: Pick<House, 'store' | 'isSandbox'>,
  print: (line: string) => void,
): Promise<number> {
  try {
    await addClient(store, jsonFile('FILE', file), { sandbox: isSandbox })
    print('added')
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const { location = file, text } of error.faults) print(`${location}: ${text}`)
    return 1
  }
}

function usage(print: (line: string) => void): number {
  print('usage: clients add FILE | list | revoke CLIENT_ID')
  return 2
}
