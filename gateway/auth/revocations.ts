// Access tokens that were revoked before they expired: written once, and known to every process within seconds.

import type { Store } from '../store/store.ts'

export interface Revocations {
  /** What was heard from the store is good for `heardForMs`; a token revoked by this process is out at once. */
  isRevoked(jti: string): Promise<boolean>
  revoke(token: { readonly jti: string; readonly exp: number }): Promise<void>
}

/** CONTRACT: a revoked token is refused within 60 s. */
const heardForMs = 10_000
const mostHeard = 20_000
export const revokedSpace = 'revoked-token'

export function openRevocations(store: Pick<Store, 'commit' | 'holder'>, now: () => Date): Revocations {
  const heard = new Map<string, { readonly isRevoked: boolean; readonly at: number }>()
  const hear = (jti: string, isRevoked: boolean) => {
    const [oldest] = heard.keys()
    if (heard.size >= mostHeard && oldest !== undefined) heard.delete(oldest)
    heard.set(jti, { isRevoked, at: now().getTime() })
  }
  return {
    async isRevoked(jti) {
      const known = heard.get(jti)
      if (known && (known.isRevoked || Math.abs(now().getTime() - known.at) < heardForMs)) return known.isRevoked
      const isRevoked = (await store.holder(revokedSpace, jti)) !== undefined
      hear(jti, isRevoked)
      return isRevoked
    },
    async revoke({ jti, exp }) {
      // Revoked already is as good: the claim fails, and nothing else was to be done.
      await store.commit({ claims: [{ space: revokedSpace, key: jti, holder: String(exp) }] })
      hear(jti, true)
    },
  }
}
