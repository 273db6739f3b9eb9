// The access token: a signed JWT that says which client it was given to, for what and for how long (RFC 9068).

import { SignJWT } from 'jose'
import type { Auth } from './auth.ts'
import type { Grantee } from './personality.ts'
import type { Claimed } from './purpose.ts'

/** RFC 9068's `typ`, so that no access token passes for anything else, nor anything else for an access token. */
export async function accessTokenFor(
  { client, cnf, claimed }: Grantee,
  scope: string,
  lifeSeconds: number,
  auth: Auth,
): Promise<string> {
  const key = auth.keys.current()
  const issuedAt = Math.floor(auth.now().getTime() / 1000)
  return new SignJWT({ client_id: client.client_id, scope, ...(cnf && { cnf: { ...cnf } }), ...claimsFor(claimed) })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'at+jwt' })
    .setIssuer(auth.addresses.issuer)
    .setSubject(client.client_id)
    .setAudience(auth.addresses.fhirBase)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifeSeconds)
    .setJti(auth.newId())
    .sign(key.privateKey)
}

function claimsFor({ purpose, practitioner }: Claimed = {}): Record<string, string> {
  return {
    ...(purpose !== undefined && { purpose_of_use: purpose }),
    ...(practitioner !== undefined && { requesting_practitioner: practitioner }),
  }
}
