// Public keys of clients: which JWKs may be registered or fetched, and what is kept of one.

import { createPublicKey } from 'node:crypto'
import { z } from 'zod'

/** What a client may sign its assertion with; asymmetric all, since the gateway keeps no client's secret. */
export const signingAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'] as const
export type SigningAlgorithm = (typeof signingAlgorithms)[number]

export const isSigningAlgorithm = (value: unknown): value is SigningAlgorithm =>
  signingAlgorithms.some((algorithm) => algorithm === value)

/** An elliptic curve goes with one algorithm (RFC 7518 §3.4). */
const curves = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' } as const
const isCurveAlgorithm = (algorithm: string): algorithm is keyof typeof curves => Object.hasOwn(curves, algorithm)

export const maxKeys = 50
const minModulusBits = 2048
const maxModulusBits = 8192

/** Whoever sends a private key has given it away: it is refused, so that they notice and make another. */
const privateMember = z.never({ error: 'private or symmetric key material must not be registered' }).optional()
const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,2048}$/, 'must be base64url')

/** A public JWK. Members without use here (certificates, thumbprints) are let go: a key is only what was registered. */
export const publicJwk = z
  .looseObject({
    kid: z.string().min(1).max(256),
    kty: z.enum(['RSA', 'EC']),
    alg: z.enum(signingAlgorithms).optional(),
    use: z.literal('sig').optional(),
    key_ops: z
      .array(z.string())
      .refine((operations) => operations.includes('verify'), 'must include verify')
      .optional(),
    n: base64url.optional(),
    e: base64url.optional(),
    crv: z.enum(['P-256', 'P-384', 'P-521']).optional(),
    x: base64url.optional(),
    y: base64url.optional(),
    ...Object.fromEntries(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'].map((name) => [name, privateMember])),
  })
  .superRefine((key, context) => {
    const words = materialFault(key)
    if (words) context.addIssue({ code: 'custom', message: words })
  })
  .transform(({ kid, kty, alg, n, e, crv, x, y }) => ({
    kid,
    kty,
    ...(alg && { alg }),
    ...(kty === 'RSA' ? { n, e } : { crv, x, y }),
  }))

export type PublicJwk = z.infer<typeof publicJwk>

type Material = { kty: string; alg?: string | undefined } & Partial<Record<'n' | 'e' | 'crv' | 'x' | 'y', string | undefined>>

/** What is wrong with the numbers of a key: too short, not on its curve, not the algorithm's. */
function materialFault({ kty, alg, n, e, crv, x, y }: Material): string | undefined {
  const members = kty === 'RSA' ? { n, e } : { crv, x, y }
  const missing = Object.entries(members).find(([, value]) => value === undefined)?.[0]
  if (missing) return `${missing} is required for kty ${kty}`
  if (alg && !suits({ kty, crv }, alg)) return 'alg does not go with the key'
  return kty === 'RSA' ? modulusFault(keyDetails({ kty, n, e })) : curveFault(keyDetails({ kty, crv, x, y }))
}

interface Details {
  readonly modulusLength?: number
  readonly publicExponent?: bigint
}

function modulusFault(details: Details | undefined): string | undefined {
  const { modulusLength = 0, publicExponent = 0n } = details ?? {}
  if (modulusLength < minModulusBits || modulusLength > maxModulusBits) {
    return `an RSA modulus must have ${minModulusBits} to ${maxModulusBits} bits`
  }
  return publicExponent < 65_537n || publicExponent % 2n === 0n ? 'the RSA exponent must be odd and at least 65537' : undefined
}

const curveFault = (details: Details | undefined): string | undefined =>
  details ? undefined : 'x and y are not a point on the curve'

function keyDetails(key: Record<string, string | undefined>): Details | undefined {
  try {
    return createPublicKey({ key, format: 'jwk' }).asymmetricKeyDetails
  } catch {
    return undefined
  }
}

/** Whether a key can have made a signature of this algorithm. */
export function suits(key: { kty: string; crv?: string | undefined; alg?: string | undefined }, algorithm: string): boolean {
  if (key.alg !== undefined && key.alg !== algorithm) return false
  return isCurveAlgorithm(algorithm) ? key.kty === 'EC' && key.crv === curves[algorithm] : key.kty === 'RSA'
}
