// The link to a search's next page: the search and the place in it, sealed for the one client that made it.

import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Cursor, Instant } from '../store/store.ts'
import type { Parameter } from './search-query.ts'

/**
 * What a `_page` holds. The parameters travel inside, encrypted, so that a link that is followed puts no person's number into
 * a URL; and the total of the first page, so that it is counted once.
 */
export interface PageMark {
  /** '' in a search of several types: which, the parameters say. */
  readonly type: string
  readonly parameters: readonly Parameter[]
  readonly after: Cursor
  /** When the page before it was asked for: a link does not last for ever. */
  readonly at: Instant
  readonly total?: number
}

/**
 * The same mark gives the same text: the nonce is a keyed digest of what is sealed, so that nothing here is random and no nonce
 * serves two texts.
 */
export function sealPage(mark: PageMark, client: string, key: Uint8Array): string {
  const { sealing, naming } = keysOf(key)
  const plain = JSON.stringify([mark.type, mark.parameters, mark.after, mark.at, mark.total ?? null])
  const nonce = createHmac('sha256', naming).update(`${client}\n${plain}`).digest().subarray(0, nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', sealing, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(client))
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The mark, or undefined when the text was altered or made for another client. */
export function openPage(text: string, client: string, key: Uint8Array): PageMark | undefined {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length <= nonceBytes + tagBytes || bytes.toString('base64url') !== text) return undefined
  const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, nonceBytes + tagBytes)]
  const cipher = createDecipheriv('aes-256-gcm', keysOf(key).sealing, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(client)).setAuthTag(tag)
  try {
    const plain = Buffer.concat([cipher.update(bytes.subarray(nonceBytes + tagBytes)), cipher.final()])
    return markOf(JSON.parse(plain.toString('utf8')) as Sealed)
  } catch {
    return undefined
  }
}

const nonceBytes = 12
const tagBytes = 16

type Sealed = [type: string, parameters: Parameter[], after: Cursor, at: Instant, total: number | null]

function markOf([type, parameters, after, at, total]: Sealed): PageMark {
  return { type, parameters, after, at, ...(total !== null && { total }) }
}

interface Keys {
  readonly sealing: KeyObject
  readonly naming: KeyObject
}

const known = new WeakMap<Uint8Array, Keys>()

/** Derived once of each key; Node takes a KeyObject several times faster than bytes. */
function keysOf(key: Uint8Array): Keys {
  const before = known.get(key)
  if (before) return before
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'home-first search page', 64))
  const keys = { sealing: createSecretKey(derived.subarray(0, 32)), naming: createSecretKey(derived.subarray(32)) }
  known.set(key, keys)
  return keys
}
