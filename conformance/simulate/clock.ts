// The one clock of the simulator's log.

let last = 0

/**
 * Milliseconds since 1970, of which no two are the same: a product on the same machine asks again within the millisecond of its
 * answer, and what came after what is judged by these.
 */
export const nowMs = (): number => (last = Math.max(Date.now(), last + 0.001))
