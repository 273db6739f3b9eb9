// The gateway's signature under the heads of its audit: compact JWS (RFC 7515), of a type that is no token.

import { CompactSign, compactVerify, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import type { Store } from '../store/store.ts'
import { signingKeyEver, type SigningKeys } from './keys.ts'

const heads = z.object({
  writer: z.string(),
  at: z.string(),
  heads: z.array(z.object({ writer: z.string(), seq: z.int(), hash: z.string() })).readonly(),
})

const typ = 'audit-heads+jws'

export async function signHeads(payload: z.infer<typeof heads>, { current }: Pick<SigningKeys, 'current'>): Promise<string> {
  const { kid, privateKey } = current()
  const signing = new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
  return signing.setProtectedHeader({ alg: 'ES256', typ, kid }).sign(privateKey)
}

/** By any key that the gateway ever made: heads are proven years later. undefined for what none of them signed. */
export function readHeadsBy(store: Pick<Store, 'setting'>): (jws: string) => Promise<z.infer<typeof heads> | undefined> {
  const keyOf = signingKeyEver(store)
  return async (jws) => {
    try {
      const { kid = '', typ: named } = decodeProtectedHeader(jws)
      const key = named === typ ? await keyOf(kid) : undefined
      if (!key) return undefined
      const { payload } = await compactVerify(jws, key.publicKey, { algorithms: ['ES256'] })
      return heads.safeParse(JSON.parse(new TextDecoder().decode(payload))).data
    } catch {
      return undefined
    }
  }
}
