// Whether an HL7 v2 connection is a declared sender: by its application and facility, and where or with what it comes.

import { BlockList, isIP } from 'node:net'
import type { Client } from './registry.ts'

export interface Sender {
  /** MSH-3 and MSH-4 as they are written. */
  readonly application: string
  readonly facility: string
  readonly address: string
  readonly certificateSha256?: string | undefined
}

type Declared = NonNullable<Client['hl7v2']>[number]

export function isSenderOf(client: Client, sender: Sender): boolean {
  return client.hl7v2?.some((declared) => isNamed(declared, sender) && isMarked(declared, sender)) ?? false
}

/** Whether a client that is known otherwise (by its token, over HTTP) declares this sender. */
export function declaresSender(client: Client, application: string, facility: string): boolean {
  return client.hl7v2?.some((declared) => isNamed(declared, { application, facility })) ?? false
}

const isNamed = (declared: Declared, { application, facility }: Pick<Sender, 'application' | 'facility'>): boolean =>
  declared.sendingApplication === application && declared.sendingFacility === facility

/** A name alone is no proof: with neither address nor certificate declared nobody is let in; with both, both must hold. */
function isMarked({ addresses, certificateSha256 }: Declared, sender: Sender): boolean {
  if (addresses.length === 0 && certificateSha256.length === 0) return false
  const fingerprint = sender.certificateSha256?.replaceAll(':', '').toLowerCase()
  const hasAddress = addresses.length === 0 || isWithin(addresses, sender.address)
  const hasCertificate = certificateSha256.length === 0 || certificateSha256.some((known) => known === fingerprint)
  return hasAddress && hasCertificate
}

/** BlockList also knows an IPv4 address written as IPv6, which is how a dual-stack socket tells it. */
function isWithin(addresses: readonly string[], address: string): boolean {
  const version = isIP(address)
  if (version === 0) return false
  const list = new BlockList()
  for (const declared of addresses) {
    const [network = '', bits] = declared.split('/')
    const family = isIP(network) === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(network, family)
    else list.addSubnet(network, Number(bits), family)
  }
  return list.check(address, version === 4 ? 'ipv4' : 'ipv6')
}
